package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager writes down what a decision table must answer, as part of a change. */
@Service
public class AddDecisionRow {

    private final OpenDraft openDraft;
    private final ChangeDrafts drafts;
    private final DecisionRows rows;
    private final AuditLog audit;

    AddDecisionRow(OpenDraft openDraft, ChangeDrafts drafts, DecisionRows rows, AuditLog audit) {
        this.openDraft = openDraft;
        this.drafts = drafts;
        this.rows = rows;
        this.audit = audit;
    }

    /** @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.rows.no-table; procedurechange.invalid with the fields label, facts, expected */
    @Transactional
    public UUID add(String change, String file, DecisionRow.Content content) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        rows.check(drafts.proposal(change), file, content);
        UUID row = UUID.randomUUID();
        rows.add(change, row, file, content, false, actor);
        audit.record(AuditLog.Entry.of(change, "PROEFRIJ_TOEGEVOEGD", "%s voegde bij de tabel \"%s\" de proefrij \"%s\" toe.".formatted(actor.name(),
                ProcedureFiles.words(file), content.label().strip())));
        return row;
    }
}
