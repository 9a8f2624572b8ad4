package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.engine.DiagramFinding;
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
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second manager, who wrote nothing of it, lets a change be published on its day; when that is today, at once. */
@Service
public class ApproveChange {

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;
    private final ChangeFindings findings;
    private final ChangeAuthors authors;
    private final ChangeTask task;
    private final Processes processes;
    private final Terms terms;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApproveChange(OpenDraft openDraft, ChangeDrafts drafts, ChangeFindings findings, ChangeAuthors authors, ChangeTask task, Processes processes, Terms terms, AuditLog audit,
                  JdbcClient jdbc, Clock clock) {
        this.openDraft = openDraft;
        this.drafts = drafts;
        this.findings = findings;
        this.authors = authors;
        this.task = task;
        this.processes = processes;
        this.terms = terms;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param draftHash of the draft that was read, {@link Change#draftHash}
     * @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.four-eyes for who wrote any of it; procedurechange.read-again when
     *                 another draft was laid before in the meantime; procedurechange.outdated and
     *                 procedurechange.blocked: send it back then; those of taking a task
     */
    @Transactional
    public void approve(String change, String draftHash) {
        Change found = openDraft.lock(change, ChangeState.TER_BEOORDELING);
        Actor actor = openDraft.manager();
        if (authors.of(found).containsKey(actor.id())) {
            throw new Refused("procedurechange.four-eyes");
        }
        if (!found.draftHash().equals(draftHash) || !drafts.hash(change).equals(draftHash)) {
            throw new Refused("procedurechange.read-again");
        }
        var outdated = drafts.outdated(change);
        if (!outdated.isEmpty()) {
            throw new Refused("procedurechange.outdated", outdated.stream().map(ProcedureFiles::words).collect(Collectors.joining(", ")));
        }
        List<DiagramFinding> blocking = findings.of(drafts.proposal(change)).stream().filter(DiagramFinding::blocks).toList();
        if (!blocking.isEmpty()) {
            throw new Refused("procedurechange.blocked", ChangeFindings.fields(blocking), blocking.size());
        }
        String open = task.take(change, ProcedureChangeModel.REVIEW);
        LocalDate today = LocalDate.now(clock);
        boolean now = !found.fromDay().isAfter(today);
        jdbc.sql("update procedure_change set state = 'GOEDGEKEURD', approved_by = ?, approved_by_name = ?, approved_at = ? where dossier = ?")
                .params(actor.id(), actor.name(), clock.instant().atOffset(ZoneOffset.UTC), change).update();
        audit.record(AuditLog.Entry.of(change, "WIJZIGING_GOEDGEKEURD", "%s keurde de wijziging goed die %s voorlegde; ze wordt %s bekendgemaakt.".formatted(actor.name(),
                found.submittedByName(), now ? "meteen" : "op " + Dates.prose(found.fromDay()))).changing(Map.of(), Map.of("ontwerp", found.draftHash())));
        terms.stop(change, ProcedureChangeModel.REVIEW_TERM, today);
        task.complete(open, ProcedureChangeModel.APPROVED.with(true));
        if (now) {
            processes.correlate(ProcedureChangeModel.DAY_REACHED, change, Map.of());
        }
    }
}
