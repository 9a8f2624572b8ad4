package be.dossierwerk.deadline;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The countdowns by whose end silence has an effect in law, as people watch over them. */
@Service
public class LapseBoard {

    /** Reached or still to come on that day; {@code acknowledgedBy} is null as long as nobody did. */
    public record Mark(LapseMark mark, LocalDate on, boolean open, String acknowledgedBy, LocalDate acknowledgedOn) { }

    public record Proposal(long id, LapseGround ground, String reason, String by, LocalDate on) { }

    /**
     * {@code daysLeft} and {@code due} are null while the last day is unknown; {@code silentSince} is null as long as the term counts;
     * {@code handlerName} is null until somebody handles the dossier.
     */
    public record Lapse(long term, String dossier, String subject, String handlerName, String name, String effect, LocalDate due, Integer daysLeft,
                        LocalDate silentSince, List<Mark> marks, Proposal proposal, boolean mayAcknowledge, boolean mayPropose, boolean mayConfirm) {

        /** Marks that were reached and that nobody acknowledged, earliest first. */
        public List<Mark> open() {
            return marks.stream().filter(Mark::open).toList();
        }
    }

    private static final Comparator<Lapse> MOST_URGENT_FIRST = Comparator.<Lapse, Boolean>comparing(lapse -> lapse.silentSince() != null)
            .thenComparing(lapse -> lapse.open().isEmpty())
            .thenComparing(Lapse::due, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Lapse::term);

    private final GuardedTerms guarded;
    private final DossierFacts dossiers;
    private final Ledger ledger;
    private final CurrentActor currentActor;

    LapseBoard(GuardedTerms guarded, DossierFacts dossiers, Ledger ledger, CurrentActor currentActor) {
        this.guarded = guarded;
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.currentActor = currentActor;
    }

    /**
     * Of open dossiers: what nobody acknowledged first, then what ends first; silence that has its effect comes last.
     * @throws be.dossierwerk.shared.Refused security.role-missing
     */
    @Transactional(readOnly = true)
    public List<Lapse> all() {
        Actor actor = currentActor.require(Roles.HANDLER, Roles.FINES, Roles.LAWYER, Roles.TEAM_LEAD, Roles.HEAD, Roles.AUDITOR);
        LocalDate today = ledger.today();
        List<GuardedTerm> terms = guarded.all();
        Map<String, DossierFacts.Facts> facts = dossiers.open(terms.stream().map(GuardedTerm::dossier).collect(Collectors.toSet()));
        return terms.stream().filter(term -> facts.containsKey(term.dossier())).map(term -> lapse(term, facts.get(term.dossier()), actor, today))
                .sorted(MOST_URGENT_FIRST).toList();
    }

    private static Lapse lapse(GuardedTerm term, DossierFacts.Facts dossier, Actor actor, LocalDate today) {
        List<LapseMark> open = term.unacknowledged(today);
        List<Mark> marks = Arrays.stream(LapseMark.values()).map(mark -> mark(term, mark, open.contains(mark))).filter(Objects::nonNull).toList();
        boolean counts = term.counts(today);
        boolean stoppable = counts && term.stoppable();
        GuardedTerm.Proposal proposal = stoppable ? term.proposal() : null;
        return new Lapse(term.id(), term.dossier(), dossier.subject(), dossier.handlerName(), term.name(), term.effect(), term.due(),
                term.due() == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(today, term.due())),
                term.lapsed(today) ? term.due().plusDays(1) : null, marks,
                proposal == null ? null : new Proposal(proposal.id(), proposal.ground(), proposal.reason(), proposal.byName(), day(proposal.at())),
                !open.isEmpty() && dossier.names(actor), stoppable && (actor.has(Roles.HEAD) || actor.has(Roles.TEAM_LEAD)),
                proposal != null && !proposal.by().equals(actor.id()) && (actor.has(Roles.HEAD) || actor.has(Roles.LAWYER)));
    }

    private static Mark mark(GuardedTerm term, LapseMark mark, boolean open) {
        LocalDate on = mark.on(term.startedOn(), term.due());
        GuardedTerm.Acknowledgement given = term.acknowledged(mark);
        if (on == null && given == null) {
            return null;
        }
        return new Mark(mark, on, open, given == null ? null : given.by(), given == null ? null : day(given.at()));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(MovableClock.BRUSSELS).toLocalDate();
    }
}
