package be.dossierwerk.audit;

import be.dossierwerk.audit.ChainEnd.Head;
import be.dossierwerk.audit.ChainEnd.Linked;
import be.dossierwerk.audit.ChainEnd.Whose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ends of many chains, as {@link ChainEnd} does it for one: each piece of work is one statement, however many chains there are. */
final class ChainEnds {

    /** An entry to add behind the end of its dossier's chain. */
    record Added(String dossier, Whose whose, String action, String content) { }

    private ChainEnds() { }

    /** Locks those that nobody has locked, without waiting, and gives them. */
    static Set<String> tryLock(JdbcClient jdbc, Collection<String> dossiers) {
        return Set.copyOf(jdbc.sql("select dossier from unnest(cast(? as text[])) dossier where pg_try_advisory_xact_lock(hashtextextended(dossier, 7))")
                .param(new TreeSet<>(dossiers).toArray(String[]::new)).query(String.class).list());
    }

    /** Of dossiers that are locked. */
    static Map<String, Head> heads(JdbcClient jdbc, Collection<String> dossiers) {
        Map<String, Head> heads = new HashMap<>();
        jdbc.sql("""
                select d.dossier, coalesce(e.seq, 0), coalesce(e.hash, ''), k.key from unnest(cast(? as text[])) d (dossier)
                left join audit_key k on k.dossier = d.dossier
                left join lateral (select seq, hash from audit_entry a where a.dossier = d.dossier order by seq desc limit 1) e on true""")
                .param(dossiers.stream().distinct().toArray(String[]::new)).query(row -> {
                    heads.put(row.getString(1), new Head(row.getString(1), row.getLong(2), row.getString(3), row.getBytes(4)));
                });
        return heads;
    }

    /** Puts the new ends in place of those that are given. {@code carried}: what the entries tell of this transaction, or null. */
    static void append(JdbcClient jdbc, Map<String, Head> heads, List<Added> added, ChainEnd.Carried carried) {
        List<String> newKeys = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        List<Linked> linked = new ArrayList<>();
        List<String> previous = new ArrayList<>();
        for (Added each : added) {
            Head head = heads.get(each.dossier);
            Linked next = ChainEnd.link(head, each.whose, each.action, each.content);
            if (head.key() == null) {
                newKeys.add(each.dossier);
                keys.add(next.head().key());
            }
            previous.add(head.hash());
            linked.add(next);
            heads.put(each.dossier, next.head());
        }
        var insert = jdbc.sql("with " + (newKeys.isEmpty() ? "" : "made as (insert into audit_key (dossier, key) select * from unnest(:keyed, :keys)), ")
                + (carried == null ? "" : "gone as (delete from row_change where xact = cast(:xact as xid8) and id = any(:ids)), ") + """
                said as (insert into audit_content (dossier, seq, content) select * from unnest(:dossiers, :seqs, :contents))
                insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                select * from unnest(:dossiers, :seqs, cast(:at as timestamptz[]), :actors, :roles, :actions, :commitments, :previous, :hashes)""")
                .param("dossiers", added.stream().map(Added::dossier).toArray(String[]::new)).param("seqs", linked.stream().map(each -> each.head().seq()).toArray(Long[]::new))
                .param("contents", added.stream().map(Added::content).toArray(String[]::new))
                .param("at", added.stream().map(each -> each.whose.at().toString()).toArray(String[]::new))
                .param("actors", added.stream().map(each -> each.whose.actor()).toArray(String[]::new))
                .param("roles", added.stream().map(each -> each.whose.roles()).toArray(String[]::new))
                .param("actions", added.stream().map(Added::action).toArray(String[]::new))
                .param("commitments", linked.stream().map(Linked::commitment).toArray(String[]::new))
                .param("previous", previous.toArray(String[]::new)).param("hashes", linked.stream().map(each -> each.head().hash()).toArray(String[]::new));
        if (!newKeys.isEmpty()) {
            insert = insert.param("keyed", newKeys.toArray(String[]::new)).param("keys", keys.toArray(byte[][]::new));
        }
        if (carried != null) {
            insert = insert.param("xact", carried.xact()).param("ids", carried.ids());
        }
        insert.update();
    }
}
