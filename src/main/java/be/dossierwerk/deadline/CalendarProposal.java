package be.dossierwerk.deadline;

import java.time.Instant;

/** A proposed change of the calendar that waits for a second pair of eyes. */
public record CalendarProposal(long id, CalendarChange change, String proposedBy, String proposedByName, Instant proposedAt) { }
