package be.dossierwerk.conformance;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a finding with its cause: explained, because nothing was wrong after all, or mended. */
@Service
public class SettleFinding {

    private final HeldFinding heldFinding;
    private final CurrentActor currentActor;

    SettleFinding(HeldFinding heldFinding, CurrentActor currentActor) {
        this.heldFinding = heldFinding;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; conformance.closed; conformance.not-investigated; conformance.incomplete with the fields that are wrong */
    @Transactional
    public void settle(long finding, boolean mended, FindingCause cause, String text) {
        Actor actor = currentActor.require(Responsible.HANDLERS);
        HeldFinding.complete(cause, text);
        HeldFinding.Held held = heldFinding.lock(finding);
        if (!held.status().equals("IN_ONDERZOEK")) {
            throw new Refused("conformance.not-investigated");
        }
        heldFinding.become(held, actor, new HeldFinding.Turn(mended ? "HERSTELD" : "VERKLAARD", mended ? "BEVINDING_HERSTELD" : "BEVINDING_VERKLAARD",
                (mended ? "%s sloot de bevinding \"%s\" af: het is rechtgezet." : "%s sloot de bevinding \"%s\" af: ze is verklaard.").formatted(actor.name(), held.norm()),
                text.strip(), cause, null));
    }
}
