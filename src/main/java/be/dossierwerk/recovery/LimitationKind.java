package be.dossierwerk.recovery;

/** Which limitation term a claim follows; how long each is stands in the table {@code limitation_term} (procedures.md 1.5). */
public enum LimitationKind { GEWOON, BEDROG }
