package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.security.CurrentActor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How one norm went in the quarters or months before a day; those further behind are not read. */
@Service
public class ShowTrend {

    public enum Step {
        QUARTER(12, 3), MONTH(24, 1);

        private final int shown;
        private final int months;

        Step(int shown, int months) {
            this.shown = shown;
            this.months = months;
        }

        private Period around(LocalDate day) {
            return this == MONTH ? Period.month(YearMonth.from(day)) : Period.quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        }
    }

    public record Point(Period period, Result result) { }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ShowTrend(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Up to and including the quarter or month of {@code until}, oldest first; without what lies before the first in which something counted. */
    @Transactional(readOnly = true)
    public List<Point> of(String code, int version, LocalDate until, Step step) {
        currentActor.require(ShowBoard.READERS);
        LocalDate last = step.around(until).to();
        LocalDate first = step.around(until).from().minusMonths((long) step.months * (step.shown - 1));
        Map<LocalDate, Result> found = new HashMap<>();
        jdbc.sql("""
                select date_trunc(:step, counted_on::timestamp)::date, count(*), count(*) filter (where met) from board_account
                where code = :code and version = :version and counted_on between :first and :last group by 1""")
                .param("step", step.name()).param("code", code).param("version", version).param("first", first).param("last", last)
                .query((row, i) -> Map.entry(row.getObject(1, LocalDate.class), new Result(row.getLong(2), row.getLong(3)))).list()
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        List<Point> points = new ArrayList<>();
        for (LocalDate from = first; from.isBefore(last); from = from.plusMonths(step.months)) {
            Result result = found.getOrDefault(from, new Result(0, 0));
            if (!points.isEmpty() || result.counted() > 0) {
                points.add(new Point(step.around(from), result));
            }
        }
        return points;
    }
}
