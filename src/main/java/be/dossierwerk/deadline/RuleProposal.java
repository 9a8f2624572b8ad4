package be.dossierwerk.deadline;

import java.time.Instant;

/** A proposed change that waits for a second pair of eyes; {@code base} is the version that it would follow. */
public record RuleProposal(long id, RuleVersion base, RuleChange change, String proposedBy, String proposedByName, Instant proposedAt) { }
