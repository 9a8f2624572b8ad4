package be.dossierwerk.engine;

/** Published in the engine's transaction when a user task is completed or falls away. */
public record TaskClosed(String taskId, String dossier, boolean completed) { }
