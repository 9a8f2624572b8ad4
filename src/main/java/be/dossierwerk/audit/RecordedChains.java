package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Actions;
import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.SealedHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The chains as the database holds them, with their content, their key and what the seals say of them. */
@Component
public class RecordedChains {

    /** That the content of a dossier was destroyed at the end of its retention. */
    public record Destroyed(String at, String rule, String by) { }

    private final JdbcClient jdbc;

    RecordedChains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String ENTRIES = """
            select dossier, seq, at, actor, roles, action, commitment, previous, hash, content from audit_entry left join audit_content using (dossier, seq)
            """;
    /** Destroyed is what the chain tells as well (ADR 0025). */
    private static final String TOLD = "exists (select from audit_entry e where e.dossier = d.dossier and e.action = ?)";

    /**
     * A chain by name. {@code covered}: its last entry is one that a seal up to a certain one holds, so that nothing was added, rewritten or taken away at
     * its end since.
     */
    public record Known(String dossier, long entries, boolean covered) { }

    /** Every chain of which anything is left: entries, whatever their number, a key, a place in a seal, or the dossier itself. */
    @Transactional(readOnly = true)
    public List<Known> all(long upToSeal) {
        return jdbc.sql("""
                with recursive walk as (
                    (select dossier from audit_entry order by dossier limit 1)
                    union all
                    select (select e.dossier from audit_entry e where e.dossier > w.dossier order by e.dossier limit 1) from walk w where w.dossier is not null)
                select n.dossier, coalesce(e.seq, 0), exists (select from audit_seal_leaf l where l.dossier = n.dossier and l.seq = e.seq and l.head = e.hash and l.seal <= ?)
                from (select dossier from walk where dossier is not null union select dossier from audit_key union select dossier from audit_seal_leaf
                      union select number from dossier union select dossier from document union select dossier from destruction) n
                left join lateral (select seq, hash from audit_entry a where a.dossier = n.dossier order by seq desc limit 1) e on true order by n.dossier""").param(upToSeal)
                .query((row, i) -> new Known(row.getString(1), row.getLong(2), row.getBoolean(3))).list();
    }

    /** One snapshot of these chains, with what else is read in the transaction if there is one: what is written meanwhile is no difference. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<Chain> of(Collection<String> dossiers) {
        List<Chain> bare = bare(dossiers);
        Map<String, List<ChainEntry>> entries = new HashMap<>();
        jdbc.sql(ENTRIES + "where dossier = any(?) order by dossier, seq").param(dossiers.toArray(String[]::new)).query(row -> {
            entries.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>()).add(entry(row));
        });
        return bare.stream().map(chain -> new Chain(chain.dossier(), chain.key(), chain.destroyed(), entries.getOrDefault(chain.dossier(), List.of()), Set.of(), chain.sealed()))
                .toList();
    }

    /** Without their entries. */
    @Transactional(readOnly = true)
    public List<Chain> bare(Collection<String> dossiers) {
        String[] names = dossiers.toArray(String[]::new);
        Map<String, byte[]> keys = new HashMap<>();
        jdbc.sql("select dossier, key from audit_key where dossier = any(?)").param(names).query(row -> {
            keys.put(row.getString(1), row.getBytes(2));
        });
        Set<String> destroyed = new HashSet<>(jdbc.sql("select dossier from destruction d where dossier = any(?) and " + TOLD).params(names, Actions.DESTROYED)
                .query(String.class).list());
        Map<String, List<SealedHead>> sealed = new HashMap<>();
        jdbc.sql("""
                select l.dossier, l.seal, s.sealed_at, l.seq, l.head from audit_seal_leaf l join audit_seal s on s.serial = l.seal
                where l.dossier = any(?) order by l.dossier, l.seal""").param(names).query(row -> {
                    sealed.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>()).add(new SealedHead(row.getLong(2),
                            EntryHash.at(row.getObject(3, OffsetDateTime.class).toInstant()), row.getLong(4), row.getString(5)));
                });
        return dossiers.stream().map(dossier -> new Chain(dossier, keys.get(dossier), destroyed.contains(dossier), List.of(), Set.of(),
                sealed.getOrDefault(dossier, List.of()))).toList();
    }

    /** The entries of one chain behind this one, in order, at most so many. */
    @Transactional(readOnly = true)
    public List<ChainEntry> after(String dossier, long seq, int most) {
        return jdbc.sql(ENTRIES + "where dossier = ? and seq > ? order by seq limit ?").params(dossier, seq, most).query((row, i) -> entry(row)).list();
    }

    private static ChainEntry entry(ResultSet row) throws SQLException {
        return new ChainEntry(row.getString(1), row.getLong(2), EntryHash.at(row.getObject(3, OffsetDateTime.class).toInstant()), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getString(10));
    }

    public Optional<Destroyed> destroyed(String dossier) {
        return jdbc.sql("select destroyed_at, rule, by_name from destruction d where dossier = ? and " + TOLD).params(dossier, Actions.DESTROYED)
                .query((row, i) -> new Destroyed(EntryHash.at(row.getObject(1, OffsetDateTime.class).toInstant()), row.getString(2), row.getString(3))).optional();
    }

    /** Dossiers of which a destruction is kept that their chain does not tell. */
    public List<String> destroyedUntold() {
        return jdbc.sql("select dossier from destruction d where not " + TOLD + " order by dossier").param(Actions.DESTROYED).query(String.class).list();
    }

    /** Dossiers of which the chain tells a destruction that is not kept. */
    public List<String> toldNotKept() {
        // The index on what is destroyed knows this action by name.
        return jdbc.sql("select distinct dossier from audit_entry e where action = 'VERNIETIGD' and not exists (select from destruction d where d.dossier = e.dossier) order by 1")
                .query(String.class).list();
    }
}
