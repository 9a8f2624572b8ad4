package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.fine.FineEntry.Kind;
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

/** The bookkeeper records money that came in for a fine, or money that was given back because too much was paid. */
@Service
public class RecordFinePayment {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineCourse course;
    private final AuditLog audit;

    RecordFinePayment(CurrentActor currentActor, Fines fines, FineCourse course, AuditLog audit) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.course = course;
        this.audit = audit;
    }

    /** Money is never turned away: what is too much is shown. @throws Refused security.role-missing; fine.unknown, fine.not-imposed, fine.amount, fine.future */
    @Transactional
    public void record(String dossier, BigDecimal amount, LocalDate paidOn, String reference) {
        var actor = currentActor.require(Roles.FINANCE);
        check(amount, paidOn);
        if (fines.locked(dossier).entries().isEmpty()) {
            throw new Refused("fine.not-imposed");
        }
        fines.add(dossier, Kind.BETALING, amount, paidOn, null, reference, null);
        audit.record(AuditLog.Entry.of(dossier, "BETALING_GENOTEERD", "%s noteerde een betaling van %s op %s.".formatted(actor.name(), Euros.prose(amount), Dates.prose(paidOn))));
        course.paid(dossier);
    }

    /** @throws Refused security.role-missing; fine.unknown, fine.amount, fine.future, fine.more-than-overpaid */
    @Transactional
    public void refund(String dossier, BigDecimal amount, LocalDate paidOn, String reference) {
        var actor = currentActor.require(Roles.FINANCE);
        check(amount, paidOn);
        BigDecimal overpaid = fines.locked(dossier).overpaid();
        if (amount.compareTo(overpaid) > 0) {
            throw new Refused("fine.more-than-overpaid", List.of(new Refused.Field("amount", "fine.more-than-overpaid", Euros.prose(overpaid))), Euros.prose(overpaid));
        }
        fines.add(dossier, Kind.TERUGBETALING, amount, paidOn, null, reference, null);
        audit.record(AuditLog.Entry.of(dossier, "TEVEEL_TERUGBETAALD", "%s noteerde dat %s op %s terugbetaald werd.".formatted(actor.name(), Euros.prose(amount), Dates.prose(paidOn))));
    }

    private void check(BigDecimal amount, LocalDate day) {
        Fines.checkAmount(amount);
        fines.checkDay(day);
    }
}
