package be.dossierwerk.conformance;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One finding, locked behind its dossier, and what somebody does about it: the new status, the line in its history and the act in the dossier. */
@Component
class HeldFinding {

    record Held(long id, String dossier, String norm, String status, String cause, String causeText, String proposedBy, String proposedByName) {

        boolean isRunning() {
            return status.equals("OPEN") || status.equals("IN_ONDERZOEK");
        }
    }

    /** What becomes of it. {@code reason}, {@code cause} and {@code proposer} (of an acceptance) may be null; a cause comes with its reason. */
    record Turn(String status, String action, String said, String reason, FindingCause cause, Actor proposer) { }

    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    HeldFinding(AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused conformance.closed when it is settled or disappeared */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held lock(long id) {
        audit.lock(jdbc.sql("select dossier from conformance_finding where id = ?").param(id).query(String.class).optional().orElseThrow(() -> new Refused("conformance.closed")));
        Held held = jdbc.sql("""
                select f.id, f.dossier, n.name as norm, f.status, f.cause, f.cause_text, f.proposed_by, f.proposed_by_name
                from conformance_finding f join conformance_norm n on n.code = f.norm and n.version = f.norm_version where f.id = ? for update of f""").param(id).query(Held.class).single();
        if (!held.isRunning()) {
            throw new Refused("conformance.closed");
        }
        return held;
    }

    /** Writes it, in the history of the finding and in the dossier. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void become(Held held, Actor by, Turn turn) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean running = turn.status.equals("IN_ONDERZOEK");
        jdbc.sql("""
                update conformance_finding set status = ?, cause = coalesce(?, cause), cause_text = coalesce(?, cause_text), proposed_by = ?, proposed_by_name = ?,
                    decided_by = ?, decided_by_name = ?, closed_at = ? where id = ?""")
                .params(Arrays.asList(turn.status, turn.cause == null ? null : turn.cause.name(), turn.cause == null ? null : turn.reason, turn.proposer == null ? null : turn.proposer.id(),
                        turn.proposer == null ? null : turn.proposer.name(), running ? null : by.id(), running ? null : by.name(), running ? null : now, held.id())).update();
        jdbc.sql("insert into conformance_act (finding, at, by_id, by_name, status, said, reason) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(held.id(), now, by.id(), by.name(), turn.status, turn.said, turn.reason)).update();
        audit.record(AuditLog.Entry.of(held.dossier(), turn.action, turn.said).because(turn.reason));
    }

    /** @throws Refused conformance.incomplete with each field that is wrong */
    static void complete(FindingCause cause, String text) {
        List<Refused.Field> wrong = new ArrayList<>();
        if (cause == null) {
            wrong.add(new Refused.Field("cause", "conformance.cause-missing"));
        }
        if (text == null || text.isBlank()) {
            wrong.add(new Refused.Field("text", "conformance.text-missing"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("conformance.incomplete", wrong);
        }
    }
}
