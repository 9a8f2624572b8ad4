package be.dossierwerk.clockcheck;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.KeptDates;
import be.dossierwerk.engine.RunningTasks;
import be.dossierwerk.engine.Timers;
import be.dossierwerk.inbox.RowsOfWork;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one thing that differed say again what the ledger says now, and writes that in the dossier's history. */
@Service
public class RepairFinding {

    private final Findings findings;
    private final Timers timers;
    private final RunningTasks tasks;
    private final RowsOfWork rows;
    private final KeptDates keptDates;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    RepairFinding(Findings findings, Timers timers, RunningTasks tasks, RowsOfWork rows, KeptDates keptDates, AuditLog audit, CurrentActor currentActor) {
        this.findings = findings;
        this.timers = timers;
        this.tasks = tasks;
        this.rows = rows;
        this.keptDates = keptDates;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing; clockcheck.closed when somebody repaired it before or it disappeared */
    @Transactional
    public void repair(long finding) {
        Actor actor = currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER);
        // The dossier first, as everybody else does: the ledger cannot move between the reading and the writing.
        audit.lock(findings.dossierOf(finding).orElseThrow(() -> new Refused("clockcheck.closed")));
        Drift drift = findings.lockOpen(finding).orElseThrow(() -> new Refused("clockcheck.closed"));
        switch (drift.kind()) {
            case TIMER -> timers.askAgain(drift.thing());
            case TIMER_ONTBREEKT -> {
                String[] place = drift.thing().split(" ", 2);
                timers.hangAgain(place[0], place[1]);
            }
            case TERM -> keptDates.settle(Long.parseLong(drift.thing()));
            case RIJ, RIJ_ONTBREEKT, RIJ_ZONDER_TAAK -> rows.repair(drift.dossier(), drift.thing());
            case TAAKDATUM -> tasks.withoutDue(drift.thing());
            default -> throw new IllegalStateException(drift.kind().name());
        }
        findings.repaired(finding, actor);
        audit.record(AuditLog.Entry.of(drift.dossier(), "CLOCK_REPAIRED", "%s herstelde een verschil in de klok. %s".formatted(actor.name(), drift.what()))
                .because(drift.cause()).changing(Map.of("stond op", drift.found()), Map.of("volgens het grootboek", drift.expected())));
    }
}
