package be.dossierwerk.deadline;

/** Whether a last day that is no working day moves to the next one; the decretal holiday is 11 July (procedures.md 4.2). */
public enum RollRule { NONE, LEGAL, LEGAL_AND_DECRETAL }
