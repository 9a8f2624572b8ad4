package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.EndedSessions;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The head of the division lets somebody in again who was kept out. */
@Service
public class AdmitPerson {

    private final EndedSessions sessions;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    AdmitPerson(EndedSessions sessions, Colleagues colleagues, CurrentActor currentActor, AuditLog audit) {
        this.sessions = sessions;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    /** @throws Refused security.role-missing, inbox.access.unknown, or inbox.access.not-barred */
    @Transactional
    public void admit(String person) {
        Actor actor = currentActor.require(Roles.HEAD);
        String name = colleagues.find(person).orElseThrow(() -> new Refused("inbox.access.unknown")).name();
        if (!sessions.barred(person)) {
            throw new Refused("inbox.access.not-barred");
        }
        sessions.admit(person);
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "TOEGANG_HERSTELD", "%s liet %s weer toe.".formatted(actor.name(), name)));
    }
}
