package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.inbox.Route;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts a file on the agenda of the fund's committee: one item, with every training of the file that waits for it now (ADR 0013). */
@Service
class PlaceTraining implements TaskAction {

    private record Ready(String dossier, String taskId, String title) { }

    private final Trainings trainings;
    private final CurrentActor currentActor;
    private final CheckConflict checkConflict;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlaceTraining(Trainings trainings, CurrentActor currentActor, CheckConflict checkConflict, Processes processes, AuditLog audit, JdbcClient jdbc,
                  Clock clock) {
        this.trainings = trainings;
        this.currentActor = currentActor;
        this.checkConflict = checkConflict;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "opleiding-goedkeuring/opleiding-agenderen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        String file = trainings.get(task.dossier()).file();
        Map<String, Object> shown = new HashMap<>();
        shown.put("mee", ready(file).stream().map(each -> each.title() + " (" + each.dossier() + ")").collect(Collectors.joining("\n")));
        comingSession(file).ifPresent(session -> shown.put("zitting", session));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        LocalDate session = (LocalDate) data.get("zitting");
        if (session.isBefore(LocalDate.now(clock))) {
            throw new Refused("training.session-past", List.of(new Refused.Field("zitting", "training.session-past")));
        }
        String file = trainings.get(task.dossier()).file();
        // Always in the order of the numbers, so that two people who place the same file do not wait for each other.
        trainings.ofFile(file).stream().map(Training::dossier).sorted().forEach(audit::lock);
        List<Ready> ready = ready(file);
        // The others of the file go along, with nobody to take them first.
        ready.stream().map(Ready::taskId).filter(other -> !other.equals(task.id())).forEach(other -> checkConflict.check(other, Route.SAMEN_VERSTUREN));
        UUID item = jdbc.sql("""
                insert into training_agenda_item (id, file, session_on) values (?, ?, ?)
                on conflict (file, session_on) do update set session_on = excluded.session_on returning id""")
                .params(UUID.randomUUID(), file, session).query(UUID.class).single();
        for (Ready each : ready) {
            jdbc.sql("insert into training_agenda_part (item, training) values (?, ?) on conflict do nothing").params(item, each.dossier()).update();
            // Put off and placed on the same session again: the advice is still to come.
            jdbc.sql("""
                    update training_agenda_part set advice = null, given_on = null, present = null, quorum = null, reasons = null
                    where item = ? and training = ? and advice = 'UITGESTELD'""").params(item, each.dossier()).update();
            trainings.status(each.dossier(), TrainingStatus.BIJ_COMMISSIE);
            audit.record(AuditLog.Entry.of(each.dossier(), "OP_AGENDA", "%s plaatste de opleiding op de agenda van de commissie opleidingsfonds van %s.".formatted(
                    actor.name(), Dates.prose(session))));
            processes.complete(each.taskId(), Map.of());
        }
        if (!file.equals(task.dossier())) {
            audit.record(AuditLog.Entry.of(file, "OP_AGENDA", "%s plaatste %s op de agenda van de commissie opleidingsfonds van %s, als één punt.".formatted(
                    actor.name(), ready.size() == 1 ? "1 opleiding" : ready.size() + " opleidingen", Dates.prose(session))));
        }
    }

    /** The trainings of the file that wait to be placed; the one whose form is open is among them. */
    private List<Ready> ready(String file) {
        return jdbc.sql("""
                select t.dossier, r.task_id, t.title from training t join inbox_row r on r.dossier = t.dossier and r.task_key = ?
                where t.file = ? order by t.dossier""").params(TrainingModel.PLACE, file).query(Ready.class).list();
    }

    private Optional<LocalDate> comingSession(String file) {
        return jdbc.sql("select min(session_on) from training_agenda_item where file = ? and session_on >= ?").params(file, LocalDate.now(clock))
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single();
    }
}
