package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is away and who stands in. An absence holds on its first day, on its last day and in between, in Belgian time, unless it was ended. */
@Component
public class Absences {

    /** {@code endedAt} and {@code endedByName}: null unless somebody ended it before its last day was over. */
    public record Absence(long id, String person, String personName, String substitute, String substituteName, LocalDate firstDay, LocalDate lastDay,
                          String recordedByName, Instant endedAt, String endedByName) {

        public State on(LocalDate day) {
            return endedAt != null ? State.BEEINDIGD : day.isBefore(firstDay) ? State.KOMT : day.isAfter(lastDay) ? State.VOORBIJ : State.NU;
        }
    }

    public enum State { NU, KOMT, VOORBIJ, BEEINDIGD }

    /** In force on the day {@code :today}. */
    static final String IN_FORCE = "ended_at is null and :today between first_day and last_day";

    private static final int KEPT_IN_SIGHT_DAYS = 90;
    private static final String COLUMNS = """
            select id, person, person_name, substitute, substitute_name, first_day, last_day, recorded_by_name, ended_at, ended_by_name
            from inbox_absence where\s""";

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Clock clock;

    Absences(JdbcClient jdbc, Colleagues colleagues, Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** In force today or to come, the first first. */
    public List<Absence> open() {
        return list("ended_at is null and last_day >= :today order by first_day, person_name, id", "");
    }

    /** Over or ended, the last first; only the past ninety days. */
    public List<Absence> past() {
        return list("(ended_at is not null or last_day < :today) and last_day >= :today - " + KEPT_IN_SIGHT_DAYS
                + " order by first_day desc, person_name, id desc", "");
    }

    /** Everybody who is away today. */
    public List<Absence> now() {
        return list(IN_FORCE, "");
    }

    /** For whom this person stands in today. */
    public List<Absence> standingInFor(Actor substitute) {
        return list(IN_FORCE + " and substitute = :person order by person_name", substitute.id());
    }

    /** The absence of somebody that is in force today. */
    Optional<Absence> of(String person) {
        return list(IN_FORCE + " and person = :person", person).stream().findFirst();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql(COLUMNS + "id = ?").param(id).query(Absences::absence).optional();
    }

    /** Not ended, and with at least one of these days, of or for one of these two. */
    List<Absence> during(LocalDate firstDay, LocalDate lastDay, String person, String substitute) {
        return jdbc.sql(COLUMNS + "ended_at is null and first_day <= :last and last_day >= :first and (person in (:person, :substitute) or substitute = :person) order by first_day")
                .param("first", firstDay).param("last", lastDay).param("person", person).param("substitute", substitute).query(Absences::absence).list();
    }

    /** Who can stand in for somebody: the others who hold all of the same roles, by name. */
    public List<Actor> candidates(Actor person) {
        return colleagues.holding(person.roles()).stream().filter(other -> !other.id().equals(person.id()) && other.roles().containsAll(person.roles())).toList();
    }

    /** Whose absence can be recorded: everybody for whom somebody can stand in, by name. */
    public List<Actor> replaceable() {
        List<Actor> everybody = colleagues.holding(Set.copyOf(be.dossierwerk.security.Roles.names().keySet()));
        return everybody.stream().filter(person -> everybody.stream().anyMatch(other -> !other.id().equals(person.id()) && other.roles().containsAll(person.roles()))).toList();
    }

    private List<Absence> list(String condition, String person) {
        return jdbc.sql(COLUMNS + condition).param("today", LocalDate.now(clock)).param("person", person).query(Absences::absence).list();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Absence(row.getLong("id"), row.getString("person"), row.getString("person_name"), row.getString("substitute"), row.getString("substitute_name"),
                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getString("recorded_by_name"),
                ended == null ? null : ended.toInstant(), row.getString("ended_by_name"));
    }
}
