package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.CaseworkModel;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The head of the department reads the answer to a complaint before it leaves; never who drafted it. */
@Service
class CheckAnswer implements TaskAction {

    private final Klachten klachten;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CheckAnswer(Klachten klachten, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.klachten = klachten;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "klacht/antwoord-nazien";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Klachten.Klacht klacht = klachten.get(task.dossier());
        Map<String, Object> shown = new HashMap<>();
        shown.put("voorstel", "%s\n\n%s%s".formatted(klacht.judgement().inWords(), klacht.reasons(),
                klacht.measures() == null ? "" : "\n\nMaatregelen: " + klacht.measures()));
        shown.put("opsteller", klacht.drafterName());
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var head = currentActor.get();
        if (head.id().equals(klachten.get(task.dossier()).drafter())) {
            throw new Refused("request.klacht.four-eyes");
        }
        boolean agreed = "JA".equals(data.get("akkoord"));
        jdbc.sql("update klacht set remark = ? where dossier = ?").params(Arrays.asList(agreed ? null : data.get("opmerking"), task.dossier())).update();
        audit.record(AuditLog.Entry.of(task.dossier(), agreed ? "ANTWOORD_GOEDGEKEURD" : "ANTWOORD_TERUGGESTUURD", (agreed
                ? "%s keurde het antwoord goed." : "%s stuurde het antwoord terug.").formatted(head.name())).because((String) data.get("opmerking")));
        processes.complete(task.id(), CaseworkModel.AGREED.with(agreed));
    }
}
