package be.dossierwerk.conformance;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes to leave a deviation as it is; a second person decides (four eyes). */
@Service
public class ProposeAcceptance {

    private final HeldFinding heldFinding;
    private final CurrentActor currentActor;

    ProposeAcceptance(HeldFinding heldFinding, CurrentActor currentActor) {
        this.heldFinding = heldFinding;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; conformance.closed; conformance.not-investigated; conformance.proposed when that was done already; conformance.incomplete */
    @Transactional
    public void propose(long finding, FindingCause cause, String text) {
        Actor actor = currentActor.require(Responsible.HANDLERS);
        HeldFinding.complete(cause, text);
        HeldFinding.Held held = heldFinding.lock(finding);
        if (!held.status().equals("IN_ONDERZOEK")) {
            throw new Refused("conformance.not-investigated");
        }
        if (held.proposedBy() != null) {
            throw new Refused("conformance.proposed", held.proposedByName());
        }
        heldFinding.become(held, actor, new HeldFinding.Turn("IN_ONDERZOEK", "AANVAARDING_VOORGESTELD",
                "%s stelde voor om de bevinding \"%s\" te aanvaarden.".formatted(actor.name(), held.norm()), text.strip(), cause, actor));
    }
}
