package be.dossierwerk.deadline;

import java.time.LocalDate;

/**
 * How a dossier's term stands today. {@code due} is the effective last day, null while it cannot be known;
 * {@code daysLeft} counts calendar days to it, negative when late; {@code pausedSince} is null unless the dossier waits for somebody else.
 */
public record TermStanding(String dossier, String rule, String name, String nature, LocalDate startedOn, LocalDate due, Integer daysLeft,
                           int countedDays, int pausedDays, int totalDays, LocalDate pausedSince, String pauseGround,
                           LocalDate stoppedOn, boolean overdue) { }
