package be.dossierwerk.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns what a transaction changed in a dossier into one entry behind the acts that it recorded there, or one for each thousand rows, right before it
 * commits: one statement for all its dossiers. Only dossiers that this transaction recorded in, because only those are locked by it; {@link CollectChanges} does the others afterwards.
 */
final class RecordedFacts implements TransactionSynchronization, Ordered {

    /** As many rows as one entry carries. */
    static final int MOST = 1_000;

    private record Changed(int part, ChainEnd.Head head, ChainEnd.Whose whose, ChainEnd.Carried carried, String changes) { }

    private final JdbcClient jdbc;
    private final LockedChains chains;
    private final Set<String> dossiers = new LinkedHashSet<>();
    private final Set<String> destroyed = new LinkedHashSet<>();

    private RecordedFacts(JdbcClient jdbc, LockedChains chains) {
        this.jdbc = jdbc;
        this.chains = chains;
    }

    /** {@code destroyed}: what changed there is not told, and nor is what others left to tell. */
    static void follow(JdbcClient jdbc, LockedChains chains, String dossier, boolean destroyed) {
        RecordedFacts facts = ofTransaction(jdbc, chains);
        (destroyed ? facts.destroyed : facts.dossiers).add(dossier);
    }

    static void follow(JdbcClient jdbc, LockedChains chains, Collection<String> dossiers) {
        ofTransaction(jdbc, chains).dossiers.addAll(dossiers);
    }

    private static RecordedFacts ofTransaction(JdbcClient jdbc, LockedChains chains) {
        RecordedFacts facts = TransactionSynchronizationManager.getSynchronizations().stream().filter(RecordedFacts.class::isInstance).map(RecordedFacts.class::cast)
                .findFirst().orElse(null);
        if (facts == null) {
            facts = new RecordedFacts(jdbc, chains);
            TransactionSynchronizationManager.registerSynchronization(facts);
        }
        return facts;
    }

    /** After what others still do before a commit. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!destroyed.isEmpty()) {
            dossiers.removeAll(destroyed);
            jdbc.sql("delete from row_change where dossier = any(?)").param(destroyed.toArray(String[]::new)).update();
        }
        Map<String, ChainEnd.Head> heads = new HashMap<>();
        Map<Integer, List<Changed>> parts = new TreeMap<>();
        for (Changed changed : changed()) {
            heads.put(changed.head.dossier(), changed.head);
            parts.computeIfAbsent(changed.part, part -> new ArrayList<>()).add(changed);
        }
        parts.values().forEach(part -> ChainEnds.append(jdbc, heads, part.stream().map(changed -> new ChainEnds.Added(changed.head.dossier(), changed.whose, AuditLog.FACTS,
                Content.text(Map.of("changes", Content.read(changed.changes))))).toList(),
                new ChainEnd.Carried(part.get(0).carried.xact(), part.stream().flatMap(changed -> Arrays.stream(changed.carried.ids())).toArray(Long[]::new))));
        heads.values().forEach(chains::moved);
    }

    /** A dossier whose entry went with a savepoint is not locked any more: its head is of another transaction, and it is left out. */
    private List<Changed> changed() {
        return jdbc.sql("select * from changes_of_transaction(?, ?)").params(dossiers.toArray(String[]::new), MOST)
                .query((row, i) -> new Changed(row.getInt(11), new ChainEnd.Head(row.getString(1), row.getLong(2), row.getString(3), row.getBytes(4)),
                        new ChainEnd.Whose(row.getObject(5, OffsetDateTime.class).toInstant(), row.getString(6), row.getString(7)),
                        new ChainEnd.Carried(row.getString(8), (Long[]) row.getArray(9).getArray()), row.getString(10))).list();
    }
}
