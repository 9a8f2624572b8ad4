package be.dossierwerk.deadline;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a change of a rule would do, before it is proposed or approved; changes nothing. */
@Service
public class RuleChangeImpact {

    /** A running term that would follow the new version; a last day is null while the term stands still. */
    public record Move(String dossier, LocalDate startedOn, LocalDate before, LocalDate after) { }

    /**
     * What would happen today: {@code keeping} terms stay under their version, {@code moving} go along, of which {@code shifting} get another
     * last day and {@code late} would be over time at once. {@code moves} holds the first of those that go along, soonest last day first.
     * The example starts on the first day of the change.
     */
    public record Impact(int keeping, int moving, int shifting, int late, List<Move> moves, LocalDate start, LocalDate exampleBefore,
                         LocalDate exampleAfter) { }

    private static final int SHOWN = 50;
    private static final int PAGE = 500;
    private static final Comparator<Move> SOONEST = Comparator.comparing(Move::after, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Move::dossier);

    private final RuleVersions versions;
    private final Ledger ledger;
    private final CurrentActor currentActor;

    RuleChangeImpact(RuleVersions versions, Ledger ledger, CurrentActor currentActor) {
        this.versions = versions;
        this.ledger = ledger;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; deadline.rule.unknown; deadline.rule.invalid with the wrong fields */
    @Transactional(readOnly = true)
    public Impact of(RuleChange change) {
        currentActor.require(Roles.MANAGER, Roles.LAWYER, Roles.AUDITOR, Roles.HEAD, Roles.TEAM_LEAD);
        RuleVersion latest = versions.latest(change.rule());
        List<Refused.Field> wrong = change.wrongFigures(latest);
        if (!wrong.isEmpty()) {
            throw new Refused("deadline.rule.invalid", wrong);
        }
        LocalDate today = ledger.today();
        BelgianCalendar calendar = ledger.calendars().latest();
        TermRule next = latest.next(change);
        int running = 0;
        int moving = 0;
        int shifting = 0;
        int late = 0;
        List<Move> first = List.of();
        String last = "";
        for (List<String> page = ledger.dossiersRunning(change.rule(), last, PAGE); !page.isEmpty(); page = ledger.dossiersRunning(change.rule(), last, PAGE)) {
            List<Move> moves = moves(page, next, change, today);
            running += page.size();
            moving += moves.size();
            shifting += (int) moves.stream().filter(move -> !Objects.equals(move.before(), move.after())).count();
            late += (int) moves.stream().filter(move -> over(move.after(), today) && !over(move.before(), today)).count();
            first = Stream.concat(first.stream(), moves.stream()).sorted(SOONEST).limit(SHOWN).toList();
            last = page.get(page.size() - 1);
        }
        return new Impact(running - moving, moving, shifting, late, first, change.validFrom(), lastDay(latest.rule(), change.validFrom(), calendar),
                lastDay(next, change.validFrom(), calendar));
    }

    /** What happens to the terms of these dossiers that go along. */
    private List<Move> moves(List<String> dossiers, TermRule next, RuleChange change, LocalDate today) {
        Map<Long, DossierTerm> now = ledger.terms(dossiers).values().stream().flatMap(List::stream)
                .collect(Collectors.toMap(DossierTerm::id, Function.identity()));
        return ledger.runningUnder(next, dossiers).stream().filter(term -> RuleVersions.takesAlong(change, term))
                .map(term -> new Move(term.dossier(), term.startedOn(), now.get(term.id()).account(today).effectiveDue(),
                        term.account(today).effectiveDue())).toList();
    }

    private static boolean over(LocalDate due, LocalDate today) {
        return due != null && today.isAfter(due);
    }

    private static LocalDate lastDay(TermRule rule, LocalDate start, BelgianCalendar calendar) {
        return new DossierTerm(0, "", rule, start, null, 0, List.of(), calendar).account(start).effectiveDue();
    }
}
