package be.dossierwerk.deadline;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a change of the calendar would do to the running terms, before it is proposed or approved; changes nothing. */
@Service
public class CalendarChangeImpact {

    /** A running term that would get another last day; null while an open pause keeps it unknown. */
    public record Move(String dossier, String term, LocalDate before, LocalDate after) { }

    /**
     * What would happen today: of the {@code running} terms {@code shifting} get another last day, and {@code late} would be over time at once.
     * {@code moves} holds the first of those that shift, soonest last day first.
     */
    public record Impact(int running, int shifting, int late, List<Move> moves) { }

    private static final int SHOWN = 50;

    private final Ledger ledger;
    private final CurrentActor currentActor;

    CalendarChangeImpact(Ledger ledger, CurrentActor currentActor) {
        this.ledger = ledger;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; deadline.rule.invalid with the wrong fields */
    @Transactional(readOnly = true)
    public Impact of(CalendarChange change) {
        currentActor.require(Roles.MANAGER, Roles.LAWYER, Roles.AUDITOR, Roles.HEAD, Roles.TEAM_LEAD);
        BelgianCalendar latest = ledger.calendars().latest();
        List<Refused.Field> wrong = change.wrongDay(latest);
        if (!wrong.isEmpty()) {
            throw new Refused("deadline.rule.invalid", wrong);
        }
        LocalDate today = ledger.today();
        List<DossierTerm> running = ledger.running();
        List<Move> moves = moves(running, latest, latest.with(change.day(), change.holiday()), today);
        int late = (int) moves.stream().filter(move -> over(move.after(), today) && !over(move.before(), today)).count();
        return new Impact(running.size(), moves.size(), late, moves.stream().limit(SHOWN).toList());
    }

    /** The terms that end on another day under the other calendar, soonest last day first. */
    static List<Move> moves(List<DossierTerm> running, BelgianCalendar now, BelgianCalendar next, LocalDate today) {
        return running.stream()
                .map(term -> new Move(term.dossier(), term.rule().name(), term.under(now).account(today).effectiveDue(),
                        term.under(next).account(today).effectiveDue()))
                .filter(move -> !Objects.equals(move.before(), move.after()))
                .sorted(Comparator.comparing(Move::after, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Move::dossier)
                        .thenComparing(Move::term)).toList();
    }

    private static boolean over(LocalDate due, LocalDate today) {
        return due != null && today.isAfter(due);
    }
}
