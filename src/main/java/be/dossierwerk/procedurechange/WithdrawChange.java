package be.dossierwerk.procedurechange;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.procedurechange.Changes.Change;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager gives up a change that is not published yet, also after its approval; what was drawn stays to be read. */
@Service
public class WithdrawChange {

    private final OpenDraft openDraft;
    private final Processes processes;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    WithdrawChange(OpenDraft openDraft, Processes processes, AuditLog audit, JdbcClient jdbc) {
        this.openDraft = openDraft;
        this.processes = processes;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** @throws Refused security.role-missing; procedurechange.not-open.*; procedurechange.invalid with the field reason */
    @Transactional
    public void withdraw(String change, String reason) {
        Change found = openDraft.lock(change, ChangeState.ONTWERP, ChangeState.TER_BEOORDELING, ChangeState.GOEDGEKEURD);
        Actor actor = openDraft.manager();
        List<Refused.Field> wrong = new ArrayList<>();
        Text.check(wrong, "reason", reason, Text.LONG);
        Text.refuse(wrong);
        jdbc.sql("update procedure_change set state = 'INGETROKKEN', approved_by = null, approved_by_name = null, approved_at = null where dossier = ?").param(change).update();
        audit.record(AuditLog.Entry.of(change, "WIJZIGING_INGETROKKEN", "%s trok de wijziging \"%s\" in.".formatted(actor.name(), found.title())).because(reason.strip()));
        processes.correlate(ProcedureChangeModel.WITHDRAWN, change, Map.of());
    }
}
