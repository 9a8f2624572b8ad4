package be.dossierwerk.deadline;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a manager propose that a day becomes a legal holiday, or no longer is one. Until somebody else approves it nothing changes. */
@Service
public class ProposeCalendarChange {

    private final CalendarChanges changes;
    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    ProposeCalendarChange(CalendarChanges changes, Ledger ledger, AuditLog audit, CurrentActor currentActor) {
        this.changes = changes;
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * Returns the number of the proposal. A day in the past is allowed: it touches the running terms that it lies in.
     * @throws Refused security.role-missing unless manager; deadline.rule.invalid with the wrong fields, among them a weekend day that would be
     *                 worked and a day that already is what is proposed; deadline.calendar.already-proposed
     */
    @Transactional
    public long propose(CalendarChange change) {
        Actor actor = currentActor.require(Roles.MANAGER);
        audit.lock(CalendarChanges.SUBJECT);
        List<Refused.Field> wrong = new ArrayList<>(change.wrongDay(ledger.calendars().latest()));
        wrong.addAll(change.wrongWords());
        if (!wrong.isEmpty()) {
            throw new Refused("deadline.rule.invalid", wrong);
        }
        if (changes.open().stream().anyMatch(open -> open.change().day().equals(change.day()))) {
            throw new Refused("deadline.calendar.already-proposed", List.of(new Refused.Field("day", "deadline.calendar.already-proposed")));
        }
        long id = changes.propose(change, actor);
        audit.record(AuditLog.Entry.of(CalendarChanges.SUBJECT, "CALENDAR_PROPOSED", "%s stelde voor dat %s. De bron is %s.".formatted(actor.name(),
                        AuditSentences.becomes(change.day(), change.holiday(), change.name().strip()), change.source().strip()))
                .because(change.reason().strip()).changing(Map.of(), Map.of("voorstel", id)));
        return id;
    }
}
