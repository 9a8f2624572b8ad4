package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Weighs what the applicant answered to a negative advice; the decision has to answer it. */
@Service
class AssessReaction implements TaskAction {

    private final Trainings trainings;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    AssessReaction(Trainings trainings, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.trainings = trainings;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "opleiding-goedkeuring/reactie-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("advies", trainings.advice(task.dossier()).get(0).reasons());
        shown.put("reactie", trainings.reaction(task.dossier()).orElseThrow().summary());
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        String outlook = (String) data.get("vooruitzicht");
        jdbc.sql("update training_reaction set assessment = ? where training = ? and asked_on = (select max(asked_on) from training_reaction where training = ?)")
                .params(data.get("antwoord"), dossier, dossier).update();
        jdbc.sql("update training set outlook = ? where dossier = ?").params(outlook, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "REACTIE_BEOORDEELD", "%s beoordeelde de reactie van de aanvrager; het vooruitzicht is %s.".formatted(
                actor.name(), outlook.equals("GUNSTIG") ? "gunstig" : "ongunstig")).because((String) data.get("antwoord")));
        processes.complete(task.id(), Map.of());
    }
}
