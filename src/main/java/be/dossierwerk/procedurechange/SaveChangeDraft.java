package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a file of a draft as it is drawn, typed or uploaded. Nobody's work is lost: who saves over something they did not see gets a draft of their own,
 * and what may never run is given back to its author but never becomes part of a draft.
 */
@Service
public class SaveChangeDraft {

    /**
     * {@code change}: where the work now is, another one than it was sent to when a colleague saved in between; {@code revision}: what the next save starts from,
     * null at what is published.
     */
    public record Saved(String change, Long revision, Instant at, boolean ownDraft) { }

    /** No diagram or form is larger, and nobody fills the disk. */
    private static final int BYTES = 1_000_000;

    private final OpenDraft openDraft;
    private final OpenChange openChange;
    private final ChangeDrafts drafts;
    private final Changes changes;
    private final ChangeFindings findings;
    private final PublishedDiagrams published;
    private final Dossiers dossiers;
    private final AuditLog audit;
    private final Clock clock;

    SaveChangeDraft(OpenDraft openDraft, OpenChange openChange, ChangeDrafts drafts, Changes changes, ChangeFindings findings, PublishedDiagrams published, Dossiers dossiers,
              AuditLog audit, Clock clock) {
        this.openDraft = openDraft;
        this.openChange = openChange;
        this.drafts = drafts;
        this.changes = changes;
        this.findings = findings;
        this.published = published;
        this.dossiers = dossiers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param base what the editor began with: the revision of an earlier save or of {@link ChangeDrafts#head}, null for what is published
     * @param what was done, in words; null for a plain save
     * @throws Refused security.role-missing, procedurechange.not-open.*, procedurechange.draft.path, procedurechange.draft.too-large, procedurechange.draft.too-many,
     *                 procedurechange.draft.refused with what may never run: then the text is kept for its author alone
     */
    @Transactional(noRollbackFor = Refused.class)
    public Saved save(String change, String path, byte[] content, Long base, String what) {
        return save(change, path, content, base, what, false);
    }

    /** {@code finished}: a file from elsewhere, which must be whole. */
    @Transactional(noRollbackFor = Refused.class)
    Saved save(String change, String path, byte[] content, Long base, String what, boolean finished) {
        if (!ProcedureFiles.isPath(path)) {
            throw new Refused("procedurechange.draft.path", String.valueOf(path));
        }
        if (content.length > BYTES) {
            throw new Refused("procedurechange.draft.too-large");
        }
        Change found = openDraft.lockToDraw(change);
        Actor actor = openDraft.drawer();
        drafts.makeRoom(change, path);
        List<DiagramFinding> refused = findings.refused(published.current().with(drafts.files(change)).with(Collections.singletonMap(path, content)), path, finished);
        if (!refused.isEmpty()) {
            // A drawing tool has its file still.
            if (actor.has(Roles.MANAGER)) {
                drafts.reject(change, path, content, actor);
            }
            throw new Refused("procedurechange.draft.refused", ChangeFindings.fields(refused), refused.size());
        }
        Long head = drafts.head(change, path);
        if (drafts.file(change, path).map(there -> Arrays.equals(there, content)).orElse(false)) {
            return new Saved(change, head, clock.instant(), false);
        }
        String words = what == null || what.isBlank() ? "Bewaard" : what.strip();
        if (Objects.equals(head, base)) {
            return new Saved(change, drafts.add(change, path, content, words, actor), clock.instant(), false);
        }
        String own = ownDraft(found, actor);
        return new Saved(own, drafts.addDrawnOn(change, base, own, path, content, words, actor), clock.instant(), true);
    }

    /** All of the draft goes along, so that the work stands on its own. */
    private String ownDraft(Change from, Actor actor) {
        Optional<Change> before = changes.forksOf(from.dossier()).stream().filter(fork -> fork.isDraft() && fork.author().equals(actor.id())).reduce((one, other) -> other);
        if (before.isPresent()) {
            audit.lock(before.get().dossier());
            return before.get().dossier();
        }
        String of = " (werk van %s)".formatted(actor.name());
        String title = from.title().length() + of.length() > Text.TITLE ? from.title().substring(0, Text.TITLE - of.length()) : from.title();
        String own = openChange.open(new OpenChange.NewChange(title + of, from.reason(), from.procedure(), Changes.Kind.WIJZIGING, from.dossier(), null));
        drafts.copyAll(from.dossier(), own, "Overgenomen uit " + from.dossier(), actor);
        dossiers.link(own, from.dossier(), "Twee mensen werkten tegelijk aan dit ontwerp");
        return own;
    }
}
