package be.dossierwerk.recovery;

import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper keeps back interventions that the undertaking was about to get, in euro; never more than it owes. */
@Service
public class SetOff {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;
    private final Standstill standstill;

    SetOff(CurrentActor currentActor, RecoveryLedger ledger, Standstill standstill) {
        this.currentActor = currentActor;
        this.ledger = ledger;
        this.standstill = standstill;
    }

    /**
     * {@code intervention}: which pending intervention is kept back.
     * @throws Refused security.role-missing unless bookkeeper; recovery.unknown, recovery.suspended, recovery.amount, recovery.more-than-due, recovery.reason
     */
    @Transactional
    public long setOff(String dossier, BigDecimal amount, String intervention) {
        Actor actor = currentActor.require(Roles.FINANCE);
        String reference = RecoveryLedger.reason(intervention);
        RecoveryStanding standing = ledger.locked(dossier);
        if (standstill.of(dossier)) {
            throw new Refused("recovery.suspended");
        }
        RecoveryLedger.checkWithinDebt(amount, standing);
        long entry = ledger.add(dossier, Draft.of(Kind.VERREKENING, amount, ledger.today(), reference, null));
        ledger.tell(dossier, "TERUGVORDERING_VERREKEND", "%s verrekende %s met een tegemoetkoming die nog te betalen was (%s).".formatted(
                actor.name(), Euros.prose(amount), reference), null);
        ledger.moved(dossier, RecoveryMoved.What.BOOKED);
        return entry;
    }
}
