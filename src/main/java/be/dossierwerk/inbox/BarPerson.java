package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.EndedSessions;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head of the division keeps somebody out: who left, or whose account is not trusted. Every session ends. */
@Service
public class BarPerson {

    private final EndedSessions sessions;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    BarPerson(EndedSessions sessions, Colleagues colleagues, CurrentActor currentActor, AuditLog audit) {
        this.sessions = sessions;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    /** @throws Refused security.role-missing, inbox.access.unknown, inbox.access.yourself, or inbox.access.wrong with the field */
    @Transactional
    public void bar(String person, String reason) {
        Actor actor = currentActor.require(Roles.HEAD);
        String name = colleagues.find(person).orElseThrow(() -> new Refused("inbox.access.unknown")).name();
        if (actor.id().equals(person)) {
            throw new Refused("inbox.access.yourself");
        }
        if (reason == null || reason.isBlank()) {
            throw new Refused("inbox.access.wrong", List.of(new Refused.Field("reason", "inbox.access.reason-needed")));
        }
        sessions.bar(person);
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "TOEGANG_AFGESLOTEN", "%s sloot de toegang van %s af.".formatted(actor.name(), name)).because(reason.strip()));
    }
}
