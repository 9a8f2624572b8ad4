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

/** The handler writes down what happened and who was heard. */
@Service
class ResearchKlacht implements TaskAction {

    private final Klachten klachten;
    private final ComplainedAbout complainedAbout;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ResearchKlacht(Klachten klachten, ComplainedAbout complainedAbout, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.klachten = klachten;
        this.complainedAbout = complainedAbout;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "klacht/klacht-onderzoeken";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>(Map.of("klacht", klachten.get(task.dossier()).told()));
        String names = String.join(", ", complainedAbout.of(task.dossier()).values());
        shown.put("betrokkenen", names.isEmpty() ? "De klacht gaat over geen enkele collega persoonlijk." : names);
        return shown;
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        jdbc.sql("update klacht set findings = ?, heard = ? where dossier = ?").params(Arrays.asList(data.get("bevindingen"), data.get("gehoord"), task.dossier())).update();
        audit.record(AuditLog.Entry.of(task.dossier(), "KLACHT_ONDERZOCHT", "%s onderzocht de klacht.".formatted(handler.name())).because((String) data.get("bevindingen")));
        processes.complete(task.id(), Map.of());
    }
}
