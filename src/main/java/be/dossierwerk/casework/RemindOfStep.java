package be.dossierwerk.casework;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.StepReminded;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The building block "herinnering" that a manager draws: says in the product what the step is called, to whoever has the open task (ideas.md 19). Asks no role: the procedure does it. */
@Service
public class RemindOfStep {

    private final Dossiers dossiers;
    private final OpenWork work;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    RemindOfStep(Dossiers dossiers, OpenWork work, AuditLog audit, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.work = work;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Once for each element and pass: a step that is begun anew, a term that moves and a dossier that follows a new diagram do not remind again.
     * @param pass the run of the diagram; {@code watched}: the task that the clock hangs on, null when it hangs on no single one
     */
    @Transactional
    public void remind(String dossier, String pass, String element, String name, String watched) {
        audit.lock(dossier);
        if (jdbc.sql("insert into step_reminder (dossier, pass, element, reminded_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(dossier, pass, element, clock.instant().atOffset(ZoneOffset.UTC)).update() == 0) {
            return;
        }
        List<OpenWork.Row> open = work.ofDossier(dossier).stream().filter(task -> watched == null || task.taskKey().equals(watched)).toList();
        open.forEach(task -> remind(task, element, "%s. De taak \"%s\" staat nog open.".formatted(name, task.taskName())));
        audit.record(AuditLog.Entry.of(dossier, "STAP_HERINNERD", open.isEmpty() ? "De procedure herinnerde aan \"%s\", maar geen enkele taak stond nog open.".formatted(name)
                : "De procedure herinnerde aan \"%s\".".formatted(name)));
    }

    private void remind(OpenWork.Row task, String element, String sentence) {
        String handler = task.groups().contains(Roles.HANDLER) ? dossiers.get(task.dossier()).handler() : null;
        String person = task.assignee() != null ? task.assignee() : handler;
        Set<String> roles = person == null ? task.groups() : Set.of(handler != null ? Roles.HANDLER : task.groups().stream().sorted().findFirst().orElseThrow());
        roles.forEach(role -> events.publishEvent(new StepReminded(task.dossier(), task.taskId(), element, role, person, sentence)));
    }
}
