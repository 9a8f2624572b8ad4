package be.dossierwerk.deadline;

import static be.dossierwerk.shared.Dates.prose;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Roles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of terms' ladders whose day has come, each dated as it should have been, however late it is taken. */
@Service
class ClimbLadder {

    /** What one transaction did: {@code steps} it took, {@code seen} the terms it had, {@code busy} those of them in whose dossier somebody else worked. */
    record Climbed(int steps, List<Long> seen, List<Long> busy) { }

    private record Due(long term, String dossier) { }

    private record Step(DossierTerm term, EscalationStep step, LocalDate day, TermAccount account) { }

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

    /**
     * Climbs the terms whose next step comes on that day, behind that one and so many at most, all in one transaction. It waits for nobody: a term that
     * another sweep holds is not seen, a dossier in which somebody works is left busy.
     */
    @Transactional
    public Climbed climb(LocalDate day, long behind, int most) {
        List<Due> due = jdbc.sql("select id, dossier from term where next_step_on = ? and id > ? order by id limit ? for update skip locked")
                .params(day, behind, most).query((row, i) -> new Due(row.getLong(1), row.getString(2))).list();
        Set<String> ours = audit.tryLock(due.stream().map(Due::dossier).toList());
        Set<Long> terms = Set.copyOf(due.stream().filter(each -> ours.contains(each.dossier())).map(Due::term).toList());
        int steps = climb(ledger.terms(ours).values().stream().flatMap(Collection::stream).filter(term -> terms.contains(term.id())).toList(), day);
        return new Climbed(steps, due.stream().map(Due::term).toList(), due.stream().map(Due::term).filter(term -> !terms.contains(term)).toList());
    }

    /** Takes the steps of one term that came on that day or before and gives their number; waits for who works in its dossier. */
    @Transactional
    public int climb(long id, LocalDate upto) {
        Optional<DossierTerm> found = ledger.byId(id);
        if (found.isEmpty()) {
            return 0;
        }
        ledger.lock(found.get().dossier());
        // Read again behind the lock: it may have been paused or stopped meanwhile.
        return climb(List.of(ledger.byId(id).orElseThrow()), upto);
    }

    /** What was due before the term stops is still taken: a product that stood still, or a timer at midnight, hides no overrun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void beforeStop(DossierTerm term, LocalDate stop) {
        if (term.rule().escalates()) {
            take(List.of(term), stop.isBefore(ledger.today()) ? stop : ledger.today());
        }
    }

    private int climb(List<DossierTerm> terms, LocalDate upto) {
        int steps = take(terms, upto);
        ledger.settle(terms);
        return steps;
    }

    private int take(List<DossierTerm> terms, LocalDate upto) {
        List<Step> come = new ArrayList<>();
        terms.forEach(term -> come.addAll(come(term, upto)));
        if (!come.isEmpty()) {
            Map<Long, Set<Integer>> taken = ledger.stepsTaken(come.stream().map(step -> step.term.id()).distinct().toList());
            come.removeIf(step -> taken.getOrDefault(step.term.id(), Set.of()).contains(step.step.percent()));
        }
        if (!come.isEmpty()) {
            write(come);
            audit.recordAll(come.stream().map(this::told).toList());
            events.publishEvent(new TermsEscalated(come.stream().map(step -> new TermEscalated(step.term.dossier(), step.term.rule().code(), step.step.percent(), step.day,
                    step.step.addressee(), sentence(step))).toList()));
        }
        return come.size();
    }

    /** None while the term stands still or once it has stopped. */
    private List<Step> come(DossierTerm term, LocalDate upto) {
        TermAccount account = term.account(ledger.today());
        if (!term.running() || account.standsStill()) {
            return List.of();
        }
        List<Step> come = new ArrayList<>();
        for (EscalationStep step : EscalationStep.ALL) {
            LocalDate day = step.comesOn(term.facts(), account);
            if (day != null && !day.isAfter(upto)) {
                come.add(new Step(term, step, day, account));
            }
        }
        return come;
    }

    private void write(List<Step> steps) {
        jdbc.sql("""
                insert into term_escalation (term, step, due_on, at, addressee)
                select term, step, due_on, :now, addressee from unnest(:terms, :steps, cast(:days as date[]), :addressees) as s (term, step, due_on, addressee)""")
                .param("now", ledger.now()).param("terms", steps.stream().map(step -> step.term.id()).toArray(Long[]::new))
                .param("steps", steps.stream().map(step -> step.step.percent()).toArray(Integer[]::new))
                .param("days", steps.stream().map(step -> step.day.toString()).toArray(String[]::new))
                .param("addressees", steps.stream().map(step -> step.step.addressee()).toArray(String[]::new)).update();
    }

    private AuditLog.Entry told(Step step) {
        String late = step.day.isBefore(ledger.today()) ? " Deze stap kwam op " + prose(step.day) + " en werd nu pas opgeschreven." : "";
        return AuditLog.Entry.of(step.term.dossier(), "TERM_ESCALATED", sentence(step) + late)
                .changing(Map.of(), Map.of("stap", step.step.percent(), "dag", step.day.toString()));
    }

    private static String sentence(Step step) {
        String role = Roles.name(step.step.addressee()).toLowerCase(Locale.ROOT);
        String term = step.term.rule().name();
        LocalDate due = step.account.effectiveDue();
        return step.step.overdue() ? "De termijn \"%s\" verstreek op %s; het %s volgt de overschrijding op.".formatted(term, prose(due), role)
                : "Van de termijn \"%s\" was %d %% voorbij; %s %s volgt mee op. %s.".formatted(term, step.step.percent(),
                        step.step.addressee().equals(Roles.HEAD) ? "het" : "de", role,
                        due == null ? "De laatste dag is nog niet bekend" : "De laatste dag is " + prose(due));
    }
}
