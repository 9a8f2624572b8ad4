package be.dossierwerk.recovery;

import java.math.BigDecimal;
import java.time.Instant;

/** A proposal to waive a part of the debt, or all of it, in euro; it waits for a second person. */
public record Reduction(long id, String dossier, BigDecimal amount, String reason, String proposedBy, String proposedByName, Instant proposedAt) { }
