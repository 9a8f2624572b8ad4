package be.dossierwerk.conformance;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second person accepts a deviation as it is, or does not. */
@Service
public class DecideAcceptance {

    private final HeldFinding heldFinding;
    private final CurrentActor currentActor;

    DecideAcceptance(HeldFinding heldFinding, CurrentActor currentActor) {
        this.heldFinding = heldFinding;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; conformance.closed; conformance.nothing-proposed; conformance.four-eyes for who proposed it; conformance.incomplete without a reason to refuse */
    @Transactional
    public void decide(long finding, boolean accepted, String reason) {
        Actor actor = currentActor.require(Responsible.HANDLERS);
        HeldFinding.Held held = heldFinding.lock(finding);
        if (held.proposedBy() == null) {
            throw new Refused("conformance.nothing-proposed");
        }
        if (held.proposedBy().equals(actor.id())) {
            throw new Refused("conformance.four-eyes");
        }
        if (!accepted && (reason == null || reason.isBlank())) {
            throw new Refused("conformance.incomplete", List.of(new Refused.Field("text", "conformance.text-missing")));
        }
        Actor proposer = new Actor(held.proposedBy(), held.proposedByName(), Set.of());
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        heldFinding.become(held, actor, accepted
                ? new HeldFinding.Turn("AANVAARD", "BEVINDING_AANVAARD", "%s aanvaardde de bevinding \"%s\", zoals %s voorstelde.".formatted(actor.name(), held.norm(), proposer.name()), why, null, proposer)
                : new HeldFinding.Turn("IN_ONDERZOEK", "AANVAARDING_GEWEIGERD", "%s aanvaardde de bevinding \"%s\" niet.".formatted(actor.name(), held.norm()), why, null, null));
    }
}
