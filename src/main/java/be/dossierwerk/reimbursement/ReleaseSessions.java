package be.dossierwerk.reimbursement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A claim that is refused or withdrawn gives the hours of its participants back; another claim may then ask them. */
@Service
public class ReleaseSessions {

    private final Sessions sessions;
    private final CurrentActor currentActor;
    private final AuditLog audit;

    ReleaseSessions(Sessions sessions, CurrentActor currentActor, AuditLog audit) {
        this.sessions = sessions;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    /** @return how many participations were free again @throws Refused security.role-missing; reimbursement.reason */
    @Transactional
    public int release(String dossier, String reason) {
        var actor = currentActor.require(Roles.FUND_SECRETARIAT, Roles.HANDLER, Roles.FINANCE);
        if (reason == null || reason.isBlank()) {
            throw new Refused("reimbursement.reason", List.of(new Refused.Field("reason", "reimbursement.reason")));
        }
        audit.lock(dossier);
        int released = sessions.release(dossier, reason.strip(), actor);
        if (released > 0) {
            audit.record(AuditLog.Entry.of(dossier, "OPLEIDINGSUREN_VRIJGEGEVEN", "%s gaf %s vrij.".formatted(actor.name(), released == 1 ? "1 deelname" : released + " deelnames"))
                    .because(reason.strip()));
        }
        return released;
    }
}
