package be.dossierwerk.inbox;

import be.dossierwerk.deadline.FilePause;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.engine.OpenTask;
import be.dossierwerk.engine.RunningTasks;
import be.dossierwerk.engine.TaskOpened;
import be.dossierwerk.inbox.InboxRows.Row;
import be.dossierwerk.inbox.InboxRows.Shown;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of open work beside what they must show, and their repair: the product keeps them equal, a hand in the database does not. */
@Component
public class RowsOfWork {

    /** What a row shows of the clock; {@code inPlace} is false when its lists sort it by another day. */
    public record Clock(String term, LocalDate due, LocalDate pausedSince, boolean inPlace) { }

    /** A row with its clock. */
    public record Kept(String taskId, String dossier, String taskName, Clock clock, Clock byLedger) {

        public boolean differs() {
            return !Objects.equals(clock, byLedger);
        }
    }

    private record Found(Row row, String taskName, Clock clock) { }

    private final JdbcClient jdbc;
    private final InboxRows rows;
    private final RunningTasks tasks;

    RowsOfWork(JdbcClient jdbc, InboxRows rows, RunningTasks tasks) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.tasks = tasks;
    }

    /** Every dossier with open work. */
    @Transactional(readOnly = true)
    public List<String> dossiers() {
        return jdbc.sql("select distinct dossier from inbox_row order by dossier").query(String.class).list();
    }

    /** The rows of these dossiers, with what they must show as these terms and open pauses stand. */
    @Transactional(readOnly = true)
    public List<Kept> of(List<String> dossiers, Map<String, List<TermStanding>> standings, Map<String, List<FilePause>> openPauses) {
        return jdbc.sql("""
                select r.task_id, r.dossier, r.procedure, r.process, r.task_key, r.waits, r.task_name, r.term_name, r.due_on,
                       r.paused_since, not exists (select 1 from inbox_row_group g where g.task_id = r.task_id and g.due_sort <> r.due_sort) as in_place
                from inbox_row r where r.dossier = any(?) order by r.dossier, r.task_id""").param(dossiers.toArray(String[]::new))
                .query((row, i) -> new Found(new Row(row.getString("task_id"), row.getString("dossier"), row.getString("procedure"),
                        row.getString("process"), row.getString("task_key"), row.getBoolean("waits")), row.getString("task_name"),
                        new Clock(row.getString("term_name"), row.getObject("due_on", LocalDate.class),
                        row.getObject("paused_since", LocalDate.class), row.getBoolean("in_place"))))
                .list().stream().map(found -> {
                    Shown must = rows.shown(found.row(), standings.getOrDefault(found.row().dossier(), List.of()),
                            () -> openPauses.getOrDefault(found.row().dossier(), List.of()));
                    return new Kept(found.row().taskId(), found.row().dossier(), found.taskName(), found.clock(),
                            new Clock(must.name(), must.due(), must.pausedSince(), true));
                }).toList();
    }

    /** Makes the row of a task what engine and ledger say: written again, made when it is missing, gone when its task is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void repair(String dossier, String taskId) {
        Optional<OpenTask> task = tasks.find(taskId);
        if (task.isEmpty()) {
            jdbc.sql("delete from inbox_row where task_id = ?").param(taskId).update();
        } else if (jdbc.sql("select count(*) from inbox_row where task_id = ?").param(taskId).query(Integer.class).single() == 0) {
            rows.opened(new TaskOpened(task.get()));
        } else {
            rows.follow(dossier, taskId);
        }
    }
}
