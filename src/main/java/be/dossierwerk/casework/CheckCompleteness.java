package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler says what is missing, or that the file is complete and since when (procedures.md D1, H8). */
@Service
class CheckCompleteness implements TaskAction {

    private final Procedures procedures;
    private final Dossiers dossiers;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckCompleteness(Procedures procedures, Dossiers dossiers, Processes processes, CurrentActor currentActor, AuditLog audit,
                      JdbcClient jdbc, Clock clock) {
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "bouwstenen/volledigheid-nagaan";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("ontbreekt", procedures.of(task.dossier()).missingItems(task.dossier()));
        proposal.put("datumVolledig", lastReceipt(task.dossier()));
        return proposal;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        Actor handler = currentActor.get();
        String dossier = task.dossier();
        // The diagram may give this task to others; they do not become who the dossier is with.
        if (dossiers.get(dossier).handler() == null && handler.has(procedures.of(dossier).handledBy())) {
            dossiers.handler(dossier, handler.id(), handler.name());
        }
        @SuppressWarnings("unchecked")
        List<String> missing = (List<String>) data.getOrDefault("ontbreekt", List.of());
        if (missing.isEmpty()) {
            declareComplete(dossier, handler, (LocalDate) data.getOrDefault("datumVolledig", lastReceipt(dossier)));
        } else {
            askFor(dossier, handler, missing, (String) data.get("toelichting"));
        }
        processes.complete(task.id(), CaseworkModel.COMPLETE.with(missing.isEmpty()));
    }

    private void declareComplete(String dossier, Actor handler, LocalDate on) {
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(dossiers.get(dossier).receivedOn())) {
            throw new Refused("casework.complete-date", List.of(new Refused.Field("datumVolledig", "casework.complete-date")));
        }
        jdbc.sql("insert into completeness (dossier, complete_on) values (?, ?) on conflict (dossier) do update set complete_on = excluded.complete_on")
                .params(dossier, on).update();
        audit.record(AuditLog.Entry.of(dossier, "VOLLEDIG_VERKLAARD",
                "%s verklaarde het dossier volledig sinds %s.".formatted(handler.name(), Dates.prose(on))));
    }

    private void askFor(String dossier, Actor handler, List<String> missing, String explanation) {
        if (explanation == null || explanation.isBlank()) {
            throw new Refused("casework.explanation-needed", List.of(new Refused.Field("toelichting", "casework.explanation-needed")));
        }
        LocalDate today = LocalDate.now(clock);
        for (String code : missing) {
            jdbc.sql("insert into missing_item (dossier, code, requested_on) values (?, ?, ?) on conflict do nothing").params(dossier, code, today).update();
        }
        jdbc.sql("""
                insert into completeness (dossier, explanation, requested_on) values (?, ?, ?)
                on conflict (dossier) do update set explanation = excluded.explanation, requested_on = excluded.requested_on""")
                .params(dossier, explanation, today).update();
        audit.record(AuditLog.Entry.of(dossier, "ONVOLLEDIG_BEVONDEN",
                "%s vond het dossier onvolledig: %s ontbreekt.".formatted(handler.name(), MissingItem.inWords(missing))).because(explanation));
    }

    private LocalDate lastReceipt(String dossier) {
        return jdbc.sql("select max(received_on) from missing_item where dossier = ?").param(dossier)
                .query((row, i) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class))).single()
                .orElseGet(() -> dossiers.get(dossier).receivedOn());
    }
}
