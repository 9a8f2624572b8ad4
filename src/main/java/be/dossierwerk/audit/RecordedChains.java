package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Chain;
import be.dossierwerk.audit.proof.ChainEntry;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.SealedHead;
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

    /** Every chain that there is, and every one that a seal names. */
    @Transactional(readOnly = true)
    public List<String> names() {
        return jdbc.sql("select dossier from audit_key union select dossier from audit_seal_leaf union select dossier from audit_entry where seq = 1 order by 1")
                .query(String.class).list();
    }

    /** One snapshot of these chains: what is written meanwhile is no difference. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<Chain> of(Collection<String> dossiers) {
        String[] names = dossiers.toArray(String[]::new);
        Map<String, byte[]> keys = new HashMap<>();
        jdbc.sql("select dossier, key from audit_key where dossier = any(?)").param(names).query(row -> {
            keys.put(row.getString(1), row.getBytes(2));
        });
        Set<String> destroyed = new HashSet<>(jdbc.sql("select dossier from destruction where dossier = any(?)").param(names).query(String.class).list());
        Map<String, List<SealedHead>> sealed = new HashMap<>();
        jdbc.sql("""
                select l.dossier, l.seal, s.sealed_at, l.seq, l.head from audit_seal_leaf l join audit_seal s on s.serial = l.seal
                where l.dossier = any(?) order by l.dossier, l.seal""").param(names).query(row -> {
                    sealed.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>()).add(new SealedHead(row.getLong(2),
                            EntryHash.at(row.getObject(3, OffsetDateTime.class).toInstant()), row.getLong(4), row.getString(5)));
                });
        Map<String, List<ChainEntry>> entries = new HashMap<>();
        jdbc.sql("""
                select dossier, seq, at, actor, roles, action, commitment, previous, hash, content from audit_entry left join audit_content using (dossier, seq)
                where dossier = any(?) order by dossier, seq""").param(names).query(row -> {
                    entries.computeIfAbsent(row.getString(1), dossier -> new ArrayList<>()).add(new ChainEntry(row.getString(1), row.getLong(2),
                            EntryHash.at(row.getObject(3, OffsetDateTime.class).toInstant()), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                            row.getString(8), row.getString(9), row.getString(10)));
                });
        return dossiers.stream().map(dossier -> new Chain(dossier, keys.get(dossier), destroyed.contains(dossier), entries.getOrDefault(dossier, List.of()), Set.of(),
                sealed.getOrDefault(dossier, List.of()))).toList();
    }

    public Optional<Destroyed> destroyed(String dossier) {
        return jdbc.sql("select destroyed_at, rule, by_name from destruction where dossier = ?").param(dossier)
                .query((row, i) -> new Destroyed(EntryHash.at(row.getObject(1, OffsetDateTime.class).toInstant()), row.getString(2), row.getString(3))).optional();
    }

    /** The tables of the proof that the database does not guard now, though it should. */
    public List<String> unguarded() {
        return jdbc.sql("""
                select name from unnest(array['audit_entry', 'audit_content', 'audit_key', 'audit_seal', 'audit_seal_key', 'audit_seal_leaf']) name
                where not exists (select from pg_trigger where tgrelid = name::regclass and tgname = name || '_append_only' and tgenabled = 'A') order by 1""")
                .query(String.class).list();
    }
}
