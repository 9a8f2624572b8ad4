package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The timeline of a dossier of 200 events, what was said and what changed, among many other dossiers, beside the five queries of the engine's history that
 * tell as much of an instance. Run with {@code mvn -Pbench verify -Dtest=TimelineBench}; the number of dossiers with {@code -Dbench.dossiers=1350000} (about
 * 11 GB of disk), of questions in a block with {@code -Dbench.times=50}.
 */
@DossierwerkTest
@ExtendWith(Compared.class)
class TimelineBench {

    private static final int TOLD_WHOLE = 100;
    /** Other benchmarks have dossiers with lower numbers. */
    private static final int FIRST = 900_000;

    @Autowired private AuditLog audit;
    @Autowired private DataSource data;
    @Autowired private JdbcClient jdbc;

    @Test
    void one_dossier_among_many() throws Exception {
        int dossiers = Integer.getInteger("bench.dossiers", 20_000);
        int times = Integer.getInteger("bench.times", 50);
        Ceiling.measure(data);
        ManyEntries.fill(data, FIRST, FIRST + TOLD_WHOLE);
        fillOthers(dossiers);
        try (PlainCamunda camunda = PlainCamunda.on(data, false)) {
            PlainHistory history = new PlainHistory(camunda);
            history.fill(dossiers, 1);
            history.fillTasks(1, TOLD_WHOLE, 2, PlainHistory.OF_EACH_KIND);
            history.tell(1, TOLD_WHOLE, PlainHistory.OF_EACH_KIND);
            history.tell(TOLD_WHOLE + 1, dossiers, 1);
            Random random = new Random(7);
            int statements = CountedStatements.of(() -> read(FIRST)).size();
            Compared.measure("timeline of a dossier with 200 events", dossiers, times, 0.05, statements + " statements beside 5",
                    () -> assertThat(read(FIRST + random.nextInt(TOLD_WHOLE))).isEqualTo(ManyEntries.OF_A_DOSSIER),
                    () -> assertThat(history.timeline(1 + random.nextInt(TOLD_WHOLE))).isEqualTo(5 * PlainHistory.OF_EACH_KIND));
        }
    }

    private int read(int number) {
        String dossier = ManyEntries.dossier(number);
        return audit.of(dossier).size() + audit.facts(dossier).size();
    }

    /** Five acts each: what they say of it does not matter, only that they lie in the same tables. */
    private void fillOthers(int dossiers) {
        jdbc.sql("""
                insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                select 'DC-TYD-2026-' || lpad(n::text, 7, '0'), s, timestamptz '2017-01-01' + n % 3650 * interval '1 day', 'p' || n % 40, 'dw-dossierbehandelaar', 'TAAK_INGEDIEND',
                       md5(n::text) || md5(s::text), '', md5(s::text) || md5(n::text) from generate_series(1, :dossiers) n cross join generate_series(1, 5) s""").param("dossiers", dossiers).update();
        jdbc.sql("""
                insert into audit_content (dossier, seq, content)
                select dossier, seq, '{"name":"An Aerts","sentence":"An Aerts deed iets: de aanvrager kreeg daarvan bericht.","reason":null}' from audit_entry where dossier like 'DC-TYD-%'""").update();
        jdbc.sql("vacuum analyze audit_entry, audit_content").update();
    }
}
