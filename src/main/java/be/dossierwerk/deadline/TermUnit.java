package be.dossierwerk.deadline;

/** What a term is counted in; the last two name a day instead of a length (terms/README 2 and 3). */
public enum TermUnit { CALENDAR_DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS, DAY_OF_NEXT_MONTH, WORKING_DAY_OF_MONTH }
