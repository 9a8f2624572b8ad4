package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.Processes;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The task of a change that is done on its own page; whoever does it has it. */
@Component
class ChangeTask {

    private final OpenWork openWork;
    private final ClaimTask claimTask;
    private final Processes processes;

    ChangeTask(OpenWork openWork, ClaimTask claimTask, Processes processes) {
        this.openWork = openWork;
        this.claimTask = claimTask;
        this.processes = processes;
    }

    /** @throws Refused inbox.claimed-by-colleague, inbox.conflict, inbox.task-gone */
    @Transactional(propagation = Propagation.MANDATORY)
    String take(String change, String taskKey) {
        String task = openWork.ofDossier(change).stream().filter(row -> row.taskKey().equals(taskKey)).map(OpenWork.Row::taskId).findFirst()
                .orElseThrow(() -> new Refused("inbox.task-gone"));
        claimTask.claim(task);
        return task;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void complete(String task, Map<String, Object> variables) {
        processes.complete(task, variables);
    }
}
