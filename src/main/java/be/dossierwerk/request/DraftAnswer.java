package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler drafts the answer to a complaint: judgement, reasons, measures. */
@Service
class DraftAnswer implements TaskAction {

    private final Klachten klachten;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    DraftAnswer(Klachten klachten, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.klachten = klachten;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "klacht/antwoord-opstellen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Klachten.Klacht klacht = klachten.get(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("opmerking", klacht.remark() == null ? "Er is nog geen opmerking." : klacht.remark());
        shown.put("bevindingen", klacht.findings());
        shown.put("oordeel", klacht.judgement() == null ? null : klacht.judgement().name());
        shown.put("motivering", klacht.reasons());
        shown.put("maatregelen", klacht.measures());
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        KlachtJudgement judgement = KlachtJudgement.valueOf((String) data.get("oordeel"));
        jdbc.sql("update klacht set judgement = ?, reasons = ?, measures = ?, drafter = ?, drafter_name = ? where dossier = ?")
                .params(Arrays.asList(judgement.name(), data.get("motivering"), data.get("maatregelen"), handler.id(), handler.name(), task.dossier())).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "ANTWOORD_OPGESTELD", "%s stelde het antwoord op. Het oordeel: %s".formatted(handler.name(), judgement.inWords()))
                .because((String) data.get("motivering")));
        processes.complete(task.id(), Map.of());
    }
}
