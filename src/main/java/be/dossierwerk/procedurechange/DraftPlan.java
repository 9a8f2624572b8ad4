package be.dossierwerk.procedurechange;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The plan of a publication as it was typed last, by whom and when. {@code version}: rises with every save. */
public record DraftPlan(Typed typed, long version, String authorName, Instant savedAt) {

    /** What stands in the fields. {@code notes}: null as long as they say what the comparison says. */
    public record Typed(LocalDate fromDay, Rollout rollout, String chosen, String notes) { }

    /** @throws Refused procedurechange.plan.moved when the plan is no longer the version that was seen, 0 for none: nothing of somebody else is lost */
    static void refuseMoved(Optional<DraftPlan> now, long seen, Actor actor) {
        if (now.map(DraftPlan::version).orElse(0L) != seen) {
            throw new Refused("procedurechange.plan.moved", now.map(DraftPlan::authorName).orElse(actor.name()));
        }
    }
}
