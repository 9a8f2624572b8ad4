package be.dossierwerk.deadline;

/** Whether the days on which the file waits for somebody else count: TOTAL counts them, WSE does not (procedures.md 4.4). */
enum TermClock { TOTAL, WSE }
