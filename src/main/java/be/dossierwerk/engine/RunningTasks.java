package be.dossierwerk.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that the engine holds open, to compare lists with; lists themselves are the inbox's. */
@Service
public class RunningTasks {

    /** {@code due} is null unless somebody gave the engine a date: the product keeps the last day in the inbox. */
    public record RunningTask(String id, String dossier, String name, Instant due) { }

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final InstancesOfDossiers instances;
    private final ObjectProvider<TaskGroups> taskGroups;

    RunningTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository, InstancesOfDossiers instances, ObjectProvider<TaskGroups> taskGroups) {
        this.taskGroups = taskGroups;
        this.instances = instances;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Those of these dossiers; not more than some hundreds of dossiers at once. */
    public List<RunningTask> of(Collection<String> dossiers) {
        Map<String, String> dossierOf = instances.of(dossiers);
        return dossierOf.isEmpty() ? List.of() : tasks.createTaskQuery().processInstanceIdIn(dossierOf.keySet().toArray(String[]::new))
                .orderByTaskId().asc().list().stream().map(task -> new RunningTask(task.getId(), dossierOf.get(task.getProcessInstanceId()),
                        Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant())).toList();
    }

    /** The task as it was told when it opened. */
    public Optional<OpenTask> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult()).map(task -> {
            TaskGroups diverted = taskGroups.getIfAvailable(() -> (procedure, named) -> named);
            String groups = tasks.getIdentityLinksForTask(id).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                    .map(named -> diverted.of(() -> calledBy(task.getProcessInstanceId()), named)).sorted()
                    .collect(Collectors.joining(","));
            var definition = repository.getProcessDefinition(task.getProcessDefinitionId());
            String dossier = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
            return new OpenTask(id, definition.getKey(), task.getTaskDefinitionKey(), task.getName(), task.getFormKey(), groups, dossier,
                    task.getCreateTime().toInstant(), definition.getDeploymentId());
        });
    }

    /** The process at the root of the instance: the one that called the building blocks. */
    private String calledBy(String instance) {
        String root = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getRootProcessInstanceId();
        return repository.getProcessDefinition(runtime.createProcessInstanceQuery().processInstanceId(root).singleResult().getProcessDefinitionId()).getKey();
    }

    /** Takes away a date that somebody gave the engine. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withoutDue(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task != null) {
            task.setDueDate(null);
            tasks.saveTask(task);
        }
    }
}
