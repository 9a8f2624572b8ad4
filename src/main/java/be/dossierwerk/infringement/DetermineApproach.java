package be.dossierwerk.infringement;

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

/** After the written defence: does the undertaking want to be heard in person, and can it still mend (procedures.md 1.4, steps 5 and 6). */
@Service
class DetermineApproach implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    DetermineApproach(CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "inbreukdossier/aanpak-bepalen";
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        boolean hearing = "JA".equals(data.get("hoorzitting"));
        boolean mend = "JA".equals(data.get("regularisatie"));
        jdbc.sql("update infringement_case set hearing_asked = ?, regularisation = ?, regularisation_wanted = ? where dossier = ?")
                .params(Arrays.asList(hearing, mend ? "GEVRAAGD" : "NIET_GEVRAAGD", data.get("watRechtzetten"), dossier)).update();
        audit.record(AuditLog.Entry.of(dossier, "AANPAK_BEPAALD", "%s bepaalde de verdere aanpak: %s, %s.".formatted(actor.name(),
                hearing ? "er komt een hoorzitting" : "geen hoorzitting", mend ? "de onderneming kan de inbreuken rechtzetten" : "geen regularisatie")));
        Map<String, Object> variables = new HashMap<>(InfringementModel.HEARING_ASKED.with(hearing));
        variables.putAll(InfringementModel.REGULARISABLE.with(mend));
        processes.complete(task.id(), variables);
    }
}
