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
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
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

    /** What the diagram says of a timer, the same for all that wait there. */
    private record Drawn(String process, String element, String name, String watches, boolean interrupts, String term) { }

    private static final int PAGE = 1000;
    private static final Pattern ASKS_TERM = Pattern.compile("deadlines\\.endOf\\('([^']+)'");

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    Timers(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
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
        FlowElement element = repository.getBpmnModelInstance(definition.getProcessDefinitionId()).getModelElementById(definition.getActivityId());
        BoundaryEvent boundary = element instanceof BoundaryEvent event ? event : null;
        Matcher asks = ASKS_TERM.matcher(Objects.requireNonNullElse(definition.getJobConfiguration(), ""));
        return new Drawn(definition.getProcessDefinitionKey(), definition.getActivityId(),
                Objects.requireNonNullElse(element.getName(), definition.getActivityId()), boundary == null ? null : boundary.getAttachedTo().getId(),
                boundary != null && boundary.cancelActivity(), asks.find() ? asks.group(1) : null);
    }
}
