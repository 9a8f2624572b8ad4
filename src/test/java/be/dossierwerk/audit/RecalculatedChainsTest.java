package be.dossierwerk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.audit.proof.EntryHash;
import be.dossierwerk.audit.proof.MerkleTree;
import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chains of the form before this one are calculated anew, when they agree and only then; the seals over them stay what they were. */
class RecalculatedChainsTest {

    private static final String BEFORE = "202611241050";
    private static final KeyPair KEY = SealKeys.make();

    private JdbcClient jdbc;

    @Test
    void what_agrees_is_calculated_anew_and_what_does_not_stops_it() {
        DataSource data = OwnDatabase.empty();
        jdbc = JdbcClient.create(data);
        Flyway.configure().dataSource(data).locations("classpath:db/migration").target(BEFORE).load().migrate();
        String oldHead = "";
        for (int seq = 1; seq <= 3; seq++) {
            oldHead = write("A", seq, "{\"sentence\":\"Één zin " + seq + "\"}", oldHead);
        }
        write("B", 1, null, "");
        jdbc.sql("insert into audit_seal_key (key_id, public_key) values ('k', 'k')").update();
        String root = Digests.hex(MerkleTree.root(List.of(MerkleTree.leaf("A", 3, oldHead))));
        String statement = Seal.statement(1, "2026-11-22T02:00:00.000000Z", 1, root, "");
        jdbc.sql("insert into audit_seal (serial, sealed_at, leaves, root, previous, statement, signature, key_id) values (1, '2026-11-22T02:00:00Z', 1, ?, '', ?, ?, 'k')")
                .params(root, statement, SealKeys.sign(KEY.getPrivate(), Digests.utf8(statement))).update();
        jdbc.sql("insert into audit_seal_leaf (seal, position, dossier, seq, head) values (1, 0, 'A', 3, ?)").param(oldHead).update();

        refused(data, "audit_entry", "actor = 'bart' where seq = 2", "actor = 'an' where seq = 2", "entry 2 of A does not agree");
        refused(data, "audit_content", "content = content || ' ' where seq = 1", "content = rtrim(content) where seq = 1", "the content of entry 1 of A is not what it was written with");
        refused(data, "audit_seal_leaf", "head = repeat('ab', 32)", "head = '" + oldHead + "'", "entry 3 of A is not the one that seal 1 holds");
        refused(data, "audit_seal_leaf", "seq = 4", "seq = 3", "entry 4 of A is gone, and seal 1 holds it");
        List<Chains.Row> before = Chains.rows(jdbc, "A");

        Flyway.configure().dataSource(data).locations("classpath:db/migration").load().migrate();

        Chains.assertWhole(jdbc, "A");
        Chains.assertWhole(jdbc, "B");
        Chains.assertWhole(jdbc, AuditLog.DEPARTMENT);
        assertThat(Chains.rows(jdbc, "A")).extracting(Chains.Row::content).containsExactlyElementsOf(before.stream().map(Chains.Row::content).toList());
        assertThat(Chains.rows(jdbc, "A").get(0).hash()).isNotEqualTo(before.get(0).hash());
        assertThat(Chains.rows(jdbc, AuditLog.DEPARTMENT)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("KETENS_HERBEREKEND");
            assertThat(row.content()).contains("\"lastSealDigest\":\"" + Digests.sha256(statement) + "\"", "De vingerafdrukken van 4 handelingen in 2 ketens werden opnieuw berekend");
        });
        // What the seal covered can still be shown: its leaf leads to its root, and the old hash follows from the old commitment.
        RecordedSeals seals = new RecordedSeals(jdbc);
        assertThat(Digests.hex(MerkleTree.root(seals.leaves(1).stream().map(RecordedSeals.Leaf::hash).toList()))).isEqualTo(seals.all().get(0).root());
        assertThat(seals.with("A")).isEmpty();
        Chains.Row last = Chains.rows(jdbc, "A").get(2);
        assertThat(hash("A", 3, last.at().toInstant(), jdbc.sql("select commitment from audit_commitment_before where seq = 3").query(String.class).single(), before.get(2).previous())).isEqualTo(oldHead);
        assertThatThrownBy(() -> jdbc.sql("delete from audit_seal_leaf_before").update()).hasMessageContaining("never changed or deleted");
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'x'").update()).hasMessageContaining("never changed or deleted");
    }

    private void refused(DataSource data, String table, String wrong, String right, String why) {
        jdbc.sql("alter table " + table + " disable trigger user").update();
        jdbc.sql("update " + table + " set " + wrong).update();
        assertThatThrownBy(() -> Flyway.configure().dataSource(data).locations("classpath:db/migration").load().migrate()).hasMessageContaining(why);
        jdbc.sql("update " + table + " set " + right).update();
        jdbc.sql("alter table " + table + " enable always trigger " + table + "_append_only").update();
    }

    /** In the form before this one; without content as after a destruction. */
    private String write(String dossier, int seq, String content, String previous) {
        byte[] key = new byte[EntryHash.KEY_BYTES];
        Instant at = Instant.parse("2026-11-21T10:00:00.5Z");
        String commitment = content == null ? "cd".repeat(32) : oldCommitment(key, dossier + "\n" + seq + "\n" + content);
        String hash = hash(dossier, seq, at, commitment, previous);
        jdbc.sql("insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash) values (?, ?, ?, 'an', 'r s', 'X', ?, ?, ?)")
                .params(dossier, seq, OffsetDateTime.parse(at.toString()), commitment, previous, hash).update();
        if (content != null) {
            jdbc.sql("insert into audit_key (dossier, key) values (?, ?) on conflict do nothing").params(dossier, key).update();
            jdbc.sql("insert into audit_content (dossier, seq, content) values (?, ?, ?)").params(dossier, seq, content).update();
        }
        return hash;
    }

    private static String hash(String dossier, long seq, Instant at, String commitment, String previous) {
        return Digests.sha256(String.join("\n", "dossierwerk-handeling-2", dossier, String.valueOf(seq), EntryHash.at(at), "an", "r s", "X", commitment, previous));
    }

    private static String oldCommitment(byte[] key, String said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Digests.hex(mac.doFinal(Digests.utf8(said)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
