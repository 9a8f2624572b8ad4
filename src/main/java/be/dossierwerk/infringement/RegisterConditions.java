package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Takes each condition of the decision over, with the proof that is wanted. */
@Service
class RegisterConditions implements TaskAction {

    private static final int MOST = 5;

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RegisterConditions(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "opvolging-voorwaarden/voorwaarden-registreren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        int number = 0;
        for (int field = 1; field <= MOST; field++) {
            String key = "v" + field;
            Object content = data.get(key + "Tekst");
            if (content != null) {
                jdbc.sql("insert into withdrawal_condition (dossier, number, content, proof, state) values (?, ?, ?, ?, 'OPEN')")
                        .params(dossier, ++number, content, data.get(key + "Bewijs")).update();
            }
        }
        audit.record(AuditLog.Entry.of(dossier, "VOORWAARDEN_GEREGISTREERD", number == 1 ? "%s registreerde één voorwaarde.".formatted(actor.name())
                : "%s registreerde %d voorwaarden.".formatted(actor.name(), number)));
        processes.complete(task.id(), Map.of());
    }
}
