package be.dossierwerk.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What use cases tell the running procedures. The business key is the dossier number. */
@Service
public class Processes {

    /** A place in a diagram where a dossier stands or stood. */
    public record Place(String process, String element, String name, boolean active) { }

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final RepositoryService repository;

    Processes(RuntimeService runtime, TaskService tasks, ManagementService management, HistoryService history,
              RepositoryService repository) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.repository = repository;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String process, String dossier, Map<String, Object> variables) {
        runtime.startProcessInstanceByKey(process, dossier, variables);
    }

    /**
     * Starts the newest diagram before that element instead of at its beginning; {@code alongside}: elements where the paths wait that are already done,
     * such as the gateway that joins them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void startAt(String process, String dossier, String element, Map<String, Object> variables, String... alongside) {
        var instance = runtime.createProcessInstanceByKey(process).businessKey(dossier).startBeforeActivity(element);
        for (String other : alongside) {
            instance.startBeforeActivity(other);
        }
        instance.setVariables(variables).execute();
    }

    /** A path that ended begins again before that element, beside what runs of the dossier; nothing happens where the procedure runs no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resumeAt(String process, String dossier, String element) {
        for (var instance : runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(dossier).list()) {
            runtime.createProcessInstanceModification(instance.getId()).startBeforeActivity(element).execute();
        }
    }

    /** Whether a procedure of the dossier runs. */
    public boolean runs(String dossier) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(dossier).active().count() > 0;
    }

    /** Stops what runs of the dossier where it stands, because nothing is left to do; without anything that runs, nothing happens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String dossier, String reason) {
        for (var instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(dossier).rootProcessInstances().list()) {
            runtime.deleteProcessInstance(instance.getId(), reason);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(String taskId, Map<String, Object> variables) {
        tasks.complete(taskId, variables);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void correlate(String message, String dossier, Map<String, Object> variables) {
        runtime.createMessageCorrelation(message).processInstanceBusinessKey(dossier).setVariables(variables).correlate();
    }

    /** True while some running procedure of the dossier waits for this message. */
    public boolean awaits(String message, String dossier) {
        return runtime.createExecutionQuery().messageEventSubscriptionName(message).processInstanceBusinessKey(dossier).count() > 0;
    }

    /** Asks every timer of the dossier for its date again, after a term has moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTimers(String dossier) {
        for (var instance : runtime.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list()) {
            for (Job timer : management.createJobQuery().processInstanceId(instance.getId()).timers().list()) {
                management.recalculateJobDuedate(timer.getId(), false);
            }
        }
    }

    /** Every element that the dossier visited, in order, with those where it stands now marked active. */
    public List<Place> places(String dossier) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                .flatMap(instance -> history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                        .orderByHistoricActivityInstanceStartTime().asc().list().stream())
                .map(Processes::place).toList();
    }

    /** The diagram's own text, for a viewer; the newest version. */
    public String diagram(String process) {
        return text(repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult());
    }

    /** The same, as that deployment brought it. */
    public String diagram(String process, String deployment) {
        return text(repository.createProcessDefinitionQuery().processDefinitionKey(process).deploymentId(deployment).singleResult());
    }

    private String text(ProcessDefinition definition) {
        try (var in = repository.getProcessModel(definition.getId())) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Place place(HistoricActivityInstance visited) {
        return new Place(visited.getProcessDefinitionKey(), visited.getActivityId(), visited.getActivityName(), visited.getEndTime() == null);
    }
}
