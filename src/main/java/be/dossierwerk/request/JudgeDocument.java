package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The handler judges one document after the other; what stays closed names its ground out of the closed list (Bestuursdecreet II.34 to II.36). */
@Service
public class JudgeDocument implements TaskAction {

    static final String JUDGED = "DOCUMENT_BEOORDEELD";

    private final OpenbaarheidRequests requests;
    private final OpennessExceptions exceptions;
    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    JudgeDocument(OpenbaarheidRequests requests, OpennessExceptions exceptions, CurrentActor currentActor, Processes processes, AuditLog audit, JdbcClient jdbc,
                  Clock clock) {
        this.requests = requests;
        this.exceptions = exceptions;
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "openbaarheid/document-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        List<OpenbaarheidRequests.Item> items = requests.items(task.dossier());
        OpenbaarheidRequests.Item item = next(task.dossier());
        return new HashMap<>(Map.of("document", "Document %d van %d: %s".formatted(item.position(), items.size(), item.description())));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var handler = currentActor.get();
        judge(handler, task.dossier(), next(task.dossier()), DocumentJudgement.valueOf((String) data.get("oordeel")), (String) data.get("uitzondering"),
                (String) data.get("motief"));
        processes.complete(task.id(), OpenbaarheidModel.ALL_JUDGED.with(requests.items(task.dossier()).stream().allMatch(item -> item.judgement() != null)));
    }

    /** A judgement can change as long as the lawyer or signatory sends the draft back: not once the decision waits for a signature. */
    public boolean available(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && requests.items(dossier).stream().anyMatch(item -> item.judgement() != null)
                && processes.awaits(OpenbaarheidModel.WITHDRAWN, dossier) && !settled(dossier);
    }

    /** @throws Refused request.openness.settled, request.field.needed, request.openness.exception or request.field.reason */
    @Transactional
    public void again(String dossier, UUID item, DocumentJudgement judgement, String exception, String reason) {
        var handler = currentActor.require(Roles.HANDLER);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("request.openness.settled");
        }
        OpenbaarheidRequests.Item chosen = requests.items(dossier).stream().filter(each -> each.id().equals(item) && each.judgement() != null).findFirst()
                .orElseThrow(() -> new Refused("request.field.needed", List.of(new Refused.Field("item", "request.field.needed"))));
        if (judgement == null) {
            throw new Refused("request.field.needed", List.of(new Refused.Field("judgement", "request.field.needed")));
        }
        judge(handler, dossier, chosen, judgement, exception, reason);
    }

    private void judge(Actor handler, String dossier, OpenbaarheidRequests.Item item, DocumentJudgement judgement, String exception, String reason) {
        boolean open = judgement == DocumentJudgement.OPENBAAR;
        if (!open) {
            exceptions.find(exception, LocalDate.now(clock)).orElseThrow(() -> new Refused("request.openness.exception", List.of(
                    new Refused.Field("uitzondering", "request.openness.exception"), new Refused.Field("exception", "request.openness.exception"))));
            DropRequest.checkReason(reason);
        }
        jdbc.sql("update requested_document set judgement = ?, exception = ?, reason = ? where id = ?")
                .params(Arrays.asList(judgement.name(), open ? null : exception, open ? null : reason.strip(), item.id())).update();
        audit.record(AuditLog.Entry.of(dossier, JUDGED, "%s beoordeelde \"%s\": %s".formatted(handler.name(), item.description(), switch (judgement) {
            case OPENBAAR -> "openbaar.";
            case GEDEELTELIJK -> "gedeeltelijk openbaar.";
            case NIET_OPENBAAR -> "niet openbaar.";
        })).because(open ? null : reason.strip()));
    }

    private OpenbaarheidRequests.Item next(String dossier) {
        return requests.items(dossier).stream().filter(item -> item.judgement() == null).findFirst()
                .orElseThrow(() -> new IllegalStateException("every document of " + dossier + " is judged"));
    }

    /** A draft that is being read by somebody else stands on these judgements. */
    private boolean settled(String dossier) {
        return jdbc.sql("select exists (select from besluit where dossier = ? and status <> 'TERUGGESTUURD')").param(dossier).query(Boolean.class).single();
    }
}
