package be.dossierwerk.engine;

import be.dossierwerk.engine.CannotFollow.Reason;
import be.dossierwerk.engine.DrawnProcess.Step;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves all that runs of a dossier to the diagrams of another deployment, with its timers, messages and open tasks. A timer keeps its date unless
 * the diagram asks for another one, and one that has fired does not fire again (ADR 0019).
 */
@Service
public class MoveDossiers {

    /** What became of a timer. METEEN: new, and its date is past, so it fires at once. AFGEGAAN: had fired, and stays so. */
    public enum Fate { BLIJFT, ANDERE_DATUM, NIEUW, METEEN, VERVALT, AFGEGAAN }

    /** {@code before} or {@code after} is null where it does not run; {@code asked} and {@code asks}: what the two diagrams let it ask. */
    public record MovedTimer(String process, String element, String name, Fate fate, Instant before, Instant after, String asked, String asks) { }

    /** An open task that the new diagram names, fills in or gives out otherwise. */
    public record MovedTask(OpenTask before, OpenTask after) { }

    /** {@code process} and {@code version}: of the procedure itself, not of its building blocks; null when nothing had to move. */
    public record Moved(String process, Integer version, int instances, List<MovedTimer> timers, List<MovedTask> tasks) { }

    private record Instance(String id, String root, String definition, boolean failing) { }

    private record Definition(String id, int version) { }

    private record Waiting(String id, String instance, String element, boolean timer, Instant fires, int retries, boolean taken) { }

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final ObjectProvider<TaskGroups> taskGroups;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    // What was deployed never changes.
    private final Map<String, Map<String, Definition>> targets = new ConcurrentHashMap<>();
    private final Map<String, DrawnProcess> drawn = new ConcurrentHashMap<>();
    private final Map<String, MigrationPlan> plans = new ConcurrentHashMap<>();

