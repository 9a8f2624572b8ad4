package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The handler notes what the authentic sources say (C01, C03 to C08, C19). Every answer may be "unknown":
 * a source that does not answer never decides.
 */
@Service
class CheckSources implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final BarredDirectors barredDirectors;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CheckSources(CurrentActor currentActor, Processes processes, AuditLog audit, BarredDirectors barredDirectors, JdbcClient jdbc, ObjectMapper json) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.barredDirectors = barredDirectors;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String formKey() {
        return "erkenning/bronnen-nagaan";
    }

    /** Our own register is the source of C08: it always answers. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return barredDirectors.evidence(task.dossier()).map(evidence -> Map.<String, Object>of("intrekkingDrieJaar", "JA", "opmerking", evidence))
                .orElseGet(() -> Map.of("intrekkingDrieJaar", "NEE"));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        try {
            jdbc.sql("update recognition set sources = ?::jsonb where dossier = ?").params(json.writeValueAsString(data), task.dossier()).update();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        audit.record(AuditLog.Entry.of(task.dossier(), "BRONNEN_NAGEGAAN", "%s ging de authentieke bronnen na.".formatted(handler.name())));
        processes.complete(task.id(), Map.of());
    }
}
