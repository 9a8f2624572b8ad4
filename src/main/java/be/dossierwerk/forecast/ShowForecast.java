package be.dossierwerk.forecast;

import be.dossierwerk.forecast.ForecastRuns.Run;
import be.dossierwerk.forecast.ForecastRuns.State;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes: open dossiers in order of their chance, the norms at the end of the quarter, and how earlier chances held. */
@Service
public class ShowForecast {

    /** Why nothing is shown at all. */
    public enum Silence { NOOIT, MISLUKT, TE_OUD }

    /** {@code silence}: null when there is something to show; {@code day}: of the newest one, null without any. */
    public record Stand(LocalDate day, Silence silence, boolean busy, boolean mayRenew) { }

    /** {@code gate}: OPEN when its chances are shown; {@code share}: that missed of what was predicted. */
    public record Tested(String code, String name, String gate, int predictions, int dossiers, int missed, double error, double z, double skill, double skillAtLeast, boolean open) { }

    /** From {@code from} to {@code from} + 10 percent. */
    public record Bin(int from, int count, double chance, double missed) { }

    public record Expected(String code, String name, double target, LocalDate from, int counted, int met, double expected, double low, double high, int tested, int held) { }

    public record Line(String dossier, String code, String norm, double chance, boolean certain, int left, boolean hours, LocalDate last, boolean ours, List<Reason> reasons) { }

    /** {@code late}: those whose last day is behind them, otherwise those that can still make it; {@code norm}: null for all. */
    public record Choice(boolean late, String norm, int offset, int limit) { }

    public record Page(List<Line> lines, int of) { }

    static final String[] READERS = {Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR};

    /** Not ended since; chances only where the back-test holds, and a last day that is over is no forecast. */
    private static final String SHOWN = """
            from forecast_chance c join forecast_norm f using (run, code) join history_dossier d on d.id = c.dossier
            join board_norm n on n.code = c.code and n.version = (select max(version) from board_norm newest where newest.code = n.code)
            where c.run = :run and c.certain = :late and (f.gate = 'OPEN' or c.certain) and c.code = coalesce(:norm, c.code)
            and not exists (select 1 from history_event e where e.dossier = c.dossier and e.ended_at is null and e.at >= :day
                            and (e.name in ('CANCELLED', 'NOT_OPPORTUNE', 'WITHDRAWN') or e.name in (select stop_event from board_norm_row r where r.code = c.code)))
            """;

