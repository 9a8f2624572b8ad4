package be.dossierwerk.procedurechange;

import java.time.Instant;
import java.time.LocalDate;

/** The plan of a publication as it was typed last, by whom and when. {@code version}: rises with every save. */
public record DraftPlan(Typed typed, long version, String authorName, Instant savedAt) {

    /** What stands in the fields. {@code notes}: null as long as they say what the comparison says. */
    public record Typed(LocalDate fromDay, Rollout rollout, String chosen, String notes) { }
}
