package be.dossierwerk.dossier;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who read sensitive dossiers, newest first; for auditors and the head of the department. */
@Service
public class Readings {

    /** What is null or blank does not matter. {@code person}: a part of the name; {@code from} and {@code to}: days. */
    public record Filter(String person, String dossier, LocalDate from, LocalDate to, boolean withoutTask) {

        public static Filter of(String dossier) {
            return new Filter(null, dossier, null, null, false);
        }
    }

    public record Reading(String dossier, String actorName, String roles, RecordReading.What what, String sentence, Instant at, boolean withoutTask) { }

    public static final int SHOWN = 200;
    private static final String[] READERS = {Roles.AUDITOR, Roles.HEAD};

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Readings(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    public boolean available() {
        return Arrays.stream(READERS).anyMatch(currentActor.get()::has);
    }

    /** The newest {@link #SHOWN}. @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public List<Reading> of(Filter filter) {
        currentActor.require(READERS);
        return jdbc.sql("""
                select dossier, actor_name, roles, what, sentence, read_at, without_task from dossier_reading
                where (cast(:person as text) is null or strpos(lower(actor_name), lower(:person)) > 0) and (cast(:dossier as text) is null or strpos(upper(dossier), upper(:dossier)) > 0)
                and (cast(:from as timestamptz) is null or read_at >= :from) and (cast(:to as timestamptz) is null or read_at < :to) and (not :withoutTask or without_task)
                order by read_at desc, dossier, actor limit :shown""")
                .param("person", known(filter.person())).param("dossier", known(filter.dossier())).param("from", start(filter.from()))
                .param("to", filter.to() == null ? null : start(filter.to().plusDays(1))).param("withoutTask", filter.withoutTask()).param("shown", SHOWN)
                .query((row, i) -> new Reading(row.getString(1), row.getString(2), Roles.either(List.of(row.getString(3).split(" "))).replace(" of ", ", "),
                        RecordReading.What.valueOf(row.getString(4)), row.getString(5), row.getObject(6, OffsetDateTime.class).toInstant(), row.getBoolean(7))).list();
    }

    private static String known(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime();
    }
}
