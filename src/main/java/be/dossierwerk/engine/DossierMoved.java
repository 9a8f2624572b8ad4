package be.dossierwerk.engine;

/** Published in the engine's transaction when all that runs of a dossier went to the diagrams of that deployment, and its tasks to the forms in it. */
public record DossierMoved(String dossier, String deployment) { }
