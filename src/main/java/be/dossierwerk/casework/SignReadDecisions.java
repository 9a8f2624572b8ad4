package be.dossierwerk.casework;

import be.dossierwerk.inbox.CheckConflict;
import be.dossierwerk.inbox.Route;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The signatory signs what he read, or sends it back with a reason. */
@Service
class SignReadDecisions implements SigningActions {

    private final SigningPile pile;
    private final SigningReads reads;
    private final SendEach sendEach;
    private final SendTaskForm sendTaskForm;
    private final CheckConflict checkConflict;
    private final CurrentActor currentActor;

    SignReadDecisions(SigningPile pile, SigningReads reads, SendEach sendEach, SendTaskForm sendTaskForm, CheckConflict checkConflict,
                      CurrentActor currentActor) {
        this.pile = pile;
        this.reads = reads;
        this.sendEach = sendEach;
        this.sendTaskForm = sendTaskForm;
        this.checkConflict = checkConflict;
        this.currentActor = currentActor;
    }

    @Override
    public List<Outcome> sign(UUID action, List<String> taskIds) {
        currentActor.require(Roles.SIGNATORY);
        Set<UUID> read = reads.mine();
        // A task that left the pile meanwhile is not unread: sending it says what happened.
        Set<String> unread = pile.all().stream().filter(waiting -> !read.contains(waiting.document())).map(SigningPile.Waiting::taskId)
                .collect(Collectors.toSet());
        var refused = taskIds.stream().filter(unread::contains).map(this::unread);
        var sent = sendEach.send(action, taskIds.stream().filter(taskId -> !unread.contains(taskId)).toList(), Map.of("ondertekend", "JA"),
                Route.ONDERTEKENSTAPEL);
        return Stream.concat(sent.stream(), refused).toList();
    }

    @Override
    public void sendBack(UUID action, String taskId, String reason) {
        currentActor.require(Roles.SIGNATORY);
        Map<String, Object> raw = new HashMap<>();
        raw.put("ondertekend", "NEE");
        raw.put("reden", reason);
        sendTaskForm.send(taskId, SendEach.actionOf(action, taskId), raw, Route.ONDERTEKENSTAPEL);
    }

    /** Who may not sign it at all is told that first. */
    private Outcome unread(String taskId) {
        try {
            checkConflict.check(taskId, Route.ONDERTEKENSTAPEL);
        } catch (Refused conflict) {
            return new Outcome(taskId, conflict);
        }
        return new Outcome(taskId, new Refused("casework.signing-unread"));
    }
}
