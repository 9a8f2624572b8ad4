package be.dossierwerk.recovery;

import be.dossierwerk.recovery.RecoveryEntry.Kind;
import be.dossierwerk.recovery.RecoveryLedger.Draft;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bookkeeper records that the department gave back what was paid too much, in euro. */
@Service
public class RefundOverpayment {

    private final CurrentActor currentActor;
    private final RecoveryLedger ledger;

    RefundOverpayment(CurrentActor currentActor, RecoveryLedger ledger) {
        this.currentActor = currentActor;
        this.ledger = ledger;
    }

    /** @throws Refused security.role-missing unless bookkeeper; recovery.unknown, recovery.amount, recovery.future, recovery.more-than-overpaid */
    @Transactional
    public long refund(String dossier, BigDecimal amount, LocalDate paidOn, String reference) {
        Actor actor = currentActor.require(Roles.FINANCE);
        RecoveryLedger.checkAmount(amount);
        ledger.checkDay(paidOn);
        BigDecimal overpaid = ledger.locked(dossier).overpaid();
        if (amount.compareTo(overpaid) > 0) {
            String most = Euros.prose(overpaid);
            throw new Refused("recovery.more-than-overpaid", List.of(new Refused.Field("amount", "recovery.more-than-overpaid", most)), most);
        }
        long entry = ledger.add(dossier, Draft.of(Kind.TERUGBETALING, amount, paidOn, reference, null));
        ledger.tell(dossier, "TEVEEL_TERUGBETAALD", "%s noteerde dat %s op %s aan de onderneming terugbetaald werd.".formatted(
                actor.name(), Euros.prose(amount), Dates.prose(paidOn)), null);
        ledger.moved(dossier, RecoveryMoved.What.BOOKED);
        return entry;
    }
}
