package be.dossierwerk.engine;

/** Published in the engine's transaction when a user task opens. */
public record TaskOpened(OpenTask task) { }
