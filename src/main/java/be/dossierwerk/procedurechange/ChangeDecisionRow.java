package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager lets a test row ask something else, as part of a change; until that is published the row stays as it was for everybody else. */
@Service
public class ChangeDecisionRow {

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;
    private final DecisionRows rows;
    private final AuditLog audit;

    ChangeDecisionRow(OpenDraft openDraft, ChangeDrafts drafts, DecisionRows rows, AuditLog audit) {
        this.openDraft = openDraft;
        this.drafts = drafts;
        this.rows = rows;
        this.audit = audit;
    }

    /** @throws Refused as {@link AddDecisionRow}; procedurechange.rows.unknown */
    @Transactional
    public void change(String change, String file, UUID row, DecisionRow.Content content) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        DecisionRow before = rows.get(change, file, row);
        rows.check(drafts.proposal(change), file, content);
        rows.add(change, row, file, content, false, actor);
        audit.record(AuditLog.Entry.of(change, "PROEFRIJ_GEWIJZIGD", "%s wijzigde bij de tabel \"%s\" de proefrij \"%s\".".formatted(actor.name(),
                ProcedureFiles.words(file), before.label())).changing(Map.of("verwacht", before.expected().toString()), Map.of("verwacht", content.expected().toString())));
    }
}
