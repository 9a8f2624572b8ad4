package be.dossierwerk.deadline;

/** Published in the same transaction when the ledger of a dossier's term has changed: tasks and timers follow. */
public record TermMoved(String dossier, String rule) { }
