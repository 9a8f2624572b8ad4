package be.dossierwerk.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that the engine holds open, to compare lists with; lists themselves are the inbox's. */
@Service
public class RunningTasks {

    /** {@code due} is null unless somebody gave the engine a date: the product keeps the last day in the inbox. */
    public record RunningTask(String id, String dossier, String name, Instant due) { }

    private static final int PAGE = 1000;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    RunningTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Those of every dossier, read page by page. */
    public List<RunningTask> all() {
        List<RunningTask> all = new ArrayList<>();
        Map<String, String> dossiers = new HashMap<>();
        for (int from = 0;; from += PAGE) {
            List<Task> page = tasks.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE);
            var unknown = page.stream().map(Task::getProcessInstanceId).filter(id -> id != null && !dossiers.containsKey(id)).collect(Collectors.toSet());
            if (!unknown.isEmpty()) {
                for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceIds(unknown).list()) {
                    dossiers.put(instance.getId(), instance.getBusinessKey());
                }
            }
            page.stream().filter(task -> dossiers.get(task.getProcessInstanceId()) != null).forEach(task -> all.add(new RunningTask(task.getId(),
                    dossiers.get(task.getProcessInstanceId()), Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                    task.getDueDate() == null ? null : task.getDueDate().toInstant())));
            if (page.size() < PAGE) {
                return all;
            }
        }
    }

    /** The task as it was told when it opened. */
    public Optional<OpenTask> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult()).map(task -> {
            String groups = tasks.getIdentityLinksForTask(id).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted()
                    .collect(Collectors.joining(","));
            String process = repository.createProcessDefinitionQuery().processDefinitionId(task.getProcessDefinitionId()).singleResult().getKey();
            String dossier = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
            return new OpenTask(id, process, task.getTaskDefinitionKey(), task.getName(), task.getFormKey(), groups, dossier,
                    task.getCreateTime().toInstant());
        });
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
