package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.procedurechange.Changes.Change;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The day of an approved change has come: the whole set with it becomes one deployment that new dossiers begin with (ADR 0017). When the same files
 * changed meanwhile, or something blocks now, nothing is published and the author has to look at it again.
 */
@Service
public class PublishChange {

    private final Changes changes;
    private final ChangeDrafts drafts;
    private final ChangeFindings findings;
    private final DraftAgain draftAgain;
    private final CloseChange closeChange;
    private final PublishedDiagrams published;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublishChange(Changes changes, ChangeDrafts drafts, ChangeFindings findings, DraftAgain draftAgain, CloseChange closeChange, PublishedDiagrams published, AuditLog audit,
                  ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.findings = findings;
        this.draftAgain = draftAgain;
        this.closeChange = closeChange;
        this.published = published;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the diagram reads: whether it was published, and whether running dossiers follow. */
    public record Result(boolean published, boolean dossiersFollow) { }

    @Transactional
    public Result publish(String dossier) {
        audit.lock(dossier);
        published.lock();
        Change change = changes.get(dossier);
        if (change.state() != ChangeState.GOEDGEKEURD) {
            // Also where a changed diagram leads here past the second person.
            throw new IllegalStateException("change " + dossier + " was not approved");
        }
        Proposal proposal = drafts.proposal(dossier);
        String problem = problem(change, proposal);
        if (problem != null) {
            draftAgain.draft(dossier, "WIJZIGING_NIET_BEKENDGEMAAKT", "De wijziging werd niet bekendgemaakt en ging terug naar %s.".formatted(change.submittedByName()), problem);
            return new Result(false, false);
        }
        String before = published.newest().orElseThrow();
        DiagramSet set = proposal.proposed();
        String deployment = published.publish(set, PublishedDiagrams.Source.WIJZIGING);
        jdbc.sql("""
                insert into publication (deployment, change, previous, set_hash, proposed_by, proposed_by_name, approved_by, approved_by_name, approved_at, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(deployment, dossier, before, set.hash(), change.submittedBy(), change.submittedByName(), change.approvedBy(), change.approvedByName(),
                        OffsetDateTime.ofInstant(change.approvedAt(), ZoneOffset.UTC), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        jdbc.sql("update procedure_change set state = 'BEKENDGEMAAKT' where dossier = ?").param(dossier).update();
        audit.record(AuditLog.Entry.of(dossier, "WIJZIGING_BEKENDGEMAAKT", "De wijziging \"%s\" geldt vanaf nu %s. %s stelde ze voor, %s keurde ze goed. Gewijzigd: %s.".formatted(
                change.title(), SubmitChange.words(change.rollout(), changes.chosen(dossier).size()), change.submittedByName(), change.approvedByName(),
                proposal.changed().stream().map(ProcedureFiles::words).collect(Collectors.joining(", "))))
                .changing(hashes(proposal.published(), proposal.changed()), hashes(set, proposal.changed())));
        events.publishEvent(new ChangePublished(dossier, before, deployment, change.rollout()));
        if (change.rollout() == Rollout.NIEUWE) {
            closeChange.close(dossier);
        }
        audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, "PROCEDURE_BEKENDGEMAAKT", "De wijziging \"%s\" (dossier %s) werd bekendgemaakt. %s stelde ze voor, %s keurde ze goed."
                .formatted(change.title(), dossier, change.submittedByName(), change.approvedByName()))
                .changing(Map.of("geheel", proposal.published().hash()), Map.of("geheel", set.hash())));
        return new Result(true, change.rollout() != Rollout.NIEUWE);
    }

    /** Why it cannot be published now, for its author; null when it can. */
    private String problem(Change change, Proposal proposal) {
        SortedSet<String> outdated = drafts.outdated(change.dossier());
        if (!outdated.isEmpty()) {
            return "Na de goedkeuring werd een andere wijziging bekendgemaakt in dezelfde bestanden: %s. Kijk uw ontwerp na en leg het opnieuw voor.".formatted(
                    outdated.stream().map(ProcedureFiles::words).collect(Collectors.joining(", ")));
        }
        if (!drafts.hash(change.dossier()).equals(change.draftHash()) || findings.of(proposal).stream().anyMatch(DiagramFinding::blocks)) {
            return "Samen met wat intussen bekendgemaakt werd, klopt dit ontwerp niet meer. Kijk de controle na en leg het opnieuw voor.";
        }
        return null;
    }

    /** Of the set and of each changed file. */
    private static Map<String, String> hashes(DiagramSet set, SortedSet<String> changed) {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("geheel", set.hash());
        changed.stream().filter(set.paths()::contains).forEach(path -> hashes.put(path, DiagramSet.hash(set.files().get(path))));
        return hashes;
    }
}
