package be.dossierwerk.recovery;

import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper records money that came in, in euro. Money is never turned away: what is too much is shown and refunded. */
@Service
public class RecordPayment {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    RecordPayment(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing unless bookkeeper; recovery.unknown, recovery.amount, recovery.future */
    @Transactional
    public long record(String dossier, BigDecimal amount, LocalDate paidOn, String reference) {
        Actor actor = currentActor.require(Roles.FINANCE);
        RecoveryLedger.checkAmount(amount);
        ledger.checkDay(paidOn);
        ledger.locked(dossier);
        long entry = ledger.add(dossier, Draft.of(Kind.BETALING, amount, paidOn, reference, null));
        BigDecimal overpaid = ledger.get(dossier).overpaid();
        ledger.tell(dossier, "BETALING_GENOTEERD", "%s noteerde een betaling van %s op %s.%s".formatted(actor.name(), Euros.prose(amount), Dates.prose(paidOn),
                overpaid.signum() == 0 ? "" : " De onderneming krijgt %s terug.".formatted(Euros.prose(overpaid))), null);
        ledger.moved(dossier, RecoveryMoved.What.BOOKED);
        return entry;
    }
}
