package be.dossierwerk.deadline;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acknowledges the highest step that a term's ladder has reached, with the reason of the delay. */
@Service
public class ExplainDelay {

    private static final int MAX_TEXT = 500;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    ExplainDelay(JdbcClient jdbc, Ledger ledger, AuditLog audit, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * A later explanation replaces an earlier one; the audit trail keeps both. The text may be empty.
     * @throws Refused security.role-missing unless handler, team lead or head; deadline.explain.code, deadline.text.too-long,
     *                 deadline.explain.no-step when the ladder of that term has not been climbed
     */
    @Transactional
    public void explain(String dossier, String rule, DelayReason code, String text) {
        Actor actor = currentActor.require(Roles.HANDLER, Roles.TEAM_LEAD, Roles.HEAD);
        if (code == null) {
            throw new Refused("deadline.explain.code");
        }
        String remark = text == null || text.isBlank() ? null : text.strip();
        if (remark != null && remark.length() > MAX_TEXT) {
            throw new Refused("deadline.text.too-long", String.valueOf(MAX_TEXT));
        }
        ledger.lock(dossier);
        // The same rule can have run before: the last one is meant.
        DossierTerm term = ledger.terms(dossier).stream().filter(t -> t.rule().code().equals(rule)).max(Comparator.comparing(DossierTerm::id))
                .orElseThrow(() -> new Refused("deadline.explain.no-step"));
        int explained = jdbc.sql("""
                update term_escalation set reason_code = ?, reason = ?, explained_by = ?, explained_by_name = ?, explained_at = ?
                where term = ? and step = (select max(step) from term_escalation where term = ?)""")
                .params(Arrays.asList(code.name(), remark, actor.id(), actor.name(), ledger.now(), term.id(), term.id())).update();
        if (explained == 0) {
            throw new Refused("deadline.explain.no-step");
        }
        audit.record(AuditLog.Entry.of(dossier, "TERM_DELAY_EXPLAINED", "%s gaf een reden op voor de vertraging van \"%s\": %s.".formatted(
                actor.name(), term.rule().name(), AuditSentences.delay(code))).because(remark));
    }
}
