package be.dossierwerk.casework;

import be.dossierwerk.inbox.Route;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the same form for many tasks, each in a transaction of its own. */
@Component
class SendEach {

    private static final Logger LOG = LoggerFactory.getLogger(SendEach.class);

    private final SendTaskForm sendTaskForm;

    SendEach(SendTaskForm sendTaskForm) {
        this.sendTaskForm = sendTaskForm;
    }

    List<Outcome> send(UUID action, List<String> taskIds, Map<String, Object> raw, Route route) {
        return taskIds.stream().map(taskId -> one(action, taskId, raw, route)).toList();
    }

    private Outcome one(UUID action, String taskId, Map<String, Object> raw, Route route) {
        try {
            sendTaskForm.send(taskId, actionOf(action, taskId), raw, route);
            return new Outcome(taskId, null);
        } catch (Refused refused) {
            return new Outcome(taskId, refused);
        } catch (RuntimeException failure) {
            // Those before it are done and those after it can still be: one broken file must not hide that.
            LOG.error("Task {} could not be sent", taskId, failure);
            return new Outcome(taskId, new Refused("casework.screen.failed"));
        }
    }

    /** The same for every try, another one for each task: what is sent twice is done once. */
    static UUID actionOf(UUID action, String taskId) {
        return UUID.nameUUIDFromBytes((action + "/" + taskId).getBytes(StandardCharsets.UTF_8));
    }
}
