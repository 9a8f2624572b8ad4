package be.dossierwerk.export;

import be.dossierwerk.security.Actor;
import be.dossierwerk.shared.WorkInHand;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The exports that were asked for, newest first, each with the hash of its file. */
@Component
public class ExportRuns {

    public enum State { LOOPT, KLAAR, MISLUKT }

    /** {@code done}: events written until now. {@code counts}, {@code bytes} and {@code sha256} once it is done. {@code here}: the file can still be had. */
    public record Run(long id, LogFormat format, LogFilter filter, boolean names, String reason, State state, long done, String askedBy, String askedByName,
                      Instant askedAt, LogCounts counts, long bytes, String sha256, boolean here) {

        public String fileName() {
            return "logboek-" + id + "." + format.extension();
        }
    }

    static final Duration KEPT = Duration.ofDays(1);
    private static final int KEPT_IN_SIGHT = 50;
    private static final String KIND = "EXPORT";

    private final JdbcClient jdbc;
    private final WorkInHand inHand;
    private final Clock clock;
    private final Path folder;
    private final Map<Long, Long> progress = new ConcurrentHashMap<>();

    ExportRuns(JdbcClient jdbc, WorkInHand inHand, Clock clock, @Value("${dossierwerk.data}") Path data) {
        this.jdbc = jdbc;
        this.inHand = inHand;
        this.clock = clock;
        this.folder = data.resolve("uitvoer");
    }

    public List<Run> latest() {
        return jdbc.sql("select * from export_run order by id desc limit " + KEPT_IN_SIGHT).query(this::run).list();
    }

    public Optional<Run> find(long id) {
        return jdbc.sql("select * from export_run where id = ?").param(id).query(this::run).optional();
    }

    /** Those whose file stayed long enough. */
    List<Run> old() {
        return jdbc.sql("select * from export_run where state = 'KLAAR' and removed_at is null and finished_at <= ?").param(at(clock.instant().minus(KEPT))).query(this::run).list();
    }

    Path folder() {
        return folder;
    }

    Path file(long id) {
        return folder.resolve(id + ".uitvoer");
    }

    boolean running(String person) {
        return jdbc.sql("select exists (select from export_run where state = 'LOOPT' and asked_by = ?)").param(person).query(Boolean.class).single();
    }

    long add(LogFormat format, LogFilter filter, boolean names, String reason, Actor by) {
        long id = jdbc.sql("""
                insert into export_run (format, procedures, received_from, received_to, closed_only, names, reason, state, asked_by, asked_by_name, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, 'LOOPT', ?, ?, ?) returning id""")
                .params(Arrays.asList(format.name(), filter.procedures().toArray(String[]::new), filter.from(), filter.to(), filter.closedOnly(), names, reason, by.id(), by.name(),
                        at(clock.instant()))).query(Long.class).single();
        inHand.take(KIND, id);
        return id;
    }

    void progress(long id, long done) {
        progress.put(id, done);
    }

    /** @throws IllegalStateException when it was given up meanwhile */
    void finish(long id, WriteLog.Written written) {
        int finished = jdbc.sql("update export_run set state = 'KLAAR', finished_at = ?, dossiers = ?, events = ?, decisions = ?, bytes = ?, sha256 = ? where id = ? and state = 'LOOPT'")
                .params(at(clock.instant()), written.counts().dossiers(), written.counts().events(), written.counts().decisions(), written.bytes(), written.sha256(), id).update();
        leave(id);
        if (finished == 0) {
            throw new IllegalStateException("export " + id + " was given up before it was written");
        }
    }

    void fail(long id) {
        jdbc.sql("update export_run set state = 'MISLUKT', finished_at = ? where id = ? and state = 'LOOPT'").params(at(clock.instant()), id).update();
        leave(id);
    }

    /** What no server has in hand any more will not go on. */
    void abandon() {
        jdbc.sql("update export_run set state = 'MISLUKT', finished_at = ? where state = 'LOOPT' and not work_goes_on(?, id)").params(at(clock.instant()), KIND).update();
    }

    private void leave(long id) {
        progress.remove(id);
        inHand.leave(KIND, id);
    }

    void removed(long id) {
        jdbc.sql("update export_run set removed_at = ? where id = ?").params(at(clock.instant()), id).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private Run run(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        long id = row.getLong("id");
        return new Run(id, LogFormat.valueOf(row.getString("format")),
                new LogFilter(new TreeSet<>(List.of((String[]) row.getArray("procedures").getArray())), row.getObject("received_from", LocalDate.class),
                        row.getObject("received_to", LocalDate.class), row.getBoolean("closed_only")),
                row.getBoolean("names"), row.getString("reason"), state, progress.getOrDefault(id, 0L), row.getString("asked_by"), row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                state == State.KLAAR ? new LogCounts(row.getLong("dossiers"), row.getLong("events"), row.getLong("decisions")) : null, row.getLong("bytes"),
                row.getString("sha256"), state == State.KLAAR && row.getObject("removed_at") == null);
    }
}
