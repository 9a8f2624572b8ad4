package be.dossierwerk.deadline;

/** Where a term in months ends: A on the same day number, B on the day before the number of the day after the start (art. 54 Ger.W.). */
public enum MonthRule { A, B }
