package be.dossierwerk.audit;

import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns what a transaction changed in a dossier into one entry behind the acts that it recorded there, right before it commits. Only dossiers
 * that this transaction recorded in, because only those are locked by it; {@link CollectChanges} does the others afterwards.
 */
final class RecordedFacts implements TransactionSynchronization, Ordered {

    private record Changed(Chain.Head head, Chain.Whose whose, String changes) { }

    private final JdbcClient jdbc;
    private final Set<String> dossiers = new LinkedHashSet<>();

    private RecordedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void follow(JdbcClient jdbc, String dossier) {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof RecordedFacts facts) {
                facts.dossiers.add(dossier);
                return;
            }
        }
        RecordedFacts facts = new RecordedFacts(jdbc);
        facts.dossiers.add(dossier);
        TransactionSynchronizationManager.registerSynchronization(facts);
    }

    /** After what others still do before a commit. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        changed().forEach(changed -> Chain.append(jdbc, changed.head, changed.whose, AuditLog.FACTS,
                Content.text(Map.of("changes", Content.read(changed.changes)))));
    }

    /** A dossier whose entry went with a savepoint is not locked any more: its head is of another transaction, and it is left out. */
    private List<Changed> changed() {
        return jdbc.sql("""
                with mine as (
                    select e.*, k.key from unnest(cast(? as text[])) d (dossier)
                    join lateral (select * from audit_entry a where a.dossier = d.dossier order by seq desc limit 1) e on e.xact = pg_current_xact_id()
                    join audit_key k on k.dossier = e.dossier),
                gone as (delete from row_change r using mine m where r.xact = pg_current_xact_id() and r.dossier = m.dossier returning r.id, r.dossier, r.content)
                select m.dossier, m.seq, m.hash, m.key, m.at, m.actor, m.roles, g.changes
                from mine m join (select dossier, json_agg(content order by id) as changes from gone group by dossier) g using (dossier) order by m.dossier""")
                .param(dossiers.toArray(String[]::new))
                .query((row, i) -> new Changed(new Chain.Head(row.getString(1), row.getLong(2), row.getString(3), row.getBytes(4)),
                        new Chain.Whose(row.getObject(5, OffsetDateTime.class).toInstant(), row.getString(6), row.getString(7)), row.getString(8))).list();
    }
}
