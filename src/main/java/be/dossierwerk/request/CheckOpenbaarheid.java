package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The handler looks whether a request for documents is clear, and writes down each document that is asked for. */
@Service
class CheckOpenbaarheid implements TaskAction {

    private final OpenbaarheidRequests requests;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    CheckOpenbaarheid(OpenbaarheidRequests requests, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.requests = requests;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "openbaarheid/verzoek-nagaan";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return new HashMap<>(Map.of("documenten", asked(task.dossier())));
    }

    /** What is asked for, one document on a line. */
    private String asked(String dossier) {
        return requests.items(dossier).stream().map(OpenbaarheidRequests.Item::description).collect(Collectors.joining("\n"));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        String dossier = task.dossier();
        String result = (String) data.get("resultaat");
        OpenbaarheidRefusal refusal = result.equals("NIET_ONTVANKELIJK") ? OpenbaarheidRefusal.valueOf((String) data.get("reden")) : null;
        if (result.equals("BEHANDELEN")) {
            List<String> documents = RegisterRequest.lines((String) data.get("documenten"));
            if (documents.isEmpty()) {
                throw new Refused("request.openness.no-document", List.of(new Refused.Field("documenten", "request.openness.no-document")));
            }
            requests.ask(dossier, documents);
        }
        jdbc.sql("update openbaarheid set question = coalesce(?, question), refusal = ?, explanation = ? where dossier = ?")
                .params(Arrays.asList(data.get("vraag"), refusal == null ? null : refusal.name(), data.get("toelichting"), dossier)).update();
        audit.record(AuditLog.Entry.of(dossier, "VERZOEK_NAGEGAAN", (switch (result) {
            case "BEHANDELEN" -> "%s vond het verzoek duidelijk genoeg om te behandelen.";
            case "VERDUIDELIJKEN" -> "%s vond het verzoek niet duidelijk.";
            default -> "%s vond het verzoek niet ontvankelijk. " + refusal.inWords();
        }).formatted(handler.name())).because((String) (result.equals("VERDUIDELIJKEN") ? data.get("vraag") : data.get("toelichting"))));
        processes.complete(task.id(), OpenbaarheidModel.RESULT.with(result));
    }
}