    private final ForecastRuns runs;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ShowForecast(ForecastRuns runs, JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing */
    @Transactional(readOnly = true)
    public Stand stand() {
        var actor = currentActor.require(READERS);
        Optional<Run> newest = runs.newest();
        return new Stand(newest.map(Run::day).orElse(null), newest.isEmpty() ? Silence.NOOIT : silence(newest.get()), runs.busy(),
                List.of(Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD).stream().anyMatch(actor::has));
    }

    private Silence silence(Run run) {
        return run.state() == State.MISLUKT ? Silence.MISLUKT : ChronoUnit.DAYS.between(run.day(), LocalDate.now(clock)) > ForecastRuns.DAYS_GOOD ? Silence.TE_OUD : null;
    }

    @Transactional(readOnly = true)
    public Page dossiers(Choice choice) {
        currentActor.require(READERS);
        Run run = runs.shown().orElse(null);
        if (run == null) {
            return new Page(List.of(), 0);
        }
        int of = jdbc.sql("select count(*) " + SHOWN).param("run", run.id()).param("late", choice.late).param("norm", choice.norm).param("day", run.day().atStartOfDay()).query(Integer.class).single();
        record Key(long dossier, Line line) { }
        List<Key> found = jdbc.sql("""
                select c.dossier, d.number, c.code, n.name, c.chance, c.certain, c.left_over, exists (select 1 from board_norm_row r where r.code = c.code and r.unit = 'HOURS'), c.last_on,
                d.origin = 'EIGEN' """ + " " + SHOWN + "order by c.chance desc, c.last_on, d.number offset :offset limit :limit")
                .param("run", run.id()).param("late", choice.late).param("norm", choice.norm).param("day", run.day().atStartOfDay()).param("offset", choice.offset).param("limit", choice.limit)
                .query((row, i) -> new Key(row.getLong(1), new Line(row.getString(2), row.getString(3), row.getString(4), row.getDouble(5), row.getBoolean(6), row.getInt(7), row.getBoolean(8),
                        row.getObject(9, LocalDate.class), row.getBoolean(10), new ArrayList<>()))).list();
        Map<String, List<Reason>> reasons = reasons(jdbc, run.id(), found.stream().map(Key::dossier).toArray(Long[]::new));
        found.forEach(key -> key.line.reasons.addAll(reasons.getOrDefault(key.line.code + " " + key.dossier, List.of())));
        return new Page(found.stream().map(Key::line).toList(), of);
    }

    /** By norm and dossier, the strongest first. */
    static Map<String, List<Reason>> reasons(JdbcClient jdbc, long run, Long[] dossiers) {
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        jdbc.sql("select code, dossier, what, value, one, two, raises from forecast_reason where run = :run and dossier = any (:dossiers) order by code, dossier, place")
                .param("run", run).param("dossiers", dossiers).query(row -> {
                    reasons.computeIfAbsent(row.getString(1) + " " + row.getLong(2), key -> new ArrayList<>())
                            .add(new Reason.Kept(Reason.What.valueOf(row.getString(3)), row.getString(4), row.getDouble(5), row.getDouble(6), row.getBoolean(7)).said());
                });
        return reasons;
    }

    /** Norms that have enough to say, as their range held before; those most at risk first. */
    @Transactional(readOnly = true)
    public List<Expected> quarter() {
        currentActor.require(READERS);
        return runs.shown().map(run -> jdbc.sql("""
                select q.code, n.name, n.target, q.from_on, q.counted, q.met, q.expected, q.low, q.high, q.tested, q.held from forecast_quarter q join board_norm n on n.code = q.code
                and n.version = (select max(version) from board_norm newest where newest.code = n.code) where q.run = ? and q.shown order by q.expected - n.target, n.place""").param(run.id())
                .query((row, i) -> new Expected(row.getString(1), row.getString(2), row.getDouble(3), row.getObject(4, LocalDate.class), row.getInt(5), row.getInt(6), row.getDouble(7),
                        row.getDouble(8), row.getDouble(9), row.getInt(10), row.getInt(11))).list()).orElse(List.of());
    }

    /** How chances held, of every norm; also of a run that is too old to show chances. */
    @Transactional(readOnly = true)
    public List<Tested> tested() {
        currentActor.require(READERS);
        return runs.newest().map(run -> jdbc.sql("""
                select f.code, n.name, f.gate, f.predictions, f.dossiers, f.missed, f.error, f.z, f.skill, f.skill_at_least from forecast_norm f join board_norm n on n.code = f.code
                and n.version = (select max(version) from board_norm newest where newest.code = n.code) where f.run = ? order by n.place""").param(run.id())
                .query((row, i) -> new Tested(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getDouble(7), row.getDouble(8),
                        row.getDouble(9), row.getDouble(10), row.getString(3).equals(Gate.OPEN.name()))).list()).orElse(List.of());
    }

    /** The chart of one norm; of all that are shown together without one. */
    @Transactional(readOnly = true)
    public List<Bin> bins(String norm) {
        currentActor.require(READERS);
        return runs.newest().map(run -> jdbc.sql("""
                select b.from_percent, sum(b.count), sum(b.count * b.chance) / sum(b.count), sum(b.count * b.missed) / sum(b.count) from forecast_bin b join forecast_norm f using (run, code)
                where b.run = :run and (b.code = :norm or :norm::text is null and f.gate = 'OPEN') group by b.from_percent order by b.from_percent""")
                .param("run", run.id()).param("norm", norm).query((row, i) -> new Bin(row.getInt(1), row.getInt(2), row.getDouble(3), row.getDouble(4))).list()).orElse(List.of());
    }
}
