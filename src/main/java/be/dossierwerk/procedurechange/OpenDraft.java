package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way into a draft for whoever changes it: one at a time, managers only, as long as it is a draft. */
@Component
class OpenDraft {

    private final Changes changes;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    OpenDraft(Changes changes, CurrentActor currentActor, AuditLog audit) {
        this.changes = changes;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    /** @throws Refused security.role-missing, procedurechange.unknown, procedurechange.not-open.* */
    @Transactional(propagation = Propagation.MANDATORY)
    Change lock(String change, ChangeState... states) {
        manager();
        return locked(change, states);
    }

    /** As {@link #lock}, also for the drawing tool of the department, which draws but never decides. */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    Change lockToDraw(String change) {
        drawer();
        return locked(change, ChangeState.ONTWERP);
    }

    private Change locked(String change, ChangeState... states) {
        audit.lock(change);
        Change found = changes.get(change);
        if (java.util.Arrays.stream(states).noneMatch(found.state()::equals)) {
            throw new Refused("procedurechange.not-open." + found.state(), found.title());
        }
        return found;
    }

    Actor drawer() {
        return currentActor.require(Roles.MANAGER, ApiAccounts.ROLE);
    }

    Actor manager() {
        return currentActor.require(Roles.MANAGER);
    }
}
