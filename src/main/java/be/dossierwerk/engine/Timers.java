package be.dossierwerk.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
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

    private static final int PAGE = 1000;
    private static final Pattern ASKS_TERM = Pattern.compile("deadlines\\.endOf\\('([^']+)'");

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final HistoryService history;
    private final ProcessEngineConfigurationImpl engine;

    Timers(ProcessEngine engine) {
        management = engine.getManagementService();
        runtime = engine.getRuntimeService();
        repository = engine.getRepositoryService();
        tasks = engine.getTaskService();
        history = engine.getHistoryService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Those of every dossier, read page by page. */
    public List<Timer> all() {
        List<Timer> all = new ArrayList<>();
        Map<String, Drawn> drawn = new HashMap<>();
        for (int from = 0;; from += PAGE) {
            List<Job> page = management.createJobQuery().timers().orderByJobId().asc().listPage(from, PAGE);
            all.addAll(timers(page, drawn));
            if (page.size() < PAGE) {
                return all;
            }
        }
    }

    public List<Timer> of(String dossier) {
        Set<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(dossier).list().stream()
                .map(ProcessInstance::getId).collect(Collectors.toSet());
        return instances.isEmpty() ? List.of() : timers(management.createJobQuery().processInstanceIds(instances).timers().list(), new HashMap<>());
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

    /** Those of every open task, read page by page; only timers that ask for the end of a term. */
    public List<Lost> lost() {
        List<Lost> lost = new ArrayList<>();
        Map<String, Map<String, List<Hanging>>> hanging = new HashMap<>();
        Map<String, Drawn> drawn = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int from = 0;; from += PAGE) {
            List<Task> page = tasks.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE);
            List<Task> watched = page.stream().filter(task -> task.getProcessDefinitionId() != null && !hanging(task, hanging).isEmpty()).toList();
            if (!watched.isEmpty()) {
                lost.addAll(lost(watched, hanging, drawn, seen));
            }
            if (page.size() < PAGE) {
                return lost;
            }
        }
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

    private List<Lost> lost(List<Task> watched, Map<String, Map<String, List<Hanging>>> hanging, Map<String, Drawn> drawn, Set<String> seen) {
        Set<String> instances = watched.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Set<String> there = new HashSet<>();
        for (Job job : management.createJobQuery().processInstanceIds(instances).timers().list()) {
            there.add(job.getProcessInstanceId() + " " + drawn.computeIfAbsent(job.getJobDefinitionId(), this::drawn).element());
        }
        Map<String, String> dossiers = runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        List<Lost> lost = new ArrayList<>();
        for (Task task : watched) {
            for (Hanging timer : hanging(task, hanging)) {
                String place = task.getProcessInstanceId() + " " + timer.element();
                if (dossiers.containsKey(task.getProcessInstanceId()) && !there.contains(place) && !fired(task, timer) && seen.add(place)) {
                    lost.add(new Lost(task.getId(), task.getName(), dossiers.get(task.getProcessInstanceId()), timer.element(), timer.name()));
                }
            }
        }
        return lost;
    }

    /** One that interrupts ends its step when it fires, so an open step is proof enough. */
    private boolean fired(Task task, Hanging timer) {
        if (timer.interrupts()) {
            return false;
        }
        var fired = history.createHistoricActivityInstanceQuery().processInstanceId(task.getProcessInstanceId()).activityId(timer.element());
        return (timer.around() ? fired : fired.startedAfter(task.getCreateTime())).count() > 0;
    }

    private List<Hanging> hanging(Task task, Map<String, Map<String, List<Hanging>>> hanging) {
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

    private List<Timer> timers(List<Job> jobs, Map<String, Drawn> drawn) {
        Set<String> instances = jobs.stream().map(Job::getProcessInstanceId).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
        if (instances.isEmpty()) {
            return List.of();
        }
        Map<String, String> dossiers = runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return jobs.stream().filter(job -> dossiers.containsKey(job.getProcessInstanceId()) && job.getDuedate() != null).map(job -> {
            Drawn there = drawn.computeIfAbsent(job.getJobDefinitionId(), this::drawn);
            return new Timer(job.getId(), dossiers.get(job.getProcessInstanceId()), there.process(), there.element(), there.name(), there.watches(),
                    there.interrupts(), there.term(), job.getDuedate().toInstant());
        }).toList();
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
