package be.dossierwerk.conformance;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody responsible begins to find out how it came. */
@Service
public class InvestigateFinding {

    private final HeldFinding heldFinding;
    private final CurrentActor currentActor;

    InvestigateFinding(HeldFinding heldFinding, CurrentActor currentActor) {
        this.heldFinding = heldFinding;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; conformance.closed; conformance.investigated when somebody began already */
    @Transactional
    public void investigate(long finding) {
        Actor actor = currentActor.require(Responsible.HANDLERS);
        HeldFinding.Held held = heldFinding.lock(finding);
        if (!held.status().equals("OPEN")) {
            throw new Refused("conformance.investigated");
        }
        heldFinding.become(held, actor, new HeldFinding.Turn("IN_ONDERZOEK", "BEVINDING_IN_ONDERZOEK", "%s onderzoekt de bevinding \"%s\".".formatted(actor.name(), held.norm()), null, null, null));
    }
}
