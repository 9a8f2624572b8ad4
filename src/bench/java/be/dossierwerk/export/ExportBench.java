package be.dossierwerk.export;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.bench.Ceiling;
import be.dossierwerk.bench.Compared;
import be.dossierwerk.bench.Figures;
import be.dossierwerk.export.WriteLog.Written;
import be.dossierwerk.security.Actor;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a year's log costs: dossiers of forty entries (one in two is FEITEN, which a log leaves out) and twenty steps each. Run with
 * {@code mvn -Pbench verify -Dtest=ExportBench -Dbench.entries=3000000}; without it a hundred thousand entries. The tables of CSV, written to a file in a zip with
 * pseudonyms, fingerprints and signature, stand beside {@code COPY} of the same events to nowhere; the heap that it takes is in the table of figures.
 */
@DossierwerkTest
@ExtendWith({Figures.class, Compared.class})
class ExportBench {

    private static final int ENTRIES_EACH = 40;
    private static final int STEPS_EACH = 20;

    @Autowired private WriteLog writeLog;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataSource data;
    @TempDir private Path folder;

    @Test
    void a_year_of_entries_as_each_format() throws Exception {
        int entries = Integer.getInteger("bench.entries", 100_000);
        fill(entries / ENTRIES_EACH);
        LogFilter year = new LogFilter(new TreeSet<>(Set.of("maatproef")), LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 31), false);
        for (LogFormat format : LogFormat.values()) {
            Path file = folder.resolve("log." + format.extension());
            AtomicLong most = new AtomicLong();
            long before = used();
            long start = System.nanoTime();
            Written written = writeLog.write(format, year, false, Actor.SYSTEM, file, done -> most.accumulateAndGet(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), Math::max));
            double seconds = (System.nanoTime() - start) / 1e9;
            Figures.add("export", format.name(), entries, (int) written.counts().events(), seconds, -1, Math.max(0, (used() - before) >> 20), (written.bytes() >> 20) + " MiB");
            System.out.printf("## %s of %d entries: %d dossiers, %d events in %.1f s, %d MiB, %d bytes each; heap afterwards %d MiB more, at most %d MiB in use%n", format, entries,
                    written.counts().dossiers(), written.counts().events(), seconds, written.bytes() >> 20, written.bytes() / Math.max(1, written.counts().events()),
                    (used() - before) >> 20, most.get() >> 20);
            assertThat(written.counts().dossiers()).isEqualTo(entries / ENTRIES_EACH);
            assertThat(written.counts().events()).isEqualTo(entries / ENTRIES_EACH * (ENTRIES_EACH / 2L + 2L * STEPS_EACH));
            Files.delete(file);
        }
        besideCopy(year, entries);
    }

    private void besideCopy(LogFilter year, int entries) throws Exception {
        Ceiling.measure(data);
        Path file = folder.resolve("log.zip");
        AtomicLong lines = new AtomicLong();
        long events = entries / ENTRIES_EACH * (ENTRIES_EACH / 2L + 2L * STEPS_EACH);
        try (Figures.Heap heap = new Figures.Heap()) {
            Compared.measure("export of events as CSV", events, 1, 1 / 0.7, "ratio of times: at most 1.43 is 0.7 of the rate of COPY", () -> {
                writeLog.write(LogFormat.CSV, year, false, Actor.SYSTEM, file, done -> { });
                Files.delete(file);
            }, () -> lines.set(copy()));
            Figures.add("export", "heap of CSV beside COPY", entries, (int) events, 0, -1, heap.most(), "");
            System.out.printf("## heap in use after collections: at most %d MiB more%n", heap.most());
        }
        assertThat(lines.get()).isEqualTo(events);
    }

    private long copy() throws Exception {
        try (Connection connection = data.getConnection()) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("""
                    copy (select d.number, e.at, e.part, e.place, e.source, e.transition, e.name, e.process, e.element, e.kind, e.actor,
                              (select string_agg(distinct r.role, ' ' order by r.role) from export_task_role r where r.task = e.task)
                          from dossier d join export_event e on e.dossier = d.number where d.procedure = 'maatproef' order by d.number, e.at, e.part <> 2, e.place, e.part)
                    to stdout (format csv)""", OutputStream.nullOutputStream());
        }
    }

    /** Rows as the product writes them, without reckoning the chain: a log does not look at hashes. */
    private void fill(int dossiers) {
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, source, received_on, registered_at, state)
                select 'DC-MPR-2031-' || lpad(n::text, 7, '0'), 'maatproef', 'Onderneming ' || n, lpad((n % 9000)::text, 10, '0'), 'PAPIER', date '2031-01-01' + n % 365,
                       timestamptz '2031-01-01 09:00+01' + n % 365 * interval '1 day', 'IN_BEHANDELING' from generate_series(1, :dossiers) n""").param("dossiers", dossiers).update();
        jdbc.sql("""
                insert into audit_entry (dossier, seq, at, actor, roles, action, commitment, previous, hash)
                select d.number, s, d.registered_at + s * interval '7 hours', 'p' || s % 40, 'dc-dossierbehandelaar', case when s % 2 = 0 then 'FEITEN' else 'TAAK_VERZONDEN' end,
                       md5(d.number || s) || md5(s || d.number), case when s = 1 then '' else md5(d.number || s - 1) || md5(d.number) end, md5(d.number || s) || md5(d.number)
                from dossier d, generate_series(1, :each) s where d.procedure = 'maatproef' order by d.received_on, d.number, s""").param("each", ENTRIES_EACH).update();
        jdbc.sql("""
                insert into step (dossier, procedure, process, instance, activity, deployment, element, element_name, kind, entered_at, left_at, ended)
                select d.number, 'maatproef', 'maatproef', d.number, d.number || ':' || s, 'd', 'UserTask_' || s, 'Taak nummer ' || s, 'userTask',
                       d.registered_at + s * interval '14 hours', d.registered_at + (s + 1) * interval '14 hours', 'AF'
                from dossier d, generate_series(1, :each) s where d.procedure = 'maatproef' order by d.received_on, d.number, s""").param("each", STEPS_EACH).update();
        for (String table : Set.of("dossier", "audit_entry", "step")) {
            jdbc.sql("analyze " + table).update();
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
