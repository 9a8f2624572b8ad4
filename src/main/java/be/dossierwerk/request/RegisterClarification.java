package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The requester made clear what is wanted: from that day the term to decide runs anew. */
@Service
class RegisterClarification implements TaskAction {

    private final OpenbaarheidRequests requests;
    private final Terms terms;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final Clock clock;

    RegisterClarification(OpenbaarheidRequests requests, Terms terms, Dossiers dossiers, CurrentActor currentActor, Processes processes, AuditLog audit, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "openbaarheid/verduidelijking-registreren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("vraag", requests.get(task.dossier()).question(), "ontvangenOp", LocalDate.now(clock));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        LocalDate on = (LocalDate) data.get("ontvangenOp");
        LocalDate asked = terms.of(dossier).stream().filter(term -> term.rule().equals(OpenbaarheidModel.CLARIFICATION_TERM) && term.stoppedOn() == null)
                .map(TermStanding::startedOn).findFirst().orElseThrow();
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(asked)) {
            String day = Dates.prose(asked);
            throw new Refused("request.openness.clarified-day", List.of(new Refused.Field("ontvangenOp", "request.openness.clarified-day", day)), day);
        }
        List<String> documents = RegisterRequest.lines((String) data.get("documenten"));
        requests.ask(dossier, documents);
        terms.stop(dossier, OpenbaarheidModel.CLARIFICATION_TERM, on);
        terms.start(dossier, OpenbaarheidModel.TERM, on);
        dossiers.state(dossier, "IN_BEHANDELING");
        audit.record(AuditLog.Entry.of(dossier, "VERZOEK_VERDUIDELIJKT", "%s registreerde dat de verzoeker het verzoek op %s verduidelijkte.".formatted(actor.name(),
                Dates.prose(on))).because(String.join("; ", documents)));
        processes.complete(task.id(), Map.of());
    }
}
