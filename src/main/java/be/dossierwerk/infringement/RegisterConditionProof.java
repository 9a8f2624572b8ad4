package be.dossierwerk.infringement;

import be.dossierwerk.audit.AuditLog;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Registers a proof for one or more conditions, as often as one arrives. */
@Service
class RegisterConditionProof implements TaskAction {

    private final CurrentActor currentActor;
    private final Processes processes;
    private final AuditLog audit;
    private final FollowUps followUps;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterConditionProof(CurrentActor currentActor, Processes processes, AuditLog audit, FollowUps followUps, JdbcClient jdbc, Clock clock) {
        this.currentActor = currentActor;
        this.processes = processes;
        this.audit = audit;
        this.followUps = followUps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "opvolging-voorwaarden/bewijs-registreren";
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of("lopend", followUps.conditions(task.dossier()).stream().map(condition -> "%d. %s\n    Gevraagd bewijs: %s\n    Uiterlijk: %s".formatted(condition.number(),
                condition.content(), condition.proof(), condition.state().equals("VERVULD") ? "al vervuld" : Dates.prose(condition.lastDay()))).collect(Collectors.joining("\n")));
    }

    @Override
    public void send(OpenTask task, Map<String, Object> data) {
        var actor = currentActor.get();
        String dossier = task.dossier();
        audit.lock(dossier);
        LocalDate on = (LocalDate) data.get("ontvangenOp");
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Refused("infringement.future", List.of(new Refused.Field("ontvangenOp", "infringement.future")));
        }
        @SuppressWarnings("unchecked")
        List<String> numbers = ((List<String>) data.get("voorwaarden")).stream().map(code -> code.substring(1)).toList();
        int known = followUps.conditions(dossier).size();
        if (numbers.stream().anyMatch(number -> Integer.parseInt(number) > known)) {
            throw new Refused("infringement.condition-unknown", List.of(new Refused.Field("voorwaarden", "infringement.condition-unknown", known)), known);
        }
        jdbc.sql("insert into withdrawal_proof (id, dossier, received_on, numbers, summary) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), dossier, on, String.join(", ", numbers), data.get("samenvatting")).update();
        audit.record(AuditLog.Entry.of(dossier, "BEWIJS_ONTVANGEN", "%s registreerde bewijs voor voorwaarde %s dat op %s aankwam.".formatted(actor.name(),
                String.join(" en ", numbers), Dates.prose(on))).because((String) data.get("samenvatting")));
        processes.complete(task.id(), InfringementModel.PROOF_COMPLETE.with("JA".equals(data.get("allesBinnen"))));
    }
}
