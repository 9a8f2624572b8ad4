package be.dossierwerk.export;

/** How much a log tells of. */
public record LogCounts(long dossiers, long events, long decisions) { }
