package be.dossierwerk.deadline;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        List<DossierTerm> moved = versions.takenAlong(latest.next(change), change);
        Set<String> dossiers = moved.stream().map(DossierTerm::dossier).collect(Collectors.toSet());
        Map<Long, DossierTerm> now = ledger.terms(dossiers).values().stream().flatMap(List::stream)
                .collect(Collectors.toMap(DossierTerm::id, Function.identity()));
        List<Move> moves = moved.stream()
                .map(term -> new Move(term.dossier(), term.startedOn(), now.get(term.id()).account(today).effectiveDue(), term.account(today).effectiveDue()))
                .sorted(Comparator.comparing(Move::after, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Move::dossier)).toList();
        int late = (int) moves.stream().filter(move -> over(move.after(), today) && !over(move.before(), today)).count();
        return new Impact(ledger.runningUnder(latest.rule()).size() - moves.size(), moves.size(),
                (int) moves.stream().filter(move -> !Objects.equals(move.before(), move.after())).count(), late,
                moves.stream().limit(SHOWN).toList(), change.validFrom(), lastDay(latest.rule(), change.validFrom(), calendar),
                lastDay(latest.next(change), change.validFrom(), calendar));
    }

    private static boolean over(LocalDate due, LocalDate today) {
        return due != null && today.isAfter(due);
    }

    private static LocalDate lastDay(TermRule rule, LocalDate start, BelgianCalendar calendar) {
        return new DossierTerm(0, "", rule, start, null, 0, List.of(), calendar).account(start).effectiveDue();
    }
}
