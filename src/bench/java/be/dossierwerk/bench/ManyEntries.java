package be.dossierwerk.bench;

import be.dossierwerk.audit.proof.Actions;
import be.dossierwerk.audit.proof.EntryHash;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A record of years: whole chains, rightly hashed, of dossiers that do not exist otherwise; an act and what it changed by turns. Spread over one year. */
public final class ManyEntries {

    public static final int OF_A_DOSSIER = 200;
    public static final Instant FROM = Instant.parse("2026-01-01T07:00:00Z");
    private static final Duration EACH = Duration.ofMinutes(2_600);
    private static final int WRITE_AT = 1 << 20;
    private static final String[] ACTS = {"TAAK_INGEDIEND", "NOTITIE_GESCHREVEN", "TERMIJN_GESTART", "BRIEF_VERZONDEN", "BIJLAGE_GEVRAAGD"};
    private static final String[] PEOPLE = {"an", "bart", "els", "joke", "karel", "omer", "systeem"};

    private ManyEntries() { }

    public static String dossier(long number) {
        return "DC-ERK-2026-%06d".formatted(number);
    }

    /** Chains {@code from} to {@code to}, that one left out, with the dossiers they belong to. */
    public static void fill(DataSource data, long from, long to) {
        try (Connection keys = data.getConnection(); Connection entries = data.getConnection(); Connection contents = data.getConnection();
             Statement statement = keys.createStatement()) {
            // Nobody is told of dossiers that nobody opened.
            statement.execute("alter table dossier disable trigger dossier_journal");
            statement.execute("""
                    insert into dossier (number, procedure, subject, source, received_on, registered_at, state)
                    select 'DC-ERK-2026-' || lpad(n::text, 6, '0'), 'erkenning', 'Poets bv', 'PAPIER', date '2026-01-01', now(), 'IN_BEHANDELING' from generate_series(%d, %d) n"""
                    .formatted(from, to - 1));
            statement.execute("alter table dossier enable always trigger dossier_journal");
            CopyIn key = copy(keys, "audit_key (dossier, key)");
            CopyIn entry = copy(entries, "audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)");
            CopyIn content = copy(contents, "audit_content (dossier, seq, content)");
            StringBuilder keyLines = new StringBuilder();
            StringBuilder entryLines = new StringBuilder();
            StringBuilder contentLines = new StringBuilder();
            Random random = new Random(from);
            byte[] secret = new byte[EntryHash.KEY_BYTES];
            for (long number = from; number < to; number++) {
                String dossier = dossier(number);
                random.nextBytes(secret);
                keyLines.append(dossier).append("\t\\\\x").append(HexFormat.of().formatHex(secret)).append('\n');
                String previous = "";
                Instant at = FROM.plusSeconds(random.nextInt(86_400));
                for (int seq = 1; seq <= OF_A_DOSSIER; seq++) {
                    boolean facts = seq % 2 == 0;
                    at = facts ? at : at.plus(EACH).plusMillis(random.nextInt(60_000));
                    String actor = PEOPLE[random.nextInt(PEOPLE.length)];
                    String action = facts ? Actions.FACTS : ACTS[random.nextInt(ACTS.length)];
                    String said = facts ? changes(random, dossier) : sentence(random, dossier, action);
                    String commitment = EntryHash.commitment(secret, dossier, seq, said);
                    String hash = EntryHash.hash(dossier, seq, at, actor, "dw-dossierbehandelaar", action, commitment, previous);
                    entryLines.append(dossier).append('\t').append(seq).append('\t').append(at).append('\t').append(actor).append("\tdw-dossierbehandelaar\t").append(action)
                            .append('\t').append(commitment).append('\t').append(previous).append('\t').append(hash).append('\n');
                    contentLines.append(dossier).append('\t').append(seq).append('\t').append(said).append('\n');
                    previous = hash;
                }
                write(key, keyLines, 0);
                write(entry, entryLines, WRITE_AT);
                write(content, contentLines, WRITE_AT);
            }
            write(entry, entryLines, 0);
            write(content, contentLines, 0);
            key.endCopy();
            entry.endCopy();
            content.endCopy();
            statement.execute("analyze audit_key, audit_entry, audit_content, dossier");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CopyIn copy(Connection connection, String table) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    private static void write(CopyIn copy, StringBuilder lines, int from) throws SQLException {
        if (lines.length() > from) {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            lines.setLength(0);
        }
    }

    private static String sentence(Random random, String dossier, String action) {
        return "{\"after\":{\"stap\":\"UserTask_VolledigheidNagaan\"},\"before\":{},\"name\":\"An Aerts\",\"reason\":null,\"sentence\":\"An Aerts deed " + action + " in " + dossier
                + ": " + "de aanvrager kreeg daarvan bericht. ".repeat(1 + random.nextInt(3)) + "\"}";
    }

    /** One to six rows. */
    private static String changes(Random random, String dossier) {
        StringBuilder text = new StringBuilder("{\"changes\":[");
        int rows = 1 + random.nextInt(6);
        for (int i = 0; i < rows; i++) {
            long id = random.nextLong() >>> 1;
            text.append(i == 0 ? "" : ",").append("{\"after\":{\"completed_at\":\"2026-03-0").append(1 + random.nextInt(9)).append("T09:00:00+00:00\",\"completed_by\":\"an\",\"dossier\":\"")
                    .append(dossier).append("\",\"due_on\":\"2026-06-01\",\"id\":\"").append(Long.toHexString(id)).append("-0000\",\"task_key\":\"UserTask_").append(Long.toString(id, 36))
                    .append("\",\"task_name\":\"Volledigheid nagaan\"},\"before\":null,\"key\":{\"id\":\"").append(Long.toHexString(id)).append("-0000\"},\"table\":\"inbox_done\"}");
        }
        return text.append("]}").toString();
    }
}
