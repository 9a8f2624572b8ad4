package be.dossierwerk.training;

import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Records what the fund's committee says of one training; two months to decide start on the day of the advice (T-OF-03, T-OF-05). */
@Service
class RecordTrainingAdvice implements TaskAction {

    private final KeepTrainingAdvice keepTrainingAdvice;
    private final CurrentActor currentActor;
    private final JdbcClient jdbc;

    RecordTrainingAdvice(KeepTrainingAdvice keepTrainingAdvice, CurrentActor currentActor, JdbcClient jdbc) {
        this.keepTrainingAdvice = keepTrainingAdvice;
        this.currentActor = currentActor;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "opleiding-goedkeuring/opleiding-advies";
    }

    /** What was typed for another training of the same item comes up again: the session was one. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        KeepTrainingAdvice.Part part = keepTrainingAdvice.part(task.dossier());
        return jdbc.sql("""
                select given_on, present, quorum from training_agenda_part where item = ? and advice is not null order by training limit 1""").param(part.item())
                .query((row, i) -> {
                    Map<String, Object> shown = new HashMap<>();
                    shown.put("gegevenOp", row.getObject(1, LocalDate.class));
                    shown.put("aanwezig", BigDecimal.valueOf(row.getInt(2)));
                    shown.put("quorumBereikt", row.getBoolean(3) ? "JA" : "NEE");
                    return shown;
                }).optional().orElseGet(() -> Map.of("gegevenOp", part.session()));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        keepTrainingAdvice.keep(task.dossier(), task.id(), new KeepTrainingAdvice.Given((LocalDate) data.get("gegevenOp"), ((BigDecimal) data.get("aanwezig")).intValue(),
                "JA".equals(data.get("quorumBereikt")), (String) data.get("strekking"), (String) data.get("motivering"), (String) data.get("minderheid")), actor);
    }
}
