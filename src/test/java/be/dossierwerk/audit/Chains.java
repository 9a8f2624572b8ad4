package be.dossierwerk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.audit.proof.EntryHash;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads chains as they stand in the tables and holds them against what their format says. */
public final class Chains {

    public record Row(long seq, OffsetDateTime at, String actor, String roles, String action, String commitment, String previous, String hash, String content, byte[] key) { }

    private Chains() { }

    public static List<Row> rows(JdbcClient jdbc, String dossier) {
        return jdbc.sql("""
                select seq, at, actor, roles, action, commitment, previous, hash, content, key
                from audit_entry left join audit_content using (dossier, seq) left join audit_key using (dossier) where dossier = ? order by seq""")
                .param(dossier).query(Row.class).list();
    }

    public static void assertWhole(JdbcClient jdbc, String dossier) {
        String previous = "";
        long seq = 0;
        for (Row row : rows(jdbc, dossier)) {
            assertThat(row.seq()).as(dossier).isEqualTo(++seq);
            assertThat(row.previous()).as(dossier + " " + seq).isEqualTo(previous);
            assertThat(row.hash()).as(dossier + " " + seq).isEqualTo(EntryHash.hash(dossier, seq, row.at().toInstant(), row.actor(), row.roles(), row.action(), row.commitment(),
                    previous));
            if (row.content() != null) {
                assertThat(row.commitment()).as(dossier + " " + seq).isEqualTo(EntryHash.commitment(row.key(), dossier, seq, row.content()));
            }
            previous = row.hash();
        }
        assertThat(seq).as("entries of " + dossier).isPositive();
    }
}
