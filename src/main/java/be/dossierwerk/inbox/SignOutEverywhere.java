package be.dossierwerk.inbox;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.EndedSessions;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends every session of a person, on all servers: one's own, or by the head of the division anybody's. */
@Service
public class SignOutEverywhere {

    private final EndedSessions sessions;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    SignOutEverywhere(EndedSessions sessions, Colleagues colleagues, CurrentActor currentActor, AuditLog audit) {
        this.sessions = sessions;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    /** @throws Refused security.role-missing, or inbox.access.unknown */
    @Transactional
    public void signOut(String person) {
        Actor actor = currentActor.get();
        if (!actor.id().equals(person)) {
            currentActor.require(Roles.HEAD);
        }
        String name = colleagues.find(person).orElseThrow(() -> new Refused("inbox.access.unknown")).name();
        sessions.end(person);
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "SESSIES_BEEINDIGD", "%s meldde %s overal af.".formatted(actor.name(), name)));
    }
}
