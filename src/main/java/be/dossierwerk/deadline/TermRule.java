package be.dossierwerk.deadline;

/** A version of a term's rule, as the table holds it; {@code pausable} says whether the file's pauses stop it. */
record TermRule(String code, int version, String name, String nature, TermUnit unit, int amount, MonthRule monthRule, boolean pausable,
                RollRule roll, boolean escalates) { }
