package be.dossierwerk.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The timers of the running procedures as the engine holds them. */
@Service
public class Timers {

    /**
     * A timer that waits: {@code term} is the rule whose end it asked for, null when it asked for another date.
     * {@code watches} is the element it hangs on, null for a timer on its own; one that interrupts ends that element.
     */
    public record Timer(String id, String dossier, String process, String element, String name, String watches, boolean interrupts,
                        String term, Instant fires) { }

    /** A timer that the diagram hangs on an open task, or around it, and that is not there though it never fired. */
    public record Lost(String task, String taskName, String dossier, String element, String name) { }

    /** What the diagram says of a timer, the same for all that wait there. */
    private record Drawn(String process, String element, String name, String watches, boolean interrupts, String term) { }

    /** A timer that hangs on a task, or on the sub-process {@code around} it. */
    private record Hanging(String element, String name, boolean interrupts, boolean around) { }

    private static final Pattern ASKS_TERM = Pattern.compile("deadlines\\.endOf\\('([^']+)'");

    private final ManagementService management;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final InstancesOfDossiers instances;
    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;
    // A definition that was deployed never changes.
    private final Map<String, Map<String, List<Hanging>>> hanging = new ConcurrentHashMap<>();
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();

    Timers(ProcessEngine engine, InstancesOfDossiers instances, JdbcClient jdbc) {
        this.instances = instances;
        this.jdbc = jdbc;
        management = engine.getManagementService();
        repository = engine.getRepositoryService();
        tasks = engine.getTaskService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Every dossier with a running procedure, so every one that can have timers or tasks. */
    public List<String> dossiers() {
        return instances.dossiers();
    }

    /** Those of these dossiers; not more than some hundreds of dossiers at once. */
    public List<Timer> of(Collection<String> dossiers) {
        Map<String, String> dossierOf = instances.of(dossiers);
        return dossierOf.isEmpty() ? List.of() : jobs(dossierOf.keySet()).stream().filter(job -> job.getDuedate() != null).map(job -> {
            Drawn there = drawn(job);
            return new Timer(job.getId(), dossierOf.get(job.getProcessInstanceId()), there.process(), there.element(), there.name(), there.watches(),
                    there.interrupts(), there.term(), job.getDuedate().toInstant());
        }).toList();
    }

    /** Lets one timer ask for its date again; false when it is no longer there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean askAgain(String timer) {
        boolean there = management.createJobQuery().jobId(timer).timers().count() == 1;
        if (there) {
            management.recalculateJobDuedate(timer, false);
        }
        return there;
    }

    /** Those of the open tasks of these dossiers; only timers that ask for the end of a term. */
    public List<Lost> lost(Collection<String> dossiers) {
        Map<String, String> dossierOf = instances.of(dossiers);
        List<Task> watched = dossierOf.isEmpty() ? List.of() : tasks.createTaskQuery().processInstanceIdIn(dossierOf.keySet().toArray(String[]::new))
                .orderByTaskId().asc().list().stream().filter(task -> task.getProcessDefinitionId() != null && !hanging(task).isEmpty()).toList();
        if (watched.isEmpty()) {
            return List.of();
        }
        Set<String> there = jobs(watched.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).stream()
                .map(job -> place(job.getProcessInstanceId(), drawn(job).element())).collect(Collectors.toSet());
        Map<String, Instant> fired = fired(watched, there);
        List<Lost> lost = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Task task : watched) {
            for (Hanging timer : hanging(task)) {
                String place = place(task.getProcessInstanceId(), timer.element());
                // One that interrupts ends its step when it fires, so an open step is proof enough.
                boolean gone = !timer.interrupts() && fired.containsKey(place)
                        && (timer.around() || !fired.get(place).isBefore(task.getCreateTime().toInstant()));
                if (!there.contains(place) && !gone && seen.add(place)) {
                    lost.add(new Lost(task.getId(), task.getName(), dossierOf.get(task.getProcessInstanceId()), timer.element(), timer.name()));
                }
            }
        }
        return lost;
    }

