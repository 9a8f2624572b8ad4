package be.dossierwerk.inbox;

import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.TermMoved;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.engine.TaskClosed;
import be.dossierwerk.engine.TaskOpened;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps the table of open work equal to the engine's tasks and to the terms, in the transaction of each change:
 * a row that could lag behind would show work that is not there.
 */
@Component
class InboxRows {

    /** What a row shows of the clock. */
    record Shown(String rule, String name, LocalDate due, LocalDate pausedSince) { }

    /** What decides that. */
    record Row(String taskId, String dossier, String procedure, String process, String key, boolean waits) { }

    private final JdbcClient jdbc;
    private final Terms terms;
    private final Dossiers dossiers;
    private final Processes processes;
    /** Some need who asks: looked up at first use, and once. */
    private final Supplier<List<WaitingFor>> procedures;
    private final CurrentActor currentActor;
    private final Clock clock;

    InboxRows(JdbcClient jdbc, Terms terms, Dossiers dossiers, Processes processes, ObjectProvider<WaitingFor> procedures,
              CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.dossiers = dossiers;
        this.processes = processes;
        this.procedures = SingletonSupplier.of(() -> procedures.stream().toList());
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(TaskOpened event) {
        OpenTask task = event.task();
        var dossier = dossiers.find(task.dossier());
        String procedure = dossier.map(Dossiers.Details::procedure).orElse(task.process());
        Optional<WaitingFor> rules = rulesOf(procedure, task.process(), task.key());
        boolean waits = rules.map(r -> r.waitingTasks().contains(task.key())).orElse(false);
        Shown shown = shown(new Row(task.id(), task.dossier(), procedure, task.process(), task.key(), waits), terms.of(task.dossier()),
                () -> terms.openPauses(task.dossier()));
        OffsetDateTime openedAt = OffsetDateTime.ofInstant(task.createdAt(), ZoneOffset.UTC);
        jdbc.sql("""
                with opened as (
                    insert into inbox_row (task_id, dossier, procedure, subject, process, task_key, task_name, form_key, groups, opened_at,
                                           term_rule, term_name, due_on, paused_since, waits, deployment)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *)
                insert into inbox_row_group (task_id, grp, due_sort, opened_at, free, waits)
                select task_id, unnest(string_to_array(groups, ',')), due_sort, opened_at, assignee is null, waits from opened""")
                .params(task.id(), task.dossier(), procedure, dossier.map(Dossiers.Details::subject).orElse(""), task.process(),
                        task.key(), Objects.requireNonNullElse(task.name(), task.key()), task.formKey(), groups(task), openedAt,
                        shown.rule(), shown.name(), shown.due(), shown.pausedSince(), waits, task.deployment())
                .update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(TaskClosed event) {
        Actor actor = currentActor.get();
        if (event.completed()) {
            jdbc.sql("""
                    with gone as (delete from inbox_row where task_id = ? returning *)
                    insert into inbox_done (task_id, dossier, procedure, subject, task_key, task_name, opened_at, completed_at, completed_by, completed_by_name)
                    select task_id, dossier, procedure, subject, task_key, task_name, opened_at, ?, ?, ? from gone on conflict do nothing""")
                    .params(event.taskId(), now(), actor.id(), actor.name()).update();
        } else {
            jdbc.sql("delete from inbox_row where task_id = ?").param(event.taskId()).update();
        }
    }

    /** Tasks and timers follow the ledger in the transaction in which it changed. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(TermMoved event) {
        follow(event.dossier(), null);
        processes.moveTimers(event.dossier());
    }

    /** Writes every row of the dossier again as the ledger stands, or the row of one task. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String dossier, String taskId) {
        List<TermStanding> standings = terms.of(dossier);
        var rows = jdbc.sql("""
                select task_id, dossier, procedure, process, task_key, waits
                from inbox_row where dossier = ? and task_id = coalesce(?, task_id)""").params(Arrays.asList(dossier, taskId))
                .query((row, i) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                        row.getBoolean(6)))
                .list();
        for (Row row : rows) {
            Shown shown = shown(row, standings, () -> terms.openPauses(dossier));
            jdbc.sql("""
                    with shown as (
                        update inbox_row set term_rule = ?, term_name = ?, due_on = ?, paused_since = ?, version = version + 1 where task_id = ? returning task_id, due_sort)
                    update inbox_row_group g set due_sort = s.due_sort from shown s where g.task_id = s.task_id and g.due_sort <> s.due_sort""")
                    .params(shown.rule(), shown.name(), shown.due(), shown.pausedSince(), row.taskId()).update();
        }
    }

    /** What the row must show as these terms and pauses of its dossier stand; a task that waits and stands still nowhere, since when the file does. */
    Shown shown(Row row, List<TermStanding> standings, Supplier<List<FilePause>> openPauses) {
        Optional<TermStanding> term = termOf(standings, rulesOf(row.procedure(), row.process(), row.key()), row.key());
        LocalDate pausedSince = term.map(TermStanding::pausedSince)
                .or(() -> row.waits() ? openPauses.get().stream().map(FilePause::opened).findFirst() : Optional.empty()).orElse(null);
        return new Shown(term.map(TermStanding::rule).orElse(null), term.map(TermStanding::name).orElse(null),
                term.map(TermStanding::due).orElse(null), pausedSince);
    }

    /** The procedure's own rules; a building block (its process is not the procedure) falls back on whoever knows the task. */
    private Optional<WaitingFor> rulesOf(String procedure, String process, String taskKey) {
        List<WaitingFor> all = procedures.get();
        return all.stream().filter(r -> r.process().equals(procedure)).findFirst()
                .or(() -> all.stream().filter(r -> r.process().equals(process)).findFirst())
                .or(() -> all.stream().filter(r -> r.waitingTasks().contains(taskKey)).findFirst());
    }

    private static Optional<TermStanding> termOf(List<TermStanding> standings, Optional<WaitingFor> rules, String taskKey) {
        String rule = rules.map(r -> r.termOf(taskKey)).orElse(null);
        var running = standings.stream().filter(s -> s.stoppedOn() == null);
        return rule != null
                // The same term can have run before (a second request for the missing items): the last one counts.
                ? running.filter(s -> s.rule().equals(rule)).max(Comparator.comparing(TermStanding::startedOn))
                : running.filter(s -> s.due() != null).min(Comparator.comparing(TermStanding::due));
    }

    private static String groups(OpenTask task) {
        return task.group() == null ? "" : task.group();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
