package be.dossierwerk.training;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.casework.KeepAdvice;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Records what the fund's committee says of one training; two months to decide start on the day of the advice (T-OF-03, T-OF-05). */
@Service
class RecordTrainingAdvice implements TaskAction {

    private record Part(UUID item, LocalDate session) { }

    private static final Map<String, String> WORDS = Map.of("GUNSTIG", "gunstig", "ONGUNSTIG", "ongunstig", "VOORWAARDELIJK", "gunstig onder voorwaarden");

    private final Trainings trainings;
    private final KeepAdvice keepAdvice;
    private final Terms terms;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordTrainingAdvice(Trainings trainings, KeepAdvice keepAdvice, Terms terms, CurrentActor currentActor, Processes processes, AuditLog audit,
                         JdbcClient jdbc, Clock clock) {
        this.trainings = trainings;
        this.keepAdvice = keepAdvice;
        this.terms = terms;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "opleiding-goedkeuring/opleiding-advies";
    }

    /** What was typed for another training of the same item comes up again: the session was one. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Part part = part(task.dossier());
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
        var actor = currentActor.require(Roles.FUND_SECRETARIAT, Roles.SECRETARIAT);
        String dossier = task.dossier();
        audit.lock(dossier);
        String advice = (String) data.get("strekking");
        boolean quorum = "JA".equals(data.get("quorumBereikt"));
        boolean putOff = "UITGESTELD".equals(advice);
        if (!quorum && !putOff) {
            throw new Refused("training.no-quorum", List.of(new Refused.Field("quorumBereikt", "training.no-quorum")));
        }
        LocalDate givenOn = (LocalDate) data.get("gegevenOp");
        Part part = part(dossier);
        if (givenOn.isAfter(LocalDate.now(clock))) {
            throw new Refused("training.advice-future", List.of(new Refused.Field("gegevenOp", "training.advice-future")));
        }
        int present = ((BigDecimal) data.get("aanwezig")).intValue();
        String reasons = (String) data.get("motivering");
        jdbc.sql("update training_agenda_part set advice = ?, given_on = ?, present = ?, quorum = ?, reasons = ? where item = ? and training = ?")
                .params(Arrays.asList(advice, givenOn, present, quorum, reasons, part.item(), dossier)).update();
        keepAdvice.keep(dossier, new KeepAdvice.Given(part.session(), advice, givenOn, present, quorum, reasons, (String) data.get("minderheid")), actor.id());
        audit.record(AuditLog.Entry.of(dossier, "ADVIES_GEGEVEN", putOff
                ? "De commissie opleidingsfonds stelde de opleiding op %s uit.".formatted(Dates.prose(givenOn))
                : "De commissie opleidingsfonds gaf op %s een advies over de opleiding: %s.".formatted(Dates.prose(givenOn), WORDS.get(advice))).because(reasons));
        if (!putOff) {
            trainings.status(dossier, TrainingStatus.GEADVISEERD);
            terms.stop(dossier, TrainingModel.ADVICE_TERM, givenOn);
            terms.start(dossier, TrainingModel.AFTER_ADVICE_TERM, givenOn);
        }
        processes.complete(task.id(), CaseworkModel.ADVICE.with(advice));
    }

    private Part part(String dossier) {
        return jdbc.sql("""
                select p.item, i.session_on as session from training_agenda_part p join training_agenda_item i on i.id = p.item
                where p.training = ? and p.advice is null order by i.session_on desc limit 1""").param(dossier).query(Part.class).single();
    }
}
