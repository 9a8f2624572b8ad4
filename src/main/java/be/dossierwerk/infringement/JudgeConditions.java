package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Judges each condition by itself; what follows when one is not met is proposed by the same person. */
@Service
class JudgeConditions implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final FollowUps followUps;
    private final JdbcClient jdbc;

    JudgeConditions(CurrentActor currentActor, Processes processes, AuditLog audit, FollowUps followUps, JdbcClient jdbc) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.followUps = followUps;
        this.jdbc = jdbc;
    }

    @Override
    public String formKey() {
        return "opvolging-voorwaarden/voorwaarden-beoordelen";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        Map<String, Object> shown = new HashMap<>();
        followUps.conditions(task.dossier()).forEach(condition -> {
            shown.put("v%dTekst".formatted(condition.number()), "%s\nGevraagd bewijs: %s\nOntvangen: %s".formatted(condition.content(), condition.proof(),
                    received(task.dossier(), condition.number())));
            if (!condition.state().equals("OPEN")) {
                shown.put("v%dOordeel".formatted(condition.number()), condition.state());
                shown.put("v%dWaarom".formatted(condition.number()), condition.why());
            }
        });
        return shown;
    }

    private String received(String dossier, int number) {
        List<String> proofs = followUps.proofs(dossier, number);
        return proofs.isEmpty() ? "nog niets" : String.join("; ", proofs);
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        boolean allMet = true;
        for (FollowUps.Condition condition : followUps.conditions(dossier)) {
            String key = "v" + condition.number();
            String field = key + "Oordeel";
            String judged = (String) data.get(field);
            if (judged == null) {
                throw new Refused("infringement.condition-unjudged", List.of(new Refused.Field(field, "infringement.condition-unjudged")));
            }
            allMet &= judged.equals("VERVULD");
            jdbc.sql("update withdrawal_condition set state = ?, why = ? where dossier = ? and number = ?")
                    .params(judged, data.get(key + "Waarom"), dossier, condition.number()).update();
        }
        String next = (String) data.get("vervolg");
        if (!allMet && next == null) {
            throw refused("infringement.next-needed");
        }
        if (!allMet && next.equals("VERLENGEN") && followUps.of(dossier).extended()) {
            throw refused("infringement.extended-once");
        }
        String standing = allMet ? "VERVULD" : next.equals("VERLENGEN") ? "VERLENGEN" : "NIET_VERVULD";
        jdbc.sql("update withdrawal_follow_up set standing = ? where dossier = ?").params(standing, dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "VOORWAARDEN_BEOORDEELD", (switch (standing) {
            case "VERVULD" -> "%s stelde vast dat alle voorwaarden vervuld zijn.";
            case "VERLENGEN" -> "%s stelde vast dat niet alle voorwaarden vervuld zijn en stelde voor om de termijn te verlengen.";
            default -> "%s stelde vast dat niet alle voorwaarden vervuld zijn.";
        }).formatted(actor.name())));
        processes.complete(task.id(), InfringementModel.CONDITIONS.with(standing));
    }

    private static Refused refused(String key) {
        return new Refused(key, List.of(new Refused.Field("vervolg", key)));
    }
}
