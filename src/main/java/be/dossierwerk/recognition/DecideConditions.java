package be.dossierwerk.recognition;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler decides each of the 19 conditions; a result that differs from the proposal needs its evidence. */
@Service
class DecideConditions implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    DecideConditions(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "erkenning/voorwaarden-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> proposal = new HashMap<>();
        jdbc.sql("select code, proposed, why from recognition_condition where dossier = ?").param(task.dossier()).query(row -> {
            String code = row.getString(1).toLowerCase();
            proposal.put(code + "Resultaat", row.getString(2));
            proposal.put(code + "Bewijs", row.getString(3));
        });
        return proposal;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        record Proposal(String result, String why) { }
        Map<String, Proposal> proposed = new HashMap<>();
        jdbc.sql("select code, proposed, why from recognition_condition where dossier = ?").param(task.dossier())
                .query(row -> { proposed.put(row.getString(1), new Proposal(row.getString(2), row.getString(3))); });
        List<Refused.Field> unproven = new ArrayList<>();
        List<String> notMet = new ArrayList<>();
        for (int i = 1; i <= 19; i++) {
            String code = "C%02d".formatted(i);
            String field = "c%02d".formatted(i);
            String result = (String) data.get(field + "Resultaat");
            String evidence = (String) data.get(field + "Bewijs");
            Proposal proposal = proposed.get(code);
            // The table's own explanation is no evidence for another result than the table's.
            if (!result.equals(proposal.result) && (evidence == null || evidence.isBlank() || evidence.equals(proposal.why))) {
                unproven.add(new Refused.Field(field + "Bewijs", "recognition.condition.evidence", code));
            }
            if (!result.equals("OK")) {
                notMet.add(code);
            }
            jdbc.sql("update recognition_condition set result = ?, source = ?, evidence = ?, decided_by = ? where dossier = ? and code = ?")
                    .params(result, data.get(field + "Bron"), evidence, handler.id(), task.dossier(), code).update();
        }
        if (!unproven.isEmpty()) {
            throw new Refused("recognition.condition.evidence-needed", unproven);
        }
        audit.record(AuditLog.Entry.of(task.dossier(), "VOORWAARDEN_BEOORDEELD", notMet.isEmpty()
                ? "%s beoordeelde de 19 voorwaarden: aan alle is voldaan.".formatted(handler.name())
                : "%s beoordeelde de 19 voorwaarden: niet voldaan of niet zeker zijn %s.".formatted(handler.name(), String.join(", ", notMet))));
        processes.complete(task.id(), Map.of());
    }
}
