package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the dossier of a change and starts its procedure, in whichever way the change came about. */
@Component
class OpenChange {

    /** {@code forkedFrom} and {@code undoes} may be null. */
    record NewChange(String title, String reason, String procedure, Changes.Kind kind, String forkedFrom, String undoes) { }

    private final Dossiers dossiers;
    private final PublishedDiagrams published;
    private final Terms terms;
    private final Processes processes;
    private final OpenWork openWork;
    private final ClaimTask claimTask;
    private final CurrentActor currentActor;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenChange(Dossiers dossiers, PublishedDiagrams published, Terms terms, Processes processes, OpenWork openWork, ClaimTask claimTask, CurrentActor currentActor,
               AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.published = published;
        this.terms = terms;
        this.processes = processes;
        this.openWork = openWork;
        this.claimTask = claimTask;
        this.currentActor = currentActor;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The author has the task to draft at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    String open(NewChange change) {
        Actor author = currentActor.get();
        LocalDate today = LocalDate.now(clock);
        String dossier = dossiers.open(new Dossiers.NewDossier(ProcedureChangeModel.PROCESS, "WIJ", change.title(), null, null, "AMBTSHALVE", today, author.id(), null));
        jdbc.sql("""
                insert into procedure_change (dossier, title, reason, procedure, kind, state, author, author_name, base_deployment, forked_from, undoes)
                values (?, ?, ?, ?, ?, 'ONTWERP', ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(dossier, change.title(), change.reason(), change.procedure(), change.kind().name(), author.id(), author.name(),
                        published.newest().orElseThrow(), change.forkedFrom(), change.undoes())).update();
        audit.record(AuditLog.Entry.of(dossier, "WIJZIGING_BEGONNEN", "%s begon de wijziging \"%s\" van %s.".formatted(author.name(), change.title(),
                ProcedureFiles.words(change.procedure()))).because(change.reason()));
        terms.start(dossier, ProcedureChangeModel.DRAFT_TERM, today);
        processes.start(ProcedureChangeModel.PROCESS, dossier, Map.of());
        openWork.ofDossier(dossier).forEach(task -> claimTask.claim(task.taskId()));
        return dossier;
    }
}
