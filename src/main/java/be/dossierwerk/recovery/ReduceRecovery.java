package be.dossierwerk.recovery;

import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes: another lawyer or team lead than who proposed it waives the debt (kwijtschelding). */
@Service
public class ReduceRecovery {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    ReduceRecovery(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /** @throws Refused security.role-missing; recovery.reduction-decided, recovery.four-eyes; recovery.more-than-due when less is owed by now */
    @Transactional
    public long reduce(long reduction) {
        Actor actor = currentActor.require(Roles.LAWYER, Roles.TEAM_LEAD);
        Reduction proposal = ledger.openReduction(reduction);
        if (proposal.proposedBy().equals(actor.id())) {
            throw new Refused("recovery.four-eyes");
        }
        RecoveryLedger.checkWithinDebt(proposal.amount(), ledger.get(proposal.dossier()));
        long entry = ledger.add(proposal.dossier(), new Draft(Kind.VERMINDERING, proposal.amount(), ledger.today(), null, proposal.reason(), null, proposal,
                null, null));
        ledger.tell(proposal.dossier(), "TERUGVORDERING_VERMINDERD", "%s verminderde de terugvordering met %s, zoals %s voorstelde.".formatted(
                actor.name(), Euros.prose(proposal.amount()), proposal.proposedByName()), proposal.reason());
        ledger.moved(proposal.dossier(), RecoveryMoved.What.BOOKED);
        return entry;
    }
}
