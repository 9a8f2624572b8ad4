package be.dossierwerk.board;

import be.dossierwerk.board.Figures.NormFigure;
import be.dossierwerk.board.Figures.Volume;
import be.dossierwerk.board.Figures.VolumeFigure;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a period from the events as they were known at a moment, with the versions and volumes that are given: nothing that was kept of it before is read. */
@Component
class CountPeriod {

    /** One version of a norm. */
    record Counted(Definition definition, int version) { }

    private final KnownLives lives;
    private final JdbcClient jdbc;

    CountPeriod(KnownLives lives, JdbcClient jdbc) {
        this.lives = lives;
        this.jdbc = jdbc;
    }

    Figures count(Period period, Period other, Instant known, List<Counted> norms, List<Volume> volumes) {
        Map<Counted, Tally> tallies = new LinkedHashMap<>();
        norms.forEach(norm -> tallies.put(norm, new Tally(norm.definition.norms(norm.version))));
        norms.stream().collect(Collectors.groupingBy(norm -> norm.definition.measure(), TreeMap::new, Collectors.toList())).forEach((measure, ofMeasure) -> {
            TreeSet<String> events = ofMeasure.stream().flatMap(norm -> norm.definition.rows().stream()).map(Definition.Row::countedIn).collect(Collectors.toCollection(TreeSet::new));
            lives.each(measure, events, List.of(period, other), known, life -> ofMeasure.forEach(norm -> tallies.get(norm).take(life)));
        });
        List<NormFigure> figures = new ArrayList<>();
        tallies.forEach((norm, tally) -> figures.add(new NormFigure(norm.definition, norm.version, tally.in(period), tally.in(other))));
        return new Figures(period, other, known, figures,
                volumes.stream().map(volume -> new VolumeFigure(volume, volume(volume, period, known), volume(volume, other, known))).toList());
    }

    /** As the function volume of the board, but for what was known. */
    private BigDecimal volume(Volume volume, Period period, Instant known) {
        return jdbc.sql("select case when :sums then coalesce(sum(amount), 0) else count(*) end from " + KnownLives.EVENTS
                + " e where measure = :measure and name = :event and at >= :from and at < :to and kind = any (:kinds)")
                .param("sums", volume.sums()).param("known", KnownLives.at(known)).param("measure", volume.measure()).param("event", volume.event()).param("from", period.from())
                .param("to", period.to().plusDays(1)).param("kinds", Scope.parse(volume.filter()).kinds().toArray(String[]::new)).query(BigDecimal.class).single();
    }

    /** How many dossiers counted for one norm on each day, and how many of them met it. */
    private static final class Tally {

        private final List<Norm> norms;
        private final TreeMap<LocalDate, long[]> days = new TreeMap<>();

        private Tally(List<Norm> norms) {
            this.norms = norms;
        }

        private void take(Life life) {
            norms.forEach(norm -> norm.judge(life).ifPresent(account -> {
                long[] day = days.computeIfAbsent(account.countedOn(), on -> new long[2]);
                day[0]++;
                day[1] += account.met() ? 1 : 0;
            }));
        }

        private Result in(Period period) {
            var within = days.subMap(period.from(), true, period.to(), true).values();
            return new Result(within.stream().mapToLong(day -> day[0]).sum(), within.stream().mapToLong(day -> day[1]).sum());
        }
    }
}
