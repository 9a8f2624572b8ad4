package be.dossierwerk.board;

import be.dossierwerk.board.NormDossier.Group;
import be.dossierwerk.board.NormDossier.Step;
import be.dossierwerk.board.ShowBoard.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dossiers that counted for a norm in a period, each with where its time went. Reads what was judged, and the lives of those dossiers alone. */
@Component
class ReadNormDossiers {

    /** As exact as moments are kept. */
    static final long MICROSECONDS_OF_AN_HOUR = Duration.ofHours(1).toNanos() / 1_000;

    private record Judged(long id, int row, String number, String kind, String channel, String groupFile, String undertaking, LocalDate on, LocalDateTime from, LocalDateTime to) { }

    private final JdbcClient jdbc;
    private final Lives lives;

    ReadNormDossiers(JdbcClient jdbc, Lives lives) {
        this.jdbc = jdbc;
        this.lives = lives;
    }

    /** {@code rows}: of one version of the norm. */
    List<NormDossier> of(List<Norm> rows, Period period) {
        Map<Integer, Norm> byPlace = rows.stream().collect(Collectors.toMap(Norm::place, Function.identity()));
        List<Judged> judged = jdbc.sql("""
                select d.id, a.row_place, d.number, a.kind, a.channel, d.group_file, d.undertaking, a.counted_on, a.from_at, a.to_at
                from board_account a join history_dossier d on d.id = a.dossier
                where a.code = ? and a.version = ? and a.counted_on between ? and ? order by d.id""")
                .params(rows.get(0).code(), rows.get(0).version(), period.from(), period.to())
                .query((row, i) -> new Judged(row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                        row.getObject(8, LocalDate.class), row.getObject(9, LocalDateTime.class), row.getObject(10, LocalDateTime.class))).list();
        List<NormDossier> dossiers = new ArrayList<>(judged.size());
        for (int from = 0; from < judged.size(); from += Lives.BATCH) {
            List<Judged> batch = judged.subList(from, Math.min(from + Lives.BATCH, judged.size()));
            Map<Long, Life> lived = lives.of(batch.stream().map(Judged::id).toArray(Long[]::new));
            batch.forEach(each -> dossiers.add(dossier(each, byPlace.get(each.row), lived.get(each.id))));
        }
        return dossiers;
    }

    private static NormDossier dossier(Judged judged, Norm norm, Life life) {
        Limit limit = norm.limit();
        boolean hours = limit.unit() == Limit.Unit.HOURS;
        LocalDate first = judged.from.toLocalDate();
        long allowed = hours ? micros(limit.time()) : ChronoUnit.DAYS.between(first, limit.day(first));
        return new NormDossier(judged.number, new Group(judged.kind, judged.channel, judged.row, !norm.withoutPauses(), limit.unit() == Limit.Unit.MINIMUM_DAYS), judged.groupFile,
                judged.undertaking, judged.on, steps(judged, norm, life, hours), allowed);
    }

    /** Pauses are no steps of their own: they are the part of a step in which somebody else had the dossier. */
    private static List<Step> steps(Judged judged, Norm norm, Life life, boolean hours) {
        List<String> names = life.events().stream().map(Life.Event::name).toList();
        int first = names.indexOf(norm.start());
        int last = names.indexOf(norm.stop());
        List<Life.Event> between = new ArrayList<>();
        between.add(new Life.Event(norm.start(), judged.from));
        for (int i = first + 1; first >= 0 && i < last; i++) {
            if (!names.get(i).equals(Life.PAUSED) && !names.get(i).equals(Life.RESUMED)) {
                between.add(life.events().get(i));
            }
        }
        between.add(new Life.Event(norm.stop(), judged.to));
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < between.size(); i++) {
            steps.add(step(between.get(i - 1), between.get(i), life, hours));
        }
        return steps;
    }

    private static Step step(Life.Event from, Life.Event to, Life life, boolean hours) {
        long whole;
        long paused;
        if (hours) {
            whole = micros(Duration.between(from.at(), to.at()));
            paused = micros(life.pausedTime(from.at(), to.at()));
        } else {
            whole = ChronoUnit.DAYS.between(from.at().toLocalDate(), to.at().toLocalDate());
            paused = life.pausedDays(from.at().toLocalDate(), to.at().toLocalDate());
        }
        return new Step(from.name(), to.name(), whole - paused, paused);
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
