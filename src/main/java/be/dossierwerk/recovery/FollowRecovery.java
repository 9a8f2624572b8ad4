package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.Euros;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the product itself does in the course of a recovery, from the booking of the claim to its end (procedures.md 1.5). */
@Service
public class FollowRecovery {

    private final Recoveries recoveries;
    private final CourseLetters courseLetters;
    private final Letters letters;
    private final Terms terms;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    FollowRecovery(Recoveries recoveries, CourseLetters courseLetters, Letters letters, Terms terms, Dossiers dossiers, AuditLog audit, Clock clock) {
        this.recoveries = recoveries;
        this.courseLetters = courseLetters;
        this.letters = letters;
        this.terms = terms;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether something is still to be paid: the undertaking may have paid before the decision */
    @Transactional
    public boolean bookClaim(String dossier) {
        LocalDate today = LocalDate.now(clock);
        recoveries.decided(recoveries.of(dossier).orElseThrow().calculation().total(), dossier);
        terms.stop(dossier, RecoveryModel.DECISION_TERM, today);
        if (recoveries.balance(dossier).signum() <= 0) {
            close(dossier, "VOLDAAN");
            return false;
        }
        terms.start(dossier, RecoveryModel.PAYMENT_TERM, today);
        dossiers.state(dossier, "WACHT_OP_AANVRAGER");
        return true;
    }

    /** A missed instalment comes here too: then no other payment term runs. */
    @Transactional
    public void remind(String dossier) {
        stopPaymentTerms(dossier);
        terms.start(dossier, RecoveryModel.REMINDER_TERM, LocalDate.now(clock));
        courseLetters.reminder(dossier);
    }

    @Transactional
    public void giveDefaultNotice(String dossier) {
        stopPaymentTerms(dossier);
        terms.start(dossier, RecoveryModel.NOTICE_TERM, LocalDate.now(clock));
        courseLetters.defaultNotice(dossier);
    }

    @Transactional
    public void confirmPlan(String dossier) {
        stopPaymentTerms(dossier);
        courseLetters.plan(dossier);
    }

    /** The service that collects by force gets the facts; payments stay bookable. */
    @Transactional
    public void handOver(String dossier) {
        RecoveryStanding standing = recoveries.of(dossier).orElseThrow();
        letters.notifySystem(dossier, "invordering", "DWANGBEVEL_GEVRAAGD", Map.of("ondernemingsnummer", standing.enterpriseNumber(),
                "bedrag", standing.calculation().total().toPlainString(), "saldo", standing.due().toPlainString()));
        audit.record(AuditLog.Entry.of(dossier, "AAN_INVORDERING_OVERGEDRAGEN",
                "De terugvordering ging naar de dienst die invordert. De onderneming moet nog %s betalen.".formatted(Euros.prose(standing.due()))));
        close(dossier, "OVERGEDRAGEN_AAN_INVORDERING");
    }

    /** @return whether the whole debt was waived or the rest of it was */
    @Transactional
    public boolean settle(String dossier) {
        RecoveryStanding standing = recoveries.of(dossier).orElseThrow();
        boolean waived = standing.entries().stream().filter(entry -> entry.kind() != RecoveryEntry.Kind.TEGENGEBOEKT)
                .reduce((first, second) -> second).map(last -> last.kind() == RecoveryEntry.Kind.VERMINDERING).orElse(false);
        close(dossier, waived ? "KWIJTGESCHOLDEN_OF_VERMINDERD" : "VOLDAAN");
        return waived;
    }

    @Transactional
    public void closeWithout(String dossier) {
        close(dossier, "GEEN_TERUGVORDERING");
    }

    @Transactional
    public void closeAnnulled(String dossier) {
        close(dossier, "GEANNULEERD");
    }

    private void stopPaymentTerms(String dossier) {
        LocalDate today = LocalDate.now(clock);
        terms.stop(dossier, RecoveryModel.PAYMENT_TERM, today);
        terms.stop(dossier, RecoveryModel.REMINDER_TERM, today);
        terms.stop(dossier, RecoveryModel.NOTICE_TERM, today);
    }

    private void close(String dossier, String outcome) {
        LocalDate today = LocalDate.now(clock);
        terms.stopAll(dossier, today);
        dossiers.close(dossier, outcome, today);
    }
}
