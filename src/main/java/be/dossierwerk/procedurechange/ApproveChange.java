package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second manager, who wrote nothing of it, lets a change be published on its day; when that is today, at once. */
@Service
public class ApproveChange {

    private final SecondReader secondReader;
    private final Changes changes;
    private final ChangeDrafts drafts;
    private final FinishedDraft finishedDraft;
    private final ChangeTask task;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApproveChange(SecondReader secondReader, Changes changes, ChangeDrafts drafts, FinishedDraft finishedDraft, ChangeTask task, Processes processes, Terms terms, AuditLog audit,
                  JdbcClient jdbc, Clock clock) {
        this.secondReader = secondReader;
        this.changes = changes;
        this.drafts = drafts;
        this.finishedDraft = finishedDraft;
        this.task = task;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param read what was read, {@link Changes#laidBefore}
     * @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.four-eyes for who wrote any of it; procedurechange.read-again with what
     *                 is different now: draft, fromDay, rollout, chosen, notes; procedurechange.nothing-changed, procedurechange.outdated and
     *                 procedurechange.blocked: send it back then; those of taking a task
     */
    @Transactional
    public void approve(String change, LaidBefore read) {
        SecondReader.Review review = secondReader.lock(change);
        Change found = review.change();
        Actor actor = review.by();
        LaidBefore stands = changes.laidBefore(found, drafts.hash(change));
        List<Refused.Field> different = read.changedTo(stands);
        if (!different.isEmpty()) {
            throw new Refused("procedurechange.read-again", different);
        }
        finishedDraft.check(change);
        String open = task.take(change, ProcedureChangeModel.REVIEW);
        LocalDate today = LocalDate.now(clock);
        boolean now = !found.fromDay().isAfter(today);
        jdbc.sql("update procedure_change set state = 'GOEDGEKEURD', approved_by = ?, approved_by_name = ?, approved_at = ?, approved_hash = ? where dossier = ?")
                .params(actor.id(), actor.name(), clock.instant().atOffset(ZoneOffset.UTC), stands.hash(), change).update();
        audit.record(AuditLog.Entry.of(change, "WIJZIGING_GOEDGEKEURD", "%s keurde de wijziging goed die %s voorlegde; ze wordt %s bekendgemaakt.".formatted(actor.name(),
                found.submittedByName(), now ? "meteen" : "op " + Dates.prose(found.fromDay()))).changing(Map.of(), Map.of("ontwerp", found.draftHash(), "voorgelegd", stands.hash())));
        terms.stop(change, ProcedureChangeModel.REVIEW_TERM, today);
        task.complete(open, ProcedureChangeModel.APPROVED.with(true));
        if (now) {
            processes.correlate(ProcedureChangeModel.DAY_REACHED, change, Map.of());
        }
    }
}
