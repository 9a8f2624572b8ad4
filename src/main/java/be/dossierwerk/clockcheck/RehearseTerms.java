package be.dossierwerk.clockcheck;

import be.dossierwerk.deadline.KeptDates;
import be.dossierwerk.deadline.TermsAhead;
import be.dossierwerk.engine.Timers;
import be.dossierwerk.engine.Timers.Timer;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what will happen when nobody acts: which timers fire, whom the ladder warns, which terms reach their last day.
 * Computed from the ledger and the timers' dates; nothing is touched. What a timer sets in motion (a new term) cannot be seen from here.
 */
@Service
public class RehearseTerms {

    public enum Kind { LAATSTE_DAG, OPVOLGING, TIJDKLOK }

    /**
     * {@code name} is the term, or the diagram's element for a timer. An escalation has its {@code percent} and the role it addresses;
     * a timer says whether it ends the step on which it hangs.
     */
    public record Line(LocalDate on, String dossier, Kind kind, String name, Integer percent, String addressee, boolean endsStep) { }

    /** How many things come, and the first of them by day. */
    public record Ahead(int count, List<Line> first) { }

    public static final int DAYS = 90;
    private static final int AT_ONCE = 500;
    private static final Comparator<Line> ORDER = Comparator.comparing(Line::on).thenComparing(Line::dossier).thenComparing(Line::kind)
            .thenComparing(Line::percent, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final TermsAhead termsAhead;
    private final KeptDates keptDates;
    private final Timers timers;
    private final CurrentActor currentActor;
    private final Clock clock;

    RehearseTerms(TermsAhead termsAhead, KeptDates keptDates, Timers timers, CurrentActor currentActor, Clock clock) {
        this.termsAhead = termsAhead;
        this.keptDates = keptDates;
        this.timers = timers;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<Line> ofDossier(String dossier, int days) {
        currentActor.require(Roles.HANDLER, Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR);
        return lines(List.of(dossier), days);
    }

    /** Every dossier with a running term or a timer; not more than {@code most} lines. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Ahead ofAll(int days, int most) {
        currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR);
        Set<String> all = new TreeSet<>(keptDates.dossiers());
        all.addAll(timers.dossiers());
        List<String> dossiers = List.copyOf(all);
        int count = 0;
        List<Line> first = new ArrayList<>();
        for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
            List<Line> some = lines(dossiers.subList(from, Math.min(from + AT_ONCE, dossiers.size())), days);
            count += some.size();
            first = Stream.concat(first.stream(), some.stream()).sorted(ORDER).limit(most).collect(Collectors.toCollection(ArrayList::new));
        }
        return new Ahead(count, first);
    }

    private List<Line> lines(List<String> dossiers, int days) {
        List<Timer> waiting = timers.of(dossiers);
        LocalDate last = LocalDate.now(clock).plusDays(days);
        List<Line> lines = new ArrayList<>();
        termsAhead.until(last, dossiers).forEach(coming -> lines.add(new Line(coming.on(), coming.dossier(),
                coming.percent() == null ? Kind.LAATSTE_DAG : Kind.OPVOLGING, coming.term(), coming.percent(), coming.addressee(), false)));
        Map<String, Instant> ends = stepsEnd(waiting);
        for (Timer timer : waiting) {
            LocalDate on = timer.fires().atZone(MovableClock.BRUSSELS).toLocalDate();
            Instant end = ends.get(step(timer));
            if (!on.isAfter(last) && (end == null || !timer.fires().isAfter(end))) {
                lines.add(new Line(on, timer.dossier(), Kind.TIJDKLOK, timer.name(), null, null, timer.interrupts()));
            }
        }
        lines.sort(ORDER);
        return lines;
    }

    /** When the first timer ends each step: the others on that step never fire after it. */
    private static Map<String, Instant> stepsEnd(List<Timer> waiting) {
        Map<String, Instant> ends = new HashMap<>();
        waiting.stream().filter(Timer::interrupts).forEach(timer -> ends.merge(step(timer), timer.fires(), (one, other) -> one.isBefore(other) ? one : other));
        return ends;
    }

    private static String step(Timer timer) {
        return timer.dossier() + " " + timer.watches();
    }
}
