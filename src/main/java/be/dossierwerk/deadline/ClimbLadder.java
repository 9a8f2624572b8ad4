package be.dossierwerk.deadline;

import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of one term's ladder whose day has come, each dated as it should have been, however late it is taken. */
@Service
class ClimbLadder {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    ClimbLadder(JdbcClient jdbc, Ledger ledger, AuditLog audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
    }

    /** Takes the steps that came on that day or before and gives their number; none while the term stands still or once it has stopped. */
    @Transactional
    public int climb(long id, LocalDate upto) {
        Optional<DossierTerm> found = ledger.byId(id);
        if (found.isEmpty()) {
            return 0;
        }
        ledger.lock(found.get().dossier());
        // Read again behind the lock: it may have been paused or stopped meanwhile.
        DossierTerm term = ledger.byId(id).orElseThrow();
        int steps = take(term, upto);
        ledger.settle(term);
        return steps;
    }

    /** What was due before the term stops is still taken: a product that stood still, or a timer at midnight, hides no overrun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beforeStop(DossierTerm term, LocalDate stop) {
        if (term.rule().escalates()) {
            take(term, stop.isBefore(ledger.today()) ? stop : ledger.today());
        }
    }

    private int take(DossierTerm term, LocalDate upto) {
        TermAccount account = term.account(ledger.today());
        if (!term.running() || account.standsStill()) {
            return 0;
        }
        Map<EscalationStep, LocalDate> come = new LinkedHashMap<>();
        for (EscalationStep step : EscalationStep.ALL) {
            LocalDate day = step.comesOn(term.facts(), account);
            if (day != null && !day.isAfter(upto)) {
                come.put(step, day);
            }
        }
        if (!come.isEmpty()) {
            Set<Integer> taken = ledger.stepsTaken(term.id());
            come.keySet().removeIf(step -> taken.contains(step.percent()));
            come.forEach((step, day) -> take(term, step, day, account));
        }
        return come.size();
    }

    private void take(DossierTerm term, EscalationStep step, LocalDate day, TermAccount account) {
        jdbc.sql("insert into term_escalation (term, step, due_on, at, addressee) values (?, ?, ?, ?, ?)")
                .params(term.id(), step.percent(), day, ledger.now(), step.addressee()).update();
        String role = Roles.name(step.addressee()).toLowerCase(Locale.ROOT);
        String sentence = step.overdue()
                ? "De termijn \"%s\" verstreek op %s; het %s volgt de overschrijding op.".formatted(term.rule().name(),
                        prose(account.effectiveDue()), role)
                : "Van de termijn \"%s\" was %d %% voorbij; %s %s volgt mee op. %s.".formatted(term.rule().name(), step.percent(),
                        step.addressee().equals(Roles.HEAD) ? "het" : "de", role,
                        account.effectiveDue() == null ? "De laatste dag is nog niet bekend" : "De laatste dag is " + prose(account.effectiveDue()));
        String late = day.isBefore(ledger.today()) ? " Deze stap kwam op " + prose(day) + " en werd nu pas opgeschreven." : "";
        audit.record(AuditLog.Entry.of(term.dossier(), "TERM_ESCALATED", sentence + late)
                .changing(Map.of(), Map.of("stap", step.percent(), "dag", day.toString())));
        events.publishEvent(new TermEscalated(term.dossier(), term.rule().code(), step.percent(), day, step.addressee(), sentence));
    }
}
