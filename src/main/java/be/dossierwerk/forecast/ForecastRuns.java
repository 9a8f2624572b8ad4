package be.dossierwerk.forecast;

import be.dossierwerk.forecast.StudyNorms.Study;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs and what they gave. Figures stay; chances are those of the newest run alone. */
@Component
class ForecastRuns {

    enum State { BEZIG, KLAAR, MISLUKT }

    record Run(long id, LocalDate day, OffsetDateTime at, String by, State state) { }

    /** After that it says nothing any more. */
    static final int DAYS_GOOD = 40;
    /** A run that takes longer was cut off. */
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int BATCH = 2_000;

    private record Row(String code, NormForecast.Chance chance, int place, Reason.Kept reason) { }

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ForecastRuns(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** The newest that ended, well or not. */
    Optional<Run> newest() {
        return jdbc.sql("select id, day, at, by_name, state from forecast_run where state <> 'BEZIG' order by id desc limit 1")
                .query((row, i) -> new Run(row.getLong(1), row.getObject(2, LocalDate.class), row.getObject(3, OffsetDateTime.class), row.getString(4), State.valueOf(row.getString(5)))).optional();
    }

    /** The newest, when it did not fail and is not too old to be believed. */
    Optional<Run> shown() {
        return newest().filter(run -> run.state == State.KLAAR && ChronoUnit.DAYS.between(run.day, LocalDate.now(clock)) <= DAYS_GOOD);
    }

    boolean busy() {
        return jdbc.sql("select exists (select 1 from forecast_run where state = 'BEZIG' and at > ?)").param(OffsetDateTime.now(clock).minus(LONGEST)).query(Boolean.class).single();
    }

    @Transactional
    long begin(LocalDate day, String by, long seed) {
        return jdbc.sql("insert into forecast_run (day, at, by_name, seed, state) values (?, ?, ?, ?, 'BEZIG') returning id").params(day, OffsetDateTime.now(clock), by, seed)
                .query(Long.class).single();
    }

    @Transactional
    void fail(long run) {
        jdbc.sql("update forecast_run set state = 'MISLUKT' where id = ? and state = 'BEZIG'").param(run).update();
    }

    /** One that a later run overtook leaves the chances of that one alone. */
    @Transactional
    void finish(long run, Study study) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('forecast_chance'))").query(row -> { });
        if (jdbc.sql("select exists (select 1 from forecast_run where state = 'KLAAR' and id > ?)").param(run).query(Boolean.class).single()) {
            fail(run);
            return;
        }
        jdbc.sql("delete from forecast_chance").update();
        study.norms().forEach(norm -> norm(run, norm));
        chances(run, study.norms());
        jdbc.sql("update forecast_run set state = 'KLAAR', sha256 = ? where id = ?").params(study.sha256(), run).update();
    }

    private void norm(long run, NormForecast norm) {
        Scores scores = norm.scores();
        jdbc.sql("""
                insert into forecast_norm (run, code, gate, predictions, dossiers, missed, error, z, brier, base, skill, skill_at_least, half_life, features)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(run, norm.code(), norm.gate().name(), scores.predictions(), scores.dossiers(), scores.missedDossiers(), scores.error(),
                scores.z(), scores.brier(), scores.base(), scores.skill(), scores.skillAtLeast(), norm.recipe().halfLifeDays(),
                norm.recipe().features().stream().map(Enum::name).collect(Collectors.joining(","))).update();
        template.batchUpdate("insert into forecast_bin (run, code, from_percent, count, chance, missed) values (?, ?, ?, ?, ?, ?)",
                scores.bins().stream().map(bin -> new Object[] {run, norm.code(), bin.from(), bin.count(), bin.chance(), bin.missed()}).toList());
        Quarter.Range quarter = norm.quarter();
        if (quarter != null) {
            jdbc.sql("insert into forecast_quarter (run, code, from_on, counted, met, expected, low, high, tested, held, shown) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(run, norm.code(), quarter.from(), quarter.counted(), quarter.met(), quarter.expected(), quarter.low(), quarter.high(), quarter.tested(), quarter.held(),
                            quarter.shown()).update();
        }
    }

    private void chances(long run, List<NormForecast> norms) {
        List<Row> chances = new ArrayList<>();
        List<Row> reasons = new ArrayList<>();
        for (NormForecast norm : norms) {
            for (NormForecast.Chance chance : norm.open()) {
                chances.add(new Row(norm.code(), chance, 0, null));
                for (int place = 0; place < chance.reasons().size(); place++) {
                    reasons.add(new Row(norm.code(), chance, place, chance.reasons().get(place)));
                }
            }
        }
        template.batchUpdate("""
                insert into forecast_chance (run, code, dossier, chance, certain, left_over, last_on) select ?, ?, id, ?, ?, ?, ? from history_dossier where number = ?
                on conflict do nothing""", chances, BATCH, (row, each) -> {
                    row.setLong(1, run);
                    row.setString(2, each.code);
                    row.setDouble(3, each.chance.missed());
                    row.setBoolean(4, each.chance.certain());
                    row.setInt(5, each.chance.left());
                    row.setObject(6, each.chance.last());
                    row.setString(7, each.chance.dossier());
                });
        template.batchUpdate("""
                insert into forecast_reason (run, code, dossier, place, what, value, one, two, raises) select ?, ?, id, ?, ?, ?, ?, ?, ? from history_dossier where number = ?
                on conflict do nothing""", reasons, BATCH, (row, each) -> {
                    row.setLong(1, run);
                    row.setString(2, each.code);
                    row.setInt(3, each.place);
                    row.setString(4, each.reason.what().name());
                    row.setString(5, each.reason.value());
                    row.setDouble(6, each.reason.one());
                    row.setDouble(7, each.reason.two());
                    row.setBoolean(8, each.reason.raises());
                    row.setString(9, each.chance.dossier());
                });
    }
}
