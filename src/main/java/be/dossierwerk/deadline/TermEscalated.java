package be.dossierwerk.deadline;

import java.time.LocalDate;

/**
 * A term takes a step of its ladder: {@code addressee} is the role that follows it up from {@code cameOn} on,
 * {@code sentence} says it in Dutch.
 */
public record TermEscalated(String dossier, String rule, int percent, LocalDate cameOn, String addressee, String sentence) { }
