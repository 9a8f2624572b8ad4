package be.dossierwerk.clockcheck;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The last check and what is still open of it, for those who lead and those who audit. */
@Service
public class ClockFindings {

    /** An open difference; {@code what} and {@code cause} are Dutch sentences, {@code expected} and {@code found} Dutch words. */
    public record Finding(long id, String kind, String dossier, String what, String expected, String found, String cause, Instant foundAt) { }

    /** {@code by} is the name of who asked for it. */
    public record Check(Instant at, String by, int dossiers, int differences) { }

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ClockFindings(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The first two hundred, by dossier. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Finding> open() {
        maySee();
        return jdbc.sql("""
                select id, kind, dossier, what, expected, found, cause, found_at from clock_finding where state = 'OPEN'
                order by dossier, id limit ?""").param(SHOWN)
                .query((row, i) -> new Finding(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant())).list();
    }

    public int countOpen() {
        maySee();
        return jdbc.sql("select count(*) from clock_finding where state = 'OPEN'").query(Integer.class).single();
    }

    public Optional<Check> lastCheck() {
        maySee();
        return jdbc.sql("select at, asked_by, dossiers, differences from clock_check order by id desc limit 1")
                .query((row, i) -> new Check(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getInt(3), row.getInt(4))).optional();
    }

    private void maySee() {
        currentActor.require(Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR);
    }
}
