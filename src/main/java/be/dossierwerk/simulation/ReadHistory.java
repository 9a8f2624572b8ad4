package be.dossierwerk.simulation;

import be.dossierwerk.inbox.WaitingFor;
import be.dossierwerk.shared.MovableClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the past year of a procedure, and the half year before it to warm up, out of the views of this module. */
@Component
class ReadHistory {

    private final JdbcClient jdbc;
    private final ObjectProvider<WaitingFor> waiting;
    private final Clock clock;

    ReadHistory(JdbcClient jdbc, ObjectProvider<WaitingFor> waiting, Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.clock = clock;
    }

    History of(String procedure) {
        LocalDate to = LocalDate.now(clock);
        LocalDate from = to.minusYears(1);
        LocalDate warm = from.minusDays(World.WARM_UP_DAYS);
        return new History(procedure, from, to, cases(procedure, warm, to), otherWork(procedure, warm, to), people(), absences(warm), terms(procedure, warm), rules(),
                waitingTasks().getOrDefault(procedure, Set.of()));
    }

    private List<History.Case> cases(String procedure, LocalDate since, LocalDate to) {
        Timestamp first = Timestamp.valueOf(since.atStartOfDay());
        // There is something later only where somebody moved the clock back.
        Timestamp last = Timestamp.valueOf(to.plusDays(1).atStartOfDay());
        Map<String, List<History.Step>> steps = new HashMap<>();
        jdbc.sql("""
                select s.root, s.instance, s.process, s.element, s.started, s.ended, s.cancelled, s.place, s.completed_by
                from simulation_case c join simulation_step s on s.root = c.root where c.procedure = ? and c.started >= ? and c.started < ?
                order by s.started, s.place""").params(procedure, first, last).query(row -> {
                    steps.computeIfAbsent(row.getString("root"), root -> new ArrayList<>()).add(new History.Step(row.getString("process"), row.getString("element"),
                            row.getString("instance"), moment(row, "started"), moment(row, "ended"), row.getBoolean("cancelled"), row.getString("completed_by"),
                            row.getLong("place")));
                });
        Map<String, History.Case> cases = new LinkedHashMap<>();
        jdbc.sql("select root, dossier, received_on, started, ended from simulation_case where procedure = ? and started >= ? and started < ? order by started, root")
                .params(procedure, first, last).query(row -> {
                    // A dossier that was taken up again is one more course.
                    String dossier = cases.containsKey(row.getString("dossier")) ? row.getString("root") : row.getString("dossier");
                    cases.put(dossier, new History.Case(dossier, row.getObject("received_on", LocalDate.class), moment(row, "started"), moment(row, "ended"),
                            steps.getOrDefault(row.getString("root"), List.of())));
                });
        return List.copyOf(cases.values());
    }

    private List<History.Done> otherWork(String procedure, LocalDate since, LocalDate to) {
        Map<String, Set<String>> waits = waitingTasks();
        record Row(String procedure, History.Done done) { }
        return jdbc.sql("select procedure, process, element, opened_at, completed_at, completed_by from simulation_done where procedure <> ? and completed_at >= ? and completed_at < ? "
                        + "order by completed_at, element, completed_by")
                .params(procedure, midnight(since), midnight(to.plusDays(1)))
                .query((row, i) -> new Row(row.getString("procedure"), new History.Done(row.getString("process"), row.getString("element"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getObject("completed_at", OffsetDateTime.class).toInstant(),
                        row.getString("completed_by")))).list().stream()
                .filter(row -> !waits.getOrDefault(row.procedure, Set.of()).contains(row.done.element())).map(Row::done).toList();
    }

    private List<History.Person> people() {
        return jdbc.sql("select id, roles from simulation_person order by id").query((row, i) -> new History.Person(row.getString(1),
                Arrays.stream(row.getString(2).split(",")).filter(role -> !role.isBlank()).collect(Collectors.toUnmodifiableSet()))).list();
    }

    private List<History.Away> absences(LocalDate since) {
        return jdbc.sql("select person, first_day, last_day from simulation_absence where last_day >= greatest(first_day, ?) order by person, first_day").param(since)
                .query((row, i) -> new History.Away(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))).list();
    }

    private List<History.TermSeen> terms(String procedure, LocalDate since) {
        return jdbc.sql("select dossier, rule, started_on, stopped_on, due_on from simulation_term where procedure = ? and started_on >= ? order by dossier, rule, started_on")
                .params(procedure, since).query((row, i) -> new History.TermSeen(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class))).list();
    }

    private Map<String, History.Rule> rules() {
        Map<String, History.Rule> rules = new HashMap<>();
        jdbc.sql("select code, name, unit, amount, binds, nature, pause_grounds from simulation_rule").query(row -> {
            rules.put(row.getString("code"), new History.Rule(row.getString("code"), row.getString("name"), row.getString("unit"), row.getInt("amount"),
                    row.getString("binds").equals("OVERHEID"), row.getString("nature").equals("STREEFNORM"),
                    Set.of((String[]) row.getArray("pause_grounds").getArray())));
        });
        return rules;
    }

    private Map<String, Set<String>> waitingTasks() {
        return waiting.stream().collect(Collectors.toMap(WaitingFor::process, WaitingFor::waitingTasks, (a, b) -> a));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(MovableClock.BRUSSELS).toOffsetDateTime();
    }

    /** As the engine wrote it, in the zone of the machine. */
    private static Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : Timestamp.valueOf(at).toInstant();
    }
}
