package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager takes a test row away, as part of a change. */
@Service
public class RemoveDecisionRow {

    private final OpenDraft openDraft;
    private final DecisionRows rows;
    private final AuditLog audit;

    RemoveDecisionRow(OpenDraft openDraft, DecisionRows rows, AuditLog audit) {
        this.openDraft = openDraft;
        this.rows = rows;
        this.audit = audit;
    }

    /** @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.rows.unknown */
    @Transactional
    public void remove(String change, String file, UUID row) {
        openDraft.lock(change, ChangeState.ONTWERP);
        Actor actor = openDraft.manager();
        DecisionRow gone = rows.get(change, file, row);
        rows.add(change, row, file, gone.content(), true, actor);
        audit.record(AuditLog.Entry.of(change, "PROEFRIJ_VERWIJDERD", "%s nam bij de tabel \"%s\" de proefrij \"%s\" weg.".formatted(actor.name(),
                ProcedureFiles.words(file), gone.label())));
    }
}
