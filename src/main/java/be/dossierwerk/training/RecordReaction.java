package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
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

/** Registers the applicant's reaction on a negative advice; from that day the clock runs again. */
@Service
class RecordReaction implements TaskAction {

    private final Trainings trainings;
    private final Terms terms;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordReaction(Trainings trainings, Terms terms, Dossiers dossiers, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc,
                   Clock clock) {
        this.trainings = trainings;
        this.terms = terms;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "opleiding-goedkeuring/reactie-registreren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("ontvangenOp", LocalDate.now(clock));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        LocalDate receivedOn = (LocalDate) data.get("ontvangenOp");
        LocalDate askedOn = trainings.reaction(dossier).orElseThrow().askedOn();
        if (receivedOn.isAfter(LocalDate.now(clock)) || receivedOn.isBefore(askedOn)) {
            String asked = Dates.prose(askedOn);
            throw new Refused("training.reaction-date", List.of(new Refused.Field("ontvangenOp", "training.reaction-date", asked)), asked);
        }
        jdbc.sql("update training_reaction set received_on = ?, summary = ? where training = ? and asked_on = ?")
                .params(receivedOn, data.get("samenvatting"), dossier, askedOn).update();
        terms.stop(dossier, TrainingModel.REACTION_TERM, receivedOn);
        terms.resume(dossier, PauseGround.REACTIE_ADVIES, receivedOn, "reactie ontvangen");
        dossiers.state(dossier, "IN_BEHANDELING");
        audit.record(AuditLog.Entry.of(dossier, "REACTIE_ONTVANGEN", "%s registreerde de reactie op het negatieve advies, die op %s aankwam.".formatted(
                actor.name(), Dates.prose(receivedOn))).because((String) data.get("samenvatting")));
        processes.complete(task.id(), Map.of());
    }
}
