package be.dossierwerk.recovery;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.ContestedDecisions;
import be.dossierwerk.casework.Decisions;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.InstalmentPlan.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a ruling does to a recovery: to its own decision, or to the decision of the dossier that it came from (procedures.md 1.5, 1.10). Asks no role. */
@Service
public class RecoveryRulings {

    private static final String COLLECTION = "invordering";
    private static final String HANDED_OVER = "OVERGEDRAGEN_AAN_INVORDERING";

    private final Recoveries recoveries;
    private final RecoveryLedger ledger;
    private final RecoveryCourse course;
    private final Standstill standstill;
    private final ContestedDecisions decisions;
    private final Decisions drafts;
    private final FollowRecovery followRecovery;
    private final Letters letters;
    private final Dossiers dossiers;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;

    RecoveryRulings(Recoveries recoveries, RecoveryLedger ledger, RecoveryCourse course, Standstill standstill, ContestedDecisions decisions, Decisions drafts, FollowRecovery followRecovery,
                    Letters letters, Dossiers dossiers, Processes processes, Terms terms, AuditLog audit) {
        this.recoveries = recoveries;
        this.ledger = ledger;
        this.course = course;
        this.standstill = standstill;
        this.decisions = decisions;
        this.drafts = drafts;
        this.followRecovery = followRecovery;
        this.letters = letters;
        this.dossiers = dossiers;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
    }

    /** The recoveries that were started from a dossier for a reason with these words, oldest first. */
    @Transactional(readOnly = true)
    public List<String> startedFrom(String dossier, String words) {
        return course.from(dossier).stream().filter(origin -> origin.reason().contains(words)).map(RecoveryCourse.Origin::dossier).toList();
    }

    /** No reminder, no notice, no collection and no instalment that is missed from that day on. A second time changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suspend(String dossier, LocalDate on, String reason) {
        ledger.lock(dossier);
        if (standstill.of(dossier)) {
            return;
        }
        terms.pause(dossier, PauseGround.SCHORSING, on, reason);
        audit.record(AuditLog.Entry.of(dossier, "INVORDERING_GESCHORST", "De invordering staat stil sinds %s: de onderneming moet nu niets betalen.".formatted(
                Dates.prose(on))).because(reason));
        tellCollection(dossier, "DWANGBEVEL_GESCHORST");
    }

    /** Payment terms and instalments go on where they stood, later by the days of the suspension; not while another ruling still suspends this recovery or what it rests on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(String dossier, LocalDate on, String reason) {
        ledger.lock(dossier);
        Optional<LocalDate> since = standstill.since(dossier);
        if (since.isEmpty()) {
            return;
        }
        Set<String> still = decisions.notCounting(Stream.concat(Stream.of(dossier), course.origin(dossier).stream().map(RecoveryCourse.Origin::fromDossier)).toList());
        if (!still.isEmpty()) {
            audit.record(AuditLog.Entry.of(dossier, "INVORDERING_BLIJFT_STIL", "De invordering blijft stilstaan: de beslissing in dossier %s is nog geschorst."
                    .formatted(String.join(" en ", still))).because(reason));
            return;
        }
        terms.resume(dossier, PauseGround.SCHORSING, on, reason);
        audit.record(AuditLog.Entry.of(dossier, "INVORDERING_HERVAT", "De invordering gaat verder sinds %s.".formatted(Dates.prose(on))).because(reason));
        tellCollection(dossier, "DWANGBEVEL_HERVAT");
        if (processes.awaits(RecoveryModel.INSTALMENT_MISSED, dossier)) {
            postponePlan(dossier, since.get(), on);
        }
    }

    /** What had to be paid after the suspension began is due as many days later. */
    private void postponePlan(String dossier, LocalDate since, LocalDate on) {
        long days = ChronoUnit.DAYS.between(since, on);
        List<Instalment> open = recoveries.plan(dossier).map(plan -> plan.items().stream().filter(item -> item.open().signum() > 0)
                .map(item -> new Instalment(item.dueOn().isBefore(since) ? item.dueOn() : item.dueOn().plusDays(days), item.open())).toList()).orElse(List.of());
        if (days <= 0 || open.isEmpty()) {
            return;
        }
        ledger.addPlan(dossier, open.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add), open);
        ledger.tell(dossier, "AFBETALING_UITGESTELD", "De aflossingen die nog open stonden, schuiven %d dagen op. De laatste is te betalen op %s.".formatted(
                days, Dates.prose(open.get(open.size() - 1).dueOn())), null);
        ledger.moved(dossier, RecoveryMoved.What.PLAN);
    }

    /** The decision of this recovery no longer counts: the ledger adds up to what was really paid, and that goes back. A second time changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annul(String dossier, UUID besluit, LocalDate on, String reason) {
        recoveries.lock(dossier);
        if (!decisions.annul(dossier, besluit, on, reason)) {
            return;
        }
        resumeClock(dossier, on, reason);
        if (recoveries.of(dossier).flatMap(RecoveryStanding::decision).isPresent()) {
            recoveries.annulled(dossier, reason);
            tellCollection(dossier, "DWANGBEVEL_INGETROKKEN");
        }
    }

    /** What this recovery rests on fell away, whether it was decided or not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fallAway(String dossier, LocalDate on, String reason) {
        recoveries.lock(dossier);
        decisions.newest(dossier).ifPresent(besluit -> annul(dossier, besluit, on, reason));
        if (dossiers.get(dossier).closedOn() == null) {
            resumeClock(dossier, on, reason);
            processes.end(dossier, reason);
            drafts.dropDrafts(dossier);
            followRecovery.closeAnnulled(dossier);
        }
    }

    private void resumeClock(String dossier, LocalDate on, String reason) {
        standstill.since(dossier).ifPresent(since -> terms.resume(dossier, PauseGround.SCHORSING, on.isBefore(since) ? since : on, reason));
    }

    private void tellCollection(String dossier, String message) {
        if (HANDED_OVER.equals(dossiers.get(dossier).outcome())) {
            letters.notifySystem(dossier, COLLECTION, message, Map.of("saldo", recoveries.of(dossier).orElseThrow().due().toPlainString()));
        }
    }
}