    MoveDossiers(RuntimeService runtime, ManagementService management, TaskService tasks, RepositoryService repository, ObjectProvider<TaskGroups> taskGroups,
                 ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.repository = repository;
        this.taskGroups = taskGroups;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The caller has locked the dossier. Nothing happens to what runs in that deployment already.
     * @throws CannotFollow the caller rolls back: part of the dossier may have moved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved move(String dossier, String deployment) {
        Map<String, Definition> targetOf = targets.computeIfAbsent(deployment, this::definitions);
        Map<String, Instance> all = instances(dossier);
        Map<String, String> target = new HashMap<>();
        for (Instance instance : all.values()) {
            DrawnProcess from = drawn(instance.definition());
            Definition to = targetOf.get(from.process());
            if (to == null) {
                throw new CannotFollow(Reason.PROCEDURE_WEG, from.name());
            }
            if (!to.id().equals(instance.definition())) {
                target.put(instance.id(), to.id());
            }
        }
        if (target.isEmpty()) {
            return new Moved(null, null, 0, List.of(), List.of());
        }
        List<Waiting> before = waiting(target.keySet());
        refuseBusy(all, target.keySet(), before);
        target.forEach((instance, definition) -> migrate(all.get(instance), definition));
        List<MovedTimer> timers = timers(all, target, before);
        List<MovedTask> moved = tasks(dossier, deployment, all, target);
        events.publishEvent(new DossierMoved(dossier, deployment));
        String process = target.keySet().stream().map(all::get).map(instance -> all.getOrDefault(instance.root(), instance)).map(root -> drawn(root.definition()).process())
                .sorted().findFirst().orElseThrow();
        return new Moved(process, targetOf.get(process).version(), target.size(), timers, moved);
    }

    /** A deployment that was rolled back leaves nothing behind here. */
    void forget(String deployment, Collection<String> definitions) {
        targets.remove(deployment);
        drawn.keySet().removeAll(definitions);
        plans.keySet().removeIf(pair -> definitions.contains(pair.substring(pair.indexOf(' ') + 1)));
    }

    private Map<String, Definition> definitions(String deployment) {
        Map<String, Definition> found = new HashMap<>();
        jdbc.sql("select key_, id_, version_ from act_re_procdef where deployment_id_ = ?").param(deployment).query(row -> {
            found.put(row.getString(1), new Definition(row.getString(2), row.getInt(3)));
        });
        return found;
    }

    private Map<String, Instance> instances(String dossier) {
        Map<String, Instance> found = new HashMap<>();
        jdbc.sql("""
                select e.id_, e.root_proc_inst_id_, e.proc_def_id_, exists (select 1 from act_ru_incident i where i.proc_inst_id_ = e.id_)
                from act_ru_execution e where e.business_key_ = ? and e.parent_id_ is null order by e.id_""").param(dossier).query(row -> {
                    found.put(row.getString(1), new Instance(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
                });
        return found;
    }

    private List<Waiting> waiting(Set<String> instances) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                select j.id_, j.process_instance_id_, d.act_id_, j.type_, j.duedate_, j.retries_, j.lock_owner_ is not null and j.lock_exp_time_ > ?
                from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_ where j.process_instance_id_ = any(?) order by j.id_""")
                .params(now, instances.toArray(String[]::new)).query((row, i) -> new Waiting(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4).equals("timer"), instant(row.getTimestamp(5)), row.getInt(6), row.getBoolean(7))).list();
    }

    private void refuseBusy(Map<String, Instance> all, Set<String> moving, List<Waiting> jobs) {
        for (Waiting job : jobs) {
            DrawnProcess process = drawn(all.get(job.instance()).definition());
            String step = process.step(job.element()).map(Step::name).orElse(process.name());
            if (job.retries() == 0) {
                throw new CannotFollow(Reason.WERK_MISLUKT, step);
            }
            if (job.taken()) {
                throw new CannotFollow(Reason.WERK_BEZIG);
            }
        }
        all.values().stream().filter(instance -> instance.failing() && moving.contains(instance.id())).findFirst().ifPresent(instance -> {
            throw new CannotFollow(Reason.WERK_MISLUKT, drawn(instance.definition()).name());
        });
    }

    private void migrate(Instance instance, String target) {
        try {
            // Nothing of ours listens to a move: a task that moves was told when it opened.
            runtime.newMigration(plans.computeIfAbsent(instance.definition() + " " + target, pair -> plan(instance.definition(), target)))
                    .processInstanceIds(instance.id()).skipCustomListeners().skipIoMappings().execute();
        } catch (MigratingProcessInstanceValidationException e) {
            throw cannot(e, drawn(instance.definition()), drawn(target));
        } catch (OptimisticLockingException e) {
            throw new CannotFollow(e, Reason.WERK_BEZIG);
        }
    }

    /** Every element to the one with the same id; timers keep the date they have. */
    private MigrationPlan plan(String from, String to) {
        try {
            return runtime.createMigrationPlan(from, to).mapEqualActivities().build();
        } catch (MigrationPlanValidationException e) {
            throw new CannotFollow(e, Reason.PAD_ONBEKEND, drawn(from).name());
        }
    }

    private static CannotFollow cannot(MigratingProcessInstanceValidationException refused, DrawnProcess from, DrawnProcess to) {
        MigratingProcessInstanceValidationReport report = refused.getValidationReport();
        List<String> places = new ArrayList<>();
        report.getActivityInstanceReports().forEach(each -> places.add(each.getSourceScopeId()));
        report.getTransitionInstanceReports().forEach(each -> places.add(each.getSourceScopeId()));
        for (String place : places) {
            Step was = from.step(place).orElse(null);
            Step is = to.step(place).orElse(null);
            if (was != null) {
                return new CannotFollow(refused, is == null ? Reason.STAP_WEG : !is.kind().equals(was.kind()) ? Reason.STAP_ANDERS
                        : !is.scope().equals(was.scope()) ? Reason.STAP_ELDERS : Reason.PAD_ONBEKEND, was.name());
            }
        }
        return new CannotFollow(refused, Reason.PAD_ONBEKEND, from.name());
    }

    private List<MovedTimer> timers(Map<String, Instance> all, Map<String, String> target, List<Waiting> before) {
        List<MovedTimer> told = new ArrayList<>();
        Map<String, Waiting> was = before.stream().filter(Waiting::timer).collect(Collectors.toMap(Waiting::id, job -> job));
        List<Waiting> now = waiting(target.keySet()).stream().filter(Waiting::timer).toList();
        Set<String> there = now.stream().map(Waiting::id).collect(Collectors.toCollection(HashSet::new));
        Map<String, Waiting> asked = new HashMap<>();
        List<Waiting> emerged = new ArrayList<>();
        for (Waiting job : now) {
            Waiting old = was.get(job.id());
            if (old == null) {
                if (fired(all.get(job.instance()), job, target.get(job.instance()))) {
                    management.deleteJob(job.id());
                    told.add(timer(all, target, job, Fate.AFGEGAAN, null, null));
                } else {
                    emerged.add(job);
                }
            } else if (!Objects.equals(asks(all.get(job.instance()).definition(), job.element()), asks(target.get(job.instance()), job.element()))) {
                management.recalculateJobDuedate(job.id(), false);
                asked.put(job.id(), job);
            } else {
                told.add(timer(all, target, job, Objects.equals(old.fires(), job.fires()) ? Fate.BLIJFT : Fate.ANDERE_DATUM, old.fires(), job.fires()));
            }
        }
        if (!asked.isEmpty()) {
            waiting(target.keySet()).stream().filter(job -> asked.containsKey(job.id())).forEach(job -> told.add(timer(all, target, job,
                    was.get(job.id()).fires().equals(job.fires()) ? Fate.BLIJFT : Fate.ANDERE_DATUM, was.get(job.id()).fires(), job.fires())));
        }
        emerged.forEach(job -> told.add(timer(all, target, job, job.fires() != null && !job.fires().isAfter(clock.instant()) ? Fate.METEEN : Fate.NIEUW,
                null, job.fires())));
        was.values().stream().filter(job -> !there.contains(job.id())).forEach(job -> told.add(timer(all, target, job, Fate.VERVALT, job.fires(), null)));
        return told;
    }

    private MovedTimer timer(Map<String, Instance> all, Map<String, String> target, Waiting job, Fate fate, Instant before, Instant after) {
        DrawnProcess from = drawn(all.get(job.instance()).definition());
        DrawnProcess to = drawn(target.get(job.instance()));
        String name = to.step(job.element()).or(() -> from.step(job.element())).map(Step::name).orElse(job.element());
        return new MovedTimer(from.process(), job.element(), name, fate, before, after, asks(all.get(job.instance()).definition(), job.element()),
                asks(target.get(job.instance()), job.element()));
    }

    /**
     * A timer that was not there before the move has fired when the diagram that the dossier comes from has it at the same place, and else when the
     * history knows it since its place began: a dossier can go to a version and back.
     */
    private boolean fired(Instance instance, Waiting timer, String target) {
        Step now = drawn(target).step(timer.element()).orElseThrow();
        Optional<Step> was = drawn(instance.definition()).step(timer.element());
        if (was.filter(step -> step.isTimer() && step.scope().equals(now.scope())).isPresent()) {
            return true;
        }
        return jdbc.sql("""
                select exists (select 1 from act_hi_actinst t where t.proc_inst_id_ = ? and t.act_id_ = ? and t.start_time_ >=
                    coalesce((select max(p.start_time_) from act_hi_actinst p where p.proc_inst_id_ = t.proc_inst_id_ and p.act_id_ = ? and p.end_time_ is null),
                             timestamp '-infinity'))""").params(instance.id(), timer.element(), now.scope()).query(Boolean.class).single();
    }

    private List<MovedTask> tasks(String dossier, String deployment, Map<String, Instance> all, Map<String, String> target) {
        Set<String> concerned = target.keySet().stream().filter(instance -> !changedTasks(all.get(instance).definition(), target.get(instance)).isEmpty())
                .collect(Collectors.toSet());
        if (concerned.isEmpty()) {
            return List.of();
        }
        List<MovedTask> moved = new ArrayList<>();
        for (Task task : tasks.createTaskQuery().processInstanceIdIn(concerned.toArray(String[]::new)).orderByTaskId().asc().list()) {
            Instance instance = all.get(task.getProcessInstanceId());
            if (changedTasks(instance.definition(), target.get(instance.id())).contains(task.getTaskDefinitionKey())) {
                moved.add(follow(dossier, deployment, task, instance, all.getOrDefault(instance.root(), instance), target.get(instance.id())));
            }
        }
        return moved;
    }

    private MovedTask follow(String dossier, String deployment, Task task, Instance instance, Instance root, String target) {
        DrawnProcess from = drawn(instance.definition());
        Step was = from.step(task.getTaskDefinitionKey()).orElseThrow();
        Step is = drawn(target).step(task.getTaskDefinitionKey()).orElseThrow();
        if (!was.name().equals(is.name())) {
            task.setName(is.name());
            tasks.saveTask(task);
        }
        if (!was.groups().equals(is.groups())) {
            Set<String> has = tasks.getIdentityLinksForTask(task.getId()).stream().map(link -> link.getGroupId()).filter(Objects::nonNull).collect(Collectors.toSet());
            has.stream().filter(group -> !is.groups().contains(group)).forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
            is.groups().stream().filter(group -> !has.contains(group)).forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        }
        String procedure = drawn(root.definition()).process();
        MovedTask moved = new MovedTask(open(dossier, repository.getProcessDefinition(instance.definition()).getDeploymentId(), task, from.process(), was, procedure),
                open(dossier, deployment, task, from.process(), is, procedure));
        events.publishEvent(new TaskMoved(moved.before(), moved.after()));
        return moved;
    }

    private OpenTask open(String dossier, String deployment, Task task, String process, Step drawnAs, String procedure) {
        TaskGroups diverted = taskGroups.getIfAvailable(() -> (calledBy, named) -> named);
        String groups = drawnAs.groups().stream().map(named -> diverted.of(() -> procedure, named)).distinct().sorted().collect(Collectors.joining(","));
        return new OpenTask(task.getId(), process, task.getTaskDefinitionKey(), drawnAs.name(), drawnAs.form(), groups, dossier, task.getCreateTime().toInstant(),
                deployment);
    }

    private SortedSet<String> changedTasks(String from, String to) {
        SortedSet<String> changed = new TreeSet<>();
        DrawnProcess target = drawn(to);
        drawn(from).steps().values().stream().filter(was -> was.form() != null).forEach(was -> target.step(was.id())
                .filter(is -> !is.name().equals(was.name()) || !Objects.equals(is.form(), was.form()) || !is.groups().equals(was.groups()))
                .ifPresent(is -> changed.add(is.id())));
        return changed;
    }

    private String asks(String definition, String element) {
        return drawn(definition).step(element).map(Step::asks).orElse(null);
    }

    private DrawnProcess drawn(String definition) {
        return drawn.computeIfAbsent(definition, id -> {
            String key = id.contains(":") ? id.substring(0, id.indexOf(':')) : repository.getProcessDefinition(id).getKey();
            return DrawnProcess.of(repository.getBpmnModelInstance(id)).stream().filter(process -> process.process().equals(key)).findFirst().orElseThrow();
        });
    }

    private static Instant instant(Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
