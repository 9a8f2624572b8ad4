package be.dossierwerk.deadline;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second pair of eyes on a change of the calendar. Approval makes the next version in one transaction; then the running terms go along,
 * page by page in transactions of their own, so that a house full of dossiers is not locked at once. What is left over follows by itself.
 */
@Service
public class DecideCalendarChange {

    private final CalendarChanges changes;
    private final CalendarChangeImpact impact;
    private final Ledger ledger;
    private final FollowCalendar followCalendar;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;

    DecideCalendarChange(CalendarChanges changes, CalendarChangeImpact impact, Ledger ledger, FollowCalendar followCalendar, AuditLog audit, CurrentActor currentActor,
                         PlatformTransactionManager transactions) {
        this.changes = changes;
        this.impact = impact;
        this.ledger = ledger;
        this.followCalendar = followCalendar;
        this.audit = audit;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A rejection needs a reason, an approval may have one.
     * @throws Refused security.role-missing unless manager, head or lawyer; deadline.rule.decided; deadline.rule.four-eyes;
     *                 deadline.reason.required, deadline.text.too-long on field reason; what {@link CalendarChange} refuses
     */
    public void decide(long proposal, Verdict verdict, String reason) {
        Actor actor = currentActor.require(Roles.MANAGER, Roles.HEAD, Roles.LAWYER);
        transaction.executeWithoutResult(status -> decide(proposal, verdict, reason, actor));
        if (verdict == Verdict.GOEDGEKEURD) {
            followCalendar.followSoon();
        }
    }

    private void decide(long proposal, Verdict verdict, String reason, Actor actor) {
        audit.lock(CalendarChanges.SUBJECT);
        CalendarProposal open = changes.open(proposal).orElseThrow(() -> new Refused("deadline.rule.decided"));
        if (open.proposedBy().equals(actor.id())) {
            throw new Refused("deadline.rule.four-eyes");
        }
        String why = verdict.checked(reason);
        CalendarChange change = open.change();
        String becomes = AuditSentences.becomes(change.day(), change.holiday(), change.name());
        changes.decided(proposal, verdict, why, actor);
        if (verdict == Verdict.AFGEWEZEN) {
            audit.record(AuditLog.Entry.of(CalendarChanges.SUBJECT, "CALENDAR_REJECTED", "%s wees af dat %s, zoals %s voorstelde."
                    .formatted(actor.name(), becomes, open.proposedByName())).because(why));
            return;
        }
        BelgianCalendar before = ledger.calendars().latest();
        List<Refused.Field> wrong = change.wrongDay(before);
        if (!wrong.isEmpty()) {
            throw new Refused("deadline.rule.invalid", wrong);
        }
        BelgianCalendar next = changes.add(open);
        int shifting = impact.foresee(before, next).shifting();
        audit.record(AuditLog.Entry.of(CalendarChanges.SUBJECT, "CALENDAR_APPROVED", "%s keurde goed dat %s, zoals %s voorstelde. De kalender is nu %s. %s."
                        .formatted(actor.name(), becomes, open.proposedByName(), next.version(), shifting(shifting)))
                .because(why).changing(Map.of("kalender", before.version()), Map.of("kalender", next.version())));
    }

    private static String shifting(int terms) {
        return switch (terms) {
            case 0 -> "Geen enkele laatste dag verschuift";
            case 1 -> "1 laatste dag verschuift";
            default -> terms + " laatste dagen verschuiven";
        };
    }
}
