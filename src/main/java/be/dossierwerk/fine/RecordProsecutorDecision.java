package be.dossierwerk.fine;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the public prosecutor decided: who is prosecuted gets no fine, otherwise the eight months start on that day (procedures.md 1.6). */
@Service
class RecordProsecutorDecision implements TaskAction {

    private final CurrentActor currentActor;
    private final Fines fines;
    private final FineTerm fineTerm;
    private final Dossiers dossiers;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordProsecutorDecision(CurrentActor currentActor, Fines fines, FineTerm fineTerm, Dossiers dossiers, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.fines = fines;
        this.fineTerm = fineTerm;
        this.dossiers = dossiers;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "administratieve-geldboete/parketbeslissing-registreren";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        LocalDate on = (LocalDate) data.get("beslistOp");
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(fines.locked(dossier).report().on())) {
            throw new Refused("fine.field.prosecutor-day", List.of(new Refused.Field("beslistOp", "fine.field.prosecutor-day")));
        }
        boolean prosecutes = "VERVOLGING".equals(data.get("beslissing"));
        if (prosecutes) {
            jdbc.sql("update fine set prosecutor_decision = 'VERVOLGING', prosecutor_on = ? where dossier = ?").params(on, dossier).update();
            audit.record(AuditLog.Entry.of(dossier, "PARKET_VERVOLGT", "%s registreerde dat het parket op %s besliste om te vervolgen.".formatted(actor.name(), Dates.prose(on))));
        } else {
            fineTerm.start(dossier, on);
            dossiers.handler(dossier, actor.id(), actor.name());
            dossiers.state(dossier, "IN_BEHANDELING");
        }
        processes.complete(task.id(), FineModel.PROSECUTED.with(prosecutes));
    }
}
