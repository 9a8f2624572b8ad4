package be.dossierwerk.engine;

/** Published in the engine's transaction when an open task went with its dossier to a diagram that names it, its form or its people otherwise. */
public record TaskMoved(OpenTask before, OpenTask task) { }
