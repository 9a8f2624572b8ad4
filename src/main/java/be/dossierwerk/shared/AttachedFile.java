package be.dossierwerk.shared;

/** A file that came with something filed, before it becomes a document of a dossier. */
public record AttachedFile(String fileName, byte[] content) { }
