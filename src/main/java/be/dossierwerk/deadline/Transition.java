package be.dossierwerk.deadline;

/** Which terms a new version of a rule touches: those that start on its first day or later, or all that run as well. */
public enum Transition { NIEUWE_TERMIJNEN, ALLE_LOPENDE }
