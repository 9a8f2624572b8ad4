package be.dossierwerk.fine;

import be.dossierwerk.engine.Processes;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the running procedure what happened to the money; where nobody waits, the entries themselves are read later. */
@Component
class FineCourse {

    private final Fines fines;
    private final Processes processes;

    FineCourse(Fines fines, Processes processes) {
        this.fines = fines;
        this.processes = processes;
    }

    void paid(String dossier) {
        if (fines.get(dossier).due().signum() == 0) {
            tell(FineModel.PAID, dossier);
        }
    }

    /** @return whether the procedure waited for it */
    boolean tell(String message, String dossier) {
        boolean awaited = processes.awaits(message, dossier);
        if (awaited) {
            processes.correlate(message, dossier, Map.of());
        }
        return awaited;
    }

    boolean awaits(String message, String dossier) {
        return processes.awaits(message, dossier);
    }
}