    /** Hangs a lost timer on its step again, with the date that its term gives now; false when the task is no longer open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hangAgain(String task, String element) {
        Task open = tasks.createTaskQuery().taskId(task).singleResult();
        if (open == null) {
            return false;
        }
        // The engine hangs timers on a step only when it begins; beginning it anew would take the task from who has it.
        return engine.getCommandExecutorTxRequired().execute(command -> {
            for (var place : command.getExecutionManager().findExecutionById(open.getExecutionId()).createActivityExecutionMapping().entrySet()) {
                TimerDeclarationImpl timer = TimerDeclarationImpl.getDeclarationsForScope(place.getKey()).get(element);
                if (timer != null) {
                    timer.createTimerInstance((ExecutionEntity) place.getValue());
                    return true;
                }
            }
            return false;
        });
    }

    /** When the timers that are not there last fired, by place; one statement for all of them. */
    private Map<String, Instant> fired(List<Task> watched, Set<String> there) {
        Set<String> inInstances = new HashSet<>();
        Set<String> elements = new HashSet<>();
        for (Task task : watched) {
            hanging(task).stream().filter(timer -> !timer.interrupts() && !there.contains(place(task.getProcessInstanceId(), timer.element())))
                    .forEach(timer -> {
                        inInstances.add(task.getProcessInstanceId());
                        elements.add(timer.element());
                    });
        }
        Map<String, Instant> fired = new HashMap<>();
        if (!inInstances.isEmpty()) {
            jdbc.sql("select proc_inst_id_, act_id_, max(start_time_) from act_hi_actinst where proc_inst_id_ = any(?) and act_id_ = any(?) group by 1, 2")
                    .params(inInstances.toArray(String[]::new), elements.toArray(String[]::new)).query(row -> {
                        fired.put(place(row.getString(1), row.getString(2)), row.getTimestamp(3).toInstant());
                    });
        }
        return fired;
    }

    private List<Job> jobs(Set<String> inInstances) {
        return management.createJobQuery().processInstanceIds(inInstances).timers().list();
    }

    private static String place(String instance, String element) {
        return instance + " " + element;
    }

    private List<Hanging> hanging(Task task) {
        return hanging.computeIfAbsent(task.getProcessDefinitionId(), this::hanging).getOrDefault(task.getTaskDefinitionKey(), List.of());
    }

    private Map<String, List<Hanging>> hanging(String definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        Map<String, List<Hanging>> hanging = new HashMap<>();
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            boolean asksTerm = event.getEventDefinitions().stream().anyMatch(what -> what instanceof TimerEventDefinition timer
                    && timer.getTimeDate() != null && ASKS_TERM.matcher(timer.getTimeDate().getTextContent()).find());
            for (UserTask task : asksTerm ? model.getModelElementsByType(UserTask.class) : List.<UserTask>of()) {
                for (ModelElementInstance step = task; step != null; step = step.getParentElement()) {
                    if (step.equals(event.getAttachedTo())) {
                        hanging.computeIfAbsent(task.getId(), key -> new ArrayList<>()).add(new Hanging(event.getId(),
                                Objects.requireNonNullElse(event.getName(), event.getId()), event.cancelActivity(), step != task));
                    }
                }
            }
        }
        return hanging;
    }

    private Drawn drawn(Job job) {
        return drawn.computeIfAbsent(job.getJobDefinitionId(), this::drawn);
    }

    private Drawn drawn(String jobDefinition) {
        JobDefinition definition = management.createJobDefinitionQuery().jobDefinitionId(jobDefinition).singleResult();
        FlowElement element = repository.getBpmnModelInstance(definition.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        BoundaryEvent boundary = element instanceof BoundaryEvent event ? event : null;
        Matcher asks = ASKS_TERM.matcher(Objects.requireNonNullElse(definition.getJobConfiguration(), ""));
        return new Drawn(definition.getProcessDefinitionKey(), definition.getActivityId(),
                Objects.requireNonNullElse(element.getName(), definition.getActivityId()), boundary == null ? null : boundary.getAttachedTo().getId(),
                boundary != null && boundary.cancelActivity(), asks.find() ? asks.group(1) : null);
    }
}
