package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The note for the committee; from that day on its term T-REC-02 runs. */
@Service
class WriteInfringementNote implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Cases cases;
    private final Terms terms;
    private final JdbcClient jdbc;
    private final Clock clock;

    WriteInfringementNote(CurrentActor currentActor, Processes processes, AuditLog audit, Cases cases, Terms terms, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.cases = cases;
        this.terms = terms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/nota-opstellen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(Map.of("feiten", "%s%n%n%s".formatted(String.join("; ", cases.named(task.dossier())), cases.of(task.dossier()).facts())));
        jdbc.sql("select outlook from infringement_case where dossier = ? and outlook is not null").param(task.dossier()).query(String.class).optional()
                .ifPresent(outlook -> shown.put("vooruitzicht", outlook));
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        String outlook = (String) data.get("vooruitzicht");
        jdbc.sql("update infringement_case set outlook = ?, note_facts = ?, note_judgement = ? where dossier = ?")
                .params(outlook, data.get("feiten"), data.get("beoordeling"), dossier).update();
        terms.start(dossier, CaseworkModel.ADVICE_TERM, LocalDate.now(clock));
        audit.record(AuditLog.Entry.of(dossier, "NOTA_OPGESTELD", "%s stelde de nota voor de commissie op: %s.".formatted(actor.name(),
                outlook.equals("GUNSTIG") ? "de erkenning behouden" : "de erkenning intrekken")).because((String) data.get("beoordeling")));
        processes.complete(task.id(), Map.of());
    }
}
