package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.casework.SendApplicantLetter;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Hands over what the decision opens: a copy out of the dossier where each document lives, and a letter that names them. */
@Service
class HandOverDocuments implements TaskAction {

    private final OpenbaarheidRequests requests;
    private final Dossiers dossiers;
    private final SendApplicantLetter letter;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Clock clock;

    HandOverDocuments(OpenbaarheidRequests requests, Dossiers dossiers, SendApplicantLetter letter, CurrentActor currentActor, Processes processes, AuditLog audit,
                      Clock clock) {
        this.requests = requests;
        this.dossiers = dossiers;
        this.letter = letter;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "openbaarheid/documenten-bezorgen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return new HashMap<>(Map.of("documenten", open(task.dossier()).stream().map(item -> item.document() == null
                ? item.description() + ": nog geen document aangeduid. Kies bovenaan de pagina van het dossier de actie \"Document aanduiden\"."
                : "%s: \"%s\" uit dossier %s".formatted(item.description(), item.title(), item.livesIn())).collect(Collectors.joining("\n"))));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        String dossier = task.dossier();
        List<OpenbaarheidRequests.Item> open = open(dossier);
        open.stream().filter(item -> item.document() == null).findFirst().ifPresent(item -> {
            throw new Refused("request.openness.point-first", List.of(new Refused.Field("documenten", "request.openness.point-first", item.description())), item.description());
        });
        // Judged after somebody pointed to the original: the whole document may not leave.
        open.stream().filter(item -> item.judgement() == DocumentJudgement.GEDEELTELIJK && !item.livesIn().equals(dossier)).findFirst().ifPresent(item -> {
            throw new Refused("request.openness.blackened", List.of(new Refused.Field("documenten", "request.openness.blackened")));
        });
        LocalDate today = LocalDate.now(clock);
        open.stream().filter(item -> !item.livesIn().equals(dossier)).forEach(item -> dossiers.documents(item.livesIn()).stream()
                .filter(document -> document.id().equals(item.document())).forEach(document ->
                        dossiers.attach(dossier, "AFSCHRIFT", "Afschrift: " + document.title(), document.fileName(), dossiers.content(document.id()), today)));
        boolean here = "INZAGE".equals(data.get("wijze"));
        Map<String, Object> facts = new HashMap<>(Map.of("bezorgd", open.stream().map(item -> "%s: \"%s\"%s".formatted(item.description(), item.title(),
                item.judgement() == DocumentJudgement.GEDEELTELIJK ? " (een deel)" : "")).toList(), "inzage", here));
        facts.put("toelichting", data.get("toelichting"));
        letter.send(dossier, "openbaarheid-documenten", "De documenten die u vroeg", facts);
        audit.record(AuditLog.Entry.of(dossier, "DOCUMENTEN_BEZORGD", "%s %s: %s.".formatted(handler.name(), here ? "legde klaar om in te kijken" : "bezorgde aan de verzoeker",
                open.stream().map(OpenbaarheidRequests.Item::description).collect(Collectors.joining("; ")))));
        processes.complete(task.id(), Map.of());
    }

    private List<OpenbaarheidRequests.Item> open(String dossier) {
        return requests.items(dossier).stream().filter(OpenbaarheidRequests.Item::handedOver).toList();
    }
}
