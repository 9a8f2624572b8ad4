package be.dossierwerk.request;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which document of which dossier answers a request; of what is open in part only, a copy without the closed part. */
@Service
public class PointToDocument {

    private final OpenbaarheidRequests requests;
    private final Dossiers dossiers;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    PointToDocument(OpenbaarheidRequests requests, Dossiers dossiers, Processes processes, CurrentActor currentActor, AuditLog audit, JdbcClient jdbc) {
        this.requests = requests;
        this.dossiers = dossiers;
        this.processes = processes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public boolean available(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && requests.find(dossier).isPresent() && dossiers.get(dossier).closedOn() == null
                && processes.awaits(OpenbaarheidModel.WITHDRAWN, dossier);
    }

    /** What can be handed over out of that dossier; extracts of convictions and the like cannot. */
    public List<Dossiers.Document> choices(String from) {
        return dossiers.documents(from).stream().filter(document -> !document.kind().equals(Dossiers.CONFIDENTIAL_KIND)).toList();
    }

    /** @throws Refused request.field.needed, request.openness.not-to-hand-over, request.openness.blackened or request.drop.too-late */
    @Transactional
    public void point(String dossier, UUID item, String from, UUID document) {
        var handler = currentActor.require(Roles.HANDLER);
        audit.lock(dossier);
        if (!available(dossier)) {
            throw new Refused("request.drop.too-late");
        }
        OpenbaarheidRequests.Item chosen = requests.items(dossier).stream().filter(each -> each.id().equals(item)).findFirst()
                .orElseThrow(() -> new Refused("request.field.needed", List.of(new Refused.Field("item", "request.field.needed"))));
        if (document == null || from == null) {
            throw new Refused("request.field.needed", List.of(new Refused.Field("document", "request.field.needed")));
        }
        Dossiers.Document found = choices(from).stream().filter(each -> each.id().equals(document)).findFirst()
                .orElseThrow(() -> new Refused("request.openness.not-to-hand-over", List.of(new Refused.Field("document", "request.openness.not-to-hand-over"))));
        if (chosen.judgement() == DocumentJudgement.GEDEELTELIJK && !found.dossier().equals(dossier)) {
            throw new Refused("request.openness.blackened", List.of(new Refused.Field("document", "request.openness.blackened")));
        }
        jdbc.sql("update requested_document set document = ? where id = ?").params(document, item).update();
        audit.record(AuditLog.Entry.of(dossier, "DOCUMENT_AANGEDUID", "%s duidde voor \"%s\" het document \"%s\" van dossier %s aan.".formatted(handler.name(),
                chosen.description(), found.title(), found.dossier())));
    }
}
