package be.dossierwerk.inbox;

import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes several tasks at once: those that are still free; the others are told one by one. */
@Service
public class ClaimTasks {

    /** How many are now with the actor, and why the others are not. */
    public record Outcome(int claimed, List<Refused> refusals) { }

    private final ClaimTask claimTask;

    ClaimTasks(ClaimTask claimTask) {
        this.claimTask = claimTask;
    }

    /** Each in its own transaction: a colleague who was faster costs one task, not all. */
    public Outcome claim(Collection<String> taskIds) {
        int claimed = 0;
        List<Refused> refusals = new ArrayList<>();
        Route route = taskIds.size() == 1 ? Route.NEMEN : Route.SAMEN_NEMEN;
        for (String taskId : taskIds) {
            try {
                claimTask.claim(taskId, route);
                claimed++;
            } catch (Refused refused) {
                refusals.add(refused);
            }
        }
        return new Outcome(claimed, List.copyOf(refusals));
    }
}
