package be.dossierwerk.deadline;

import java.time.Instant;
import java.time.LocalDate;

/** An approved change of the calendar, which made that version: since then the day is a legal holiday, or no longer one. */
public record CalendarDay(int version, LocalDate day, boolean holiday, String name, String source, Instant validSince, String proposedByName,
                          String approvedByName) { }
