package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.Finding;
import be.dossierwerk.audit.proof.Finding.Kind;
import be.dossierwerk.audit.proof.MerkleTree;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seals as the database holds them. */
@Component
public class RecordedSeals {

    /** One chain in a seal. */
    public record Leaf(long seal, int position, String dossier, long seq, String head) {

        /** As it stands in the tree. */
        public byte[] hash() {
            return MerkleTree.leaf(dossier, seq, head);
        }
    }

    private static final String COLUMNS = "select serial, sealed_at, leaves, root, previous, signature, key_id, token from audit_seal ";

    private final JdbcClient jdbc;

    RecordedSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order. */
    public List<Seal> all() {
        return jdbc.sql(COLUMNS + "order by serial").query((row, i) -> seal(row)).list();
    }

    public Optional<Seal> last() {
        return jdbc.sql(COLUMNS + "order by serial desc limit 1").query((row, i) -> seal(row)).optional();
    }

    /** The public keys by their own id, whatever the table calls them; what is no key is left out. */
    public Map<String, PublicKey> keys() {
        Map<String, PublicKey> keys = new HashMap<>();
        for (String pem : jdbc.sql("select public_key from audit_seal_key").query(String.class).list()) {
            try {
                PublicKey key = SealKeys.publicKey(pem);
                keys.put(SealKeys.id(key), key);
            } catch (GeneralSecurityException e) {
                continue;
            }
        }
        return keys;
    }

    /** By position; also of seals over hashes of before, which lead to the roots of then and prove nothing of the chains as they are now. */
    public List<Leaf> leaves(long seal) {
        return jdbc.sql("select seal, position, dossier, seq, head from (table audit_seal_leaf union all table audit_seal_leaf_before) leaf where seal = ? order by position").param(seal)
                .query((row, i) -> new Leaf(row.getLong(1), row.getInt(2), row.getString(3), row.getLong(4), row.getString(5))).list();
    }

    /** The seals in which a chain is. */
    public List<Long> with(String dossier) {
        return jdbc.sql("select distinct seal from audit_seal_leaf where dossier = ? order by seal").param(dossier).query(Long.class).list();
    }

    /** Where the sentence that was signed is not the one that the columns make. */
    public List<Finding> misstated() {
        List<Finding> found = new ArrayList<>();
        jdbc.sql("select serial, statement, sealed_at, leaves, root, previous from audit_seal order by serial").query(row -> {
            String statement = Seal.statement(row.getLong(1), EntryHash.at(row.getObject(3, OffsetDateTime.class).toInstant()), row.getLong(4), row.getString(5), row.getString(6));
            if (!statement.equals(row.getString(2))) {
                found.add(Finding.ofSeal(Kind.ZEGEL_GEWIJZIGD, row.getLong(1), "Zegel %d werd gewijzigd: wat ondertekend werd, is niet wat er nu staat.", row.getLong(1)));
            }
        });
        return found;
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getLong(1), EntryHash.at(row.getObject(2, OffsetDateTime.class).toInstant()), row.getLong(3), row.getString(4), row.getString(5), row.getBytes(6),
                row.getString(7), row.getBytes(8));
    }
}
