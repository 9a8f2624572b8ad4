package be.dossierwerk.recovery;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A lawyer or team lead proposes to waive a part of the debt or all of it, in euro; the debt stays until somebody else agrees. */
@Service
public class ProposeReduction {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    ProposeReduction(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing; recovery.unknown, recovery.amount, recovery.more-than-due, recovery.reason */
    @Transactional
    public long propose(String dossier, BigDecimal amount, String reason) {
        Actor actor = currentActor.require(Roles.LAWYER, Roles.TEAM_LEAD);
        String why = RecoveryLedger.reason(reason);
        RecoveryLedger.checkWithinDebt(amount, ledger.locked(dossier));
        long reduction = ledger.addReduction(dossier, amount, why);
        ledger.tell(dossier, "VERMINDERING_VOORGESTELD", "%s stelde voor om de terugvordering met %s te verminderen. Een tweede persoon moet dat bevestigen."
                .formatted(actor.name(), Euros.prose(amount)), why);
        return reduction;
    }
}
