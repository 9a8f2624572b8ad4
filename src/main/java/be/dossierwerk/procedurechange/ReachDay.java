package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.Processes;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first day of an approved change has come. */
@Service
class ReachDay {

    private final Changes changes;
    private final Processes processes;
    private final AuditLog audit;

    ReachDay(Changes changes, Processes processes, AuditLog audit) {
        this.changes = changes;
        this.processes = processes;
        this.audit = audit;
    }

    /** @return whether it waited for its day */
    @Transactional
    public boolean reach(String change) {
        audit.lock(change);
        if (changes.get(change).state() != ChangeState.GOEDGEKEURD) {
            return false;
        }
        processes.correlate(ProcedureChangeModel.DAY_REACHED, change, Map.of());
        return true;
    }
}
