package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler drafts the decision: outcome, legal ground, facts, reasons and appeal clause (wet 29-7-1991). */
@Service
class DraftBesluit implements TaskAction {

    private final CurrentActor currentActor;
    private final Procedures procedures;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    DraftBesluit(CurrentActor currentActor, Procedures procedures, Processes processes, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.procedures = procedures;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "bouwstenen/beslissing-opstellen";
    }

    /** A draft that was sent back comes up again as it was; never one of another decision in the same dossier. */
    @Override
    public Map<String, Object> prefill(OpenTask task) {
        String[] possible = procedures.of(task.dossier()).possibleDecisions(task.dossier()).stream().map(Procedure.PossibleDecision::code).toArray(String[]::new);
        Instant from = procedures.of(task.dossier()).draftsFrom(task.dossier());
        return jdbc.sql("""
                select * from besluit b where dossier = ? and status not in ('ONDERTEKEND', 'VERNIETIGD') and outcome = any(?) and drafted_at >= ?
                and not exists (select 1 from besluit signed where signed.dossier = b.dossier and signed.status in ('ONDERTEKEND', 'VERNIETIGD') and signed.drafted_at > b.drafted_at)
                order by drafted_at desc limit 1""").params(task.dossier(), possible, (from == null ? Instant.EPOCH : from).atOffset(ZoneOffset.UTC))
                .query((row, i) -> {
                    Map<String, Object> was = new HashMap<>();
                    was.put("uitkomst", row.getString("outcome"));
                    was.put("activiteiten", List.of((String[]) row.getArray("activities").getArray()));
                    was.put("rechtsgrond", row.getString("legal_ground"));
                    was.put("feiten", row.getString("facts"));
                    was.put("motieven", row.getString("reasons"));
                    was.put("afwijkingAdvies", row.getString("departs_because"));
                    was.put("ingangsdatum", row.getObject("effective_on", LocalDate.class));
                    was.put("evenredigheid", row.getString("proportionality"));
                    was.put("beroepsclausule", row.getString("appeal_clause"));
                    return was;
                }).optional().orElseGet(() -> procedures.of(task.dossier()).decisionProposal(task.dossier()));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var drafter = currentActor.get();
        String dossier = task.dossier();
        Procedure procedure = procedures.of(dossier);
        Procedure.PossibleDecision decision = procedure.possibleDecisions(dossier).stream().filter(each -> each.code().equals(data.get("uitkomst"))).findFirst()
                .orElseThrow(() -> new Refused("casework.decision-not-possible", List.of(new Refused.Field("uitkomst", "casework.decision-not-possible"))));
        String outcome = decision.code();
        @SuppressWarnings("unchecked")
        List<String> activities = (List<String>) data.getOrDefault("activiteiten", List.of());
        if (procedure.namesActivities(outcome) && activities.isEmpty()) {
            throw new Refused("casework.activities-needed", List.of(new Refused.Field("activiteiten", "casework.activities-needed")));
        }
        if (departsFromAdvice(dossier, decision) && data.get("afwijkingAdvies") == null) {
            throw new Refused("casework.departure-needs-reason", List.of(new Refused.Field("afwijkingAdvies", "casework.departure-needs-reason")));
        }
        jdbc.sql("update besluit set status = 'TERUGGESTUURD' where dossier = ? and status not in ('TERUGGESTUURD', 'ONDERTEKEND', 'VERNIETIGD')").param(dossier).update();
        jdbc.sql("""
                insert into besluit (id, dossier, outcome, activities, legal_ground, facts, reasons, departs_because, effective_on, proportionality,
                                     appeal_clause, status, drafter, drafter_name, drafted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPGESTELD', ?, ?, ?)""")
                .params(Arrays.asList(UUID.randomUUID(), dossier, outcome, activities.toArray(String[]::new), data.get("rechtsgrond"), data.get("feiten"),
                        data.get("motieven"), data.get("afwijkingAdvies"), data.get("ingangsdatum"), data.get("evenredigheid"), data.get("beroepsclausule"),
                        drafter.id(), drafter.name(), OffsetDateTime.now(clock))).update();
        audit.record(AuditLog.Entry.of(dossier, "BESLISSING_OPGESTELD",
                "%s stelde voor om te %s.".formatted(drafter.name(), decision.verb())).because((String) data.get("motieven")));
        processes.complete(task.id(), CaseworkModel.OUTCOME.with(outcome));
    }

    /** A decision may depart from the advice, but must say why (procedures.md 1.11). */
    private boolean departsFromAdvice(String dossier, Procedure.PossibleDecision decision) {
        return jdbc.sql("select advice from committee_item where dossier = ? and advice is not null and advice <> 'UITGESTELD' order by given_on desc limit 1")
                .param(dossier).query(String.class).optional()
                .map(advice -> advice.equals("ONGUNSTIG") != decision.adverse()).orElse(false);
    }
}
