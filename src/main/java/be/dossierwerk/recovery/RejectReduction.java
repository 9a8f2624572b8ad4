package be.dossierwerk.recovery;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A lawyer or team lead says no to a proposed reduction; who proposed it may also take it back. */
@Service
public class RejectReduction {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    RejectReduction(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; recovery.reduction-decided, recovery.reason */
    @Transactional
    public void reject(long reduction, String reason) {
        Actor actor = currentActor.require(Roles.LAWYER, Roles.TEAM_LEAD);
        String why = RecoveryLedger.reason(reason);
        Reduction proposal = ledger.openReduction(reduction);
        ledger.rejectReduction(reduction, why);
        ledger.tell(proposal.dossier(), "VERMINDERING_AFGEWEZEN", "%s wees de vermindering met %s af die %s voorstelde.".formatted(
                actor.name(), Euros.prose(proposal.amount()), proposal.proposedByName()), why);
    }
}
