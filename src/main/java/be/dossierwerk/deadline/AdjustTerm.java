package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.AuditSentences.days;
import static be.dossierwerk.deadline.AuditSentences.lastDay;
import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Ledger.Kind;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A handler or a team lead extends a term, corrects its start, or counters what was written wrongly in the ledger. Nothing is overwritten:
 * each is a new entry with its ground and evidence, and the terms and timers follow it at once.
 */
@Service
public class AdjustTerm {

    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final ObjectProvider<ClockGuard> guards;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate rolledBack;

    AdjustTerm(Ledger ledger, AuditLog audit, CurrentActor currentActor, ObjectProvider<ClockGuard> guards, ApplicationEventPublisher events,
               PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
        this.guards = guards;
        this.events = events;
        this.rolledBack = new TransactionTemplate(transactions);
    }

    /**
     * The running term gets more calendar days.
     * @throws Refused security.role-missing, what {@link Justification} refuses, deadline.extend.days, deadline.term.not-running,
     *                 deadline.lapse.no-extension
     */
    @Transactional
    public void extend(String dossier, String rule, int calendarDays, Justification<ExtensionGround> why) {
        Justification<ExtensionGround> checked = check(dossier, why);
        if (calendarDays < 1) {
            throw new Refused("deadline.extend.days");
        }
        ledger.lock(dossier);
        DossierTerm term = running(dossier, rule);
        if (term.rule().guarded()) {
            throw new Refused("deadline.lapse.no-extension", term.rule().name());
        }
        ledger.write(dossier, term.id(), Kind.EXTENDED, ledger.today(), calendarDays, checked.ground(), checked.evidence(), checked.reason(), null);
        settle(dossier, List.of(term), "TERM_EXTENDED", "%s verlengde de termijn \"%s\" met %s".formatted(currentActor.get().name(), term.rule().name(),
                days(calendarDays)), checked);
    }

    /**
     * The running term started on another day than was written down.
     * @throws Refused security.role-missing, what {@link Justification} refuses, deadline.date.required, deadline.date.future, deadline.term.not-running,
     *                 deadline.lapse.no-later
     */
    @Transactional
    public void correctStart(String dossier, String rule, LocalDate start, Justification<CorrectionGround> why) {
        Justification<CorrectionGround> checked = check(dossier, why);
        if (start == null) {
            throw new Refused("deadline.date.required");
        }
        if (start.isAfter(ledger.today())) {
            throw new Refused("deadline.date.future", prose(ledger.today()));
        }
        ledger.lock(dossier);
        DossierTerm term = running(dossier, rule);
        ledger.write(dossier, term.id(), Kind.CORRECTED, start, null, checked.ground(), checked.evidence(), checked.reason(), null);
        ledger.startTerm(term.id(), start);
        settle(dossier, List.of(term), "TERM_CORRECTED", "%s verbeterde de start van de termijn \"%s\" van %s naar %s".formatted(currentActor.get().name(),
                term.rule().name(), prose(term.startedOn()), prose(start)), checked);
    }

    /**
     * What that entry says no longer holds, and every running term is as if it had not been written. A pause takes its end along.
     * @throws Refused security.role-missing, what {@link Justification} refuses, deadline.counter.unknown, deadline.lapse.no-later
     */
    @Transactional
    public void counter(String dossier, long entry, Justification<CorrectionGround> why) {
        Justification<CorrectionGround> checked = check(dossier, why);
        ledger.lock(dossier);
        List<LedgerLine> lines = ledger.lines(dossier);
        LedgerLine line = lines.stream().filter(each -> each.id() == entry && each.canBeCountered()).findFirst()
                .orElseThrow(() -> new Refused("deadline.counter.unknown"));
        List<DossierTerm> running = ledger.terms(dossier).stream().filter(DossierTerm::running).toList();
        counter(line, dossier, checked);
        if (line.kind().equals(Kind.PAUSED.name())) {
            lines.stream().filter(each -> each.id() > entry && each.holds() && each.kind().equals(Kind.RESUMED.name()) && each.ground().equals(line.ground()))
                    .findFirst().ifPresent(end -> counter(end, dossier, checked));
        }
        if (line.kind().equals(Kind.CORRECTED.name())) {
            ledger.startTerm(line.term(), ledger.byId(line.term()).orElseThrow().startedOn());
        }
        settle(dossier, running, "TERM_COUNTERED", "%s boekte tegen wat op %s genoteerd werd: %s".formatted(currentActor.get().name(),
                prose(line.recordedOn()), line.inWords()), checked);
    }

    /** What was written in the ledger of the dossier, oldest first. */
    @Transactional(readOnly = true)
    public List<LedgerLine> ledger(String dossier) {
        return ledger.lines(dossier);
    }

    /** The last days that a change would give, by rule, without making it: it is made and rolled back. */
    public Map<String, LocalDate> lookAhead(String dossier, Runnable change) {
        return rolledBack.execute(status -> {
            status.setRollbackOnly();
            change.run();
            Map<String, LocalDate> dues = new LinkedHashMap<>();
            ledger.terms(dossier).stream().filter(DossierTerm::running)
                    .forEach(term -> dues.put(term.rule().code(), term.account(ledger.today()).effectiveDue()));
            return dues;
        });
    }

    private void counter(LedgerLine line, String dossier, Justification<CorrectionGround> why) {
        ledger.write(dossier, line.term(), Kind.COUNTERED, ledger.today(), null, why.ground(), why.evidence(), why.reason(), line.id());
    }

    private <G extends Enum<G>> Justification<G> check(String dossier, Justification<G> why) {
        currentActor.require(Roles.HANDLER, Roles.TEAM_LEAD);
        guards.forEach(guard -> guard.check(dossier));
        return why.checked();
    }

    private DossierTerm running(String dossier, String rule) {
        return ledger.running(dossier, rule).orElseThrow(() -> new Refused("deadline.term.not-running"));
    }

    private void settle(String dossier, List<DossierTerm> changed, String event, String sentence, Justification<?> why) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        StringBuilder ends = new StringBuilder();
        for (DossierTerm term : changed) {
            LocalDate due = ledger.settle(ledger.byId(term.id()).orElseThrow()).effectiveDue();
            if (term.rule().guarded() && due.isAfter(term.account(ledger.today()).effectiveDue())) {
                throw new Refused("deadline.lapse.no-later", term.rule().name());
            }
            before.put(term.rule().code(), String.valueOf(term.account(ledger.today()).effectiveDue()));
            after.put(term.rule().code(), String.valueOf(due));
            ends.append("; \"").append(term.rule().name()).append("\": ").append(lastDay(due));
        }
        audit.record(AuditLog.Entry.of(dossier, event, sentence + ends + ".").because(why.reason() + " (" + why.evidence() + ")")
                .changing(before, after));
        changed.forEach(term -> events.publishEvent(new TermMoved(dossier, term.rule().code())));
    }
}
