package be.dossierwerk.demo;

import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.SubmitApplication;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One act in somebody's name, done as the screens do it: through the use cases, with the form as it was shown. */
@Component
public class Acts {

    private final CurrentActor currentActor;
    private final SubmitApplication submit;
    private final OpenWork openWork;
    private final ShowTask showTask;
    private final SendTaskForm sendTaskForm;

    Acts(CurrentActor currentActor, SubmitApplication submit, OpenWork openWork, ShowTask showTask, SendTaskForm sendTaskForm) {
        this.currentActor = currentActor;
        this.submit = submit;
        this.openWork = openWork;
        this.showTask = showTask;
        this.sendTaskForm = sendTaskForm;
    }

    /** @return the dossier number */
    public String file(Actor by, Application application, String source, LocalDate receivedOn, List<SubmitApplication.Attachment> attachments) {
        return currentActor.as(by, () ->
                submit.submit(application, new SubmitApplication.Receipt(source, receivedOn, null, UUID.randomUUID(), attachments)));
    }

    /**
     * Sends the form of the dossier's open task: what was proposed, with these fields over it.
     * @throws IllegalStateException when the dossier has no such task open
     */
    public void send(Actor by, String dossier, String taskKey, Map<String, Object> fields) {
        currentActor.as(by, () -> {
            String task = task(dossier, taskKey);
            Map<String, Object> raw = new HashMap<>(showTask.show(task).values());
            raw.putAll(fields);
            return sendTaskForm.send(task, UUID.randomUUID(), raw);
        });
    }

    /** The id of the dossier's open task. */
    public String task(String dossier, String taskKey) {
        var open = openWork.ofDossier(dossier);
        return open.stream().filter(row -> row.taskKey().equals(taskKey)).map(OpenWork.Row::taskId).findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no task %s open, only %s".formatted(dossier, taskKey,
                        open.stream().map(OpenWork.Row::taskKey).toList())));
    }
}
