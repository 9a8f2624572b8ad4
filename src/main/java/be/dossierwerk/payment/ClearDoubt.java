package be.dossierwerk.payment;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.payment.PayableStanding.Kind;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head says how a contradiction between the bank and the books was cleared; only then the payable can go into a run again. */
@Service
public class ClearDoubt {

    private final PayableLedger ledger;
    private final RunLedger runs;
    private final BankLedger bank;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClearDoubt(PayableLedger ledger, RunLedger runs, BankLedger bank, AuditLog audit, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.ledger = ledger;
        this.runs = runs;
        this.bank = bank;
        this.audit = audit;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * {@code paidOn}: when the beneficiary got it, only for {@link Clearing#BETAALD}.
     * @throws Refused security.role-missing unless head, payment.reason, payment.payable.unknown, payment.payable.no-doubt, payment.doubt.day;
     *                 payment.doubt.clearing when it is none of {@link PayableStanding#clearings}
     */
    @Transactional
    public void clear(String dossier, Clearing clearing, LocalDate paidOn, String reason) {
        Actor actor = currentActor.require(Roles.HEAD);
        Payables.checkReason(reason);
        // The run of a line never changes, so it is known before anything is locked.
        runs.hold(ledger.dispute(dossier).map(dispute -> List.of(dispute.run())).orElse(List.of()));
        audit.lock(dossier);
        long payable = ledger.lock(dossier).orElseThrow(() -> new Refused("payment.payable.unknown", dossier));
        PayableStanding standing = ledger.standing(dossier).orElseThrow();
        if (!standing.doubted()) {
            throw new Refused("payment.payable.no-doubt", dossier);
        }
        if (clearing == null || !standing.clearings().contains(clearing)) {
            throw new Refused("payment.doubt.clearing", List.of(new Refused.Field("clearing", "payment.doubt.clearing")));
        }
        LocalDate today = LocalDate.now(clock);
        if (clearing == Clearing.BETAALD && (paidOn == null || paidOn.isAfter(today) || paidOn.isBefore(today.minusYears(1)))) {
            throw new Refused("payment.doubt.day", List.of(new Refused.Field("day", "payment.doubt.day")));
        }
        PayableLedger.Dispute dispute = ledger.dispute(dossier).orElseThrow();
        switch (clearing) {
            case BETAALD -> {
                runs.settle(dispute.line(), LineState.BETAALD);
                // The same booking told again is then known, and no second payment.
                ledger.move(payable, Kind.TOCH_BETAALD, dispute.line(), null, paidOn, paidOn.equals(dispute.bookedOn()) ? dispute.bankReference() : null, reason.strip());
            }
            case NIET_BETAALD -> {
                runs.settle(dispute.line(), LineState.GEWEIGERD);
                ledger.move(payable, Kind.TOCH_NIET_BETAALD, dispute.line(), null, null, null, reason.strip());
            }
            case ONGEWIJZIGD -> { }
        }
        ledger.move(payable, Kind.UITGEKLAARD, reason.strip());
        bank.settleOf(payable, reason.strip());
        String how = switch (clearing) {
            case BETAALD -> "de begunstigde kreeg %s op %s".formatted(Euros.prose(standing.payable().amount()), Dates.prose(paidOn));
            case NIET_BETAALD -> "de begunstigde kreeg niets, en de betaling kan opnieuw in een ronde";
            case ONGEWIJZIGD -> "onze boeken klopten";
        };
        audit.record(AuditLog.Entry.of(dispute.run(), "BETALING_UITGEKLAARD", "%s klaarde de tegenstrijdigheid over de betaling van dossier %s uit: %s.".formatted(
                actor.name(), dossier, how)).because(reason.strip()));
        audit.record(AuditLog.Entry.of(dossier, "BETALING_UITGEKLAARD", "%s klaarde de tegenstrijdigheid over de betaling uit: %s.".formatted(
                actor.name(), how)).because(reason.strip()));
        if (clearing == Clearing.BETAALD) {
            events.publishEvent(new PayablePaid(dossier, paidOn, standing.payable().amount()));
        } else if (clearing == Clearing.NIET_BETAALD) {
            events.publishEvent(new PayableReturned(dossier, reason.strip()));
        }
    }
}
