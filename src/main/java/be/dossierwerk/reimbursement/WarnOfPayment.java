package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermEscalated;
import be.dossierwerk.deadline.TermsEscalated;
import be.dossierwerk.payment.Payables;
import be.dossierwerk.reimbursement.ReimbursementClaims.Filed;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A granted claim waits for its payment: bookkeeping hears it on days 30, 45, 55 and 60 after the claim came in (procedures.md 1.9). */
@Service
public class WarnOfPayment {

    private static final List<Integer> DAYS = List.of(60, 55, 45, 30);
    private static final int TERM = 60;
    private static final int PERCENT = 100;

    private final ReimbursementClaims claims;
    private final Payables payables;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WarnOfPayment(ReimbursementClaims claims, Payables payables, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.claims = claims;
        this.payables = payables;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Days that were past before the decision are told as one. */
    @Transactional
    public void warn(String dossier) {
        audit.lock(dossier);
        Filed claim = claims.get(dossier);
        LocalDate today = LocalDate.now(clock);
        long passed = ChronoUnit.DAYS.between(claim.submittedOn(), today);
        int day = DAYS.stream().filter(one -> one <= passed).findFirst().orElse(0);
        if (day == 0 || !claims.warned(dossier, day)) {
            return;
        }
        String sentence = "De aanvraag wacht %d dagen op betaling. De termijn is %d dagen. %s".formatted(day, TERM, where(claim));
        audit.record(AuditLog.Entry.of(dossier, "BETALING_WACHT", sentence));
        events.publishEvent(new TermsEscalated(List.of(new TermEscalated(dossier, ReimbursementModel.PAYMENT_TERM, day * PERCENT / TERM, today, Roles.FINANCE, sentence))));
    }

    private String where(Filed claim) {
        if (claim.returnedBecause() != null) {
            return "De bank stortte het bedrag terug; een collega gaat de rekening na.";
        }
        return payables.of(claim.dossier()).map(standing -> switch (standing.state()) {
            case BETAALBAAR -> "De betaling zit nog in geen betaalronde.";
            case IN_RONDE -> "De betaling zit in betaalronde %s, die nog niet verzonden is.".formatted(standing.run());
            case VERZONDEN -> "Betaalronde %s is verzonden; de bank bevestigde nog niets.".formatted(standing.run());
            case BETWIST -> "De bank en onze boeken spreken elkaar tegen.";
            case BETAALD -> "De bank bevestigde de betaling net.";
            case INGETROKKEN -> "De betaling is ingetrokken.";
        }).orElse("");
    }
}
