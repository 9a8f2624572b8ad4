package be.dossierwerk.board;

import be.dossierwerk.board.ShowBoard.Period;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What our own dossiers say of a measure, or of all of them together, beside its volumes and norms; nobody is named. */
@Component
public class OwnWork {

    /** Colleagues who sent a task, the tasks, and the dossiers that these were of. */
    public record Staff(long people, long tasks, long dossiers) { }

    /** Those received in the period, and what came of those that were closed in it; {@code founded} also in part. */
    public record Complaints(long received, long closed, long founded, long inTime) { }

    public enum Inspection { VERSLAG_VSI, ANDERE_MELDING, BESLIST }

    /** Booked here; none of it is the budget of the department. */
    public enum Money { VASTGELEGD, BETAALD, BETALINGSOPDRACHT, TERUG_TE_VORDEREN, TERUGGEVORDERD, BOETE_OPGELEGD, BOETE_ONTVANGEN }

    /** All measures. */
    static final String EVERY = null;

    private final JdbcClient jdbc;

    OwnWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a measure runs on our diagrams: only then something is known here. */
    boolean runsHere(String measure) {
        return jdbc.sql("select exists (select from board_procedure where measure = ?)").param(measure).query(Boolean.class).single();
    }

    Staff staff(String measure, Period period) {
        return asked("""
                select count(distinct completed_by) as people, count(*) as tasks, count(distinct dossier) as dossiers from board_own_task
                where completed_at >= cast(:from as date)::timestamp at time zone 'Europe/Brussels' and completed_at < (cast(:to as date) + 1)::timestamp at time zone 'Europe/Brussels'
                  and (cast(:measure as text) is null or measure = :measure)""", measure, period).query(Staff.class).single();
    }

    Complaints complaints(String measure, Period period) {
        return asked("""
                select count(*) filter (where received_on between :from and :to) as received, count(*) filter (where closed_on between :from and :to) as closed,
                       count(*) filter (where founded and closed_on between :from and :to) as founded, count(*) filter (where in_time and closed_on between :from and :to) as in_time
                from board_own_complaint where cast(:measure as text) is null or measure = :measure""", measure, period).query(Complaints.class).single();
    }

    /** What is not in it did not happen. */
    Map<Inspection, Long> inspections(String measure, Period period) {
        Map<Inspection, Long> counted = new EnumMap<>(Inspection.class);
        asked("""
                select what, count(*) from board_own_inspection where day between :from and :to and (cast(:measure as text) is null or measure = :measure)
                group by what""", measure, period).query(row -> {
                    counted.put(Inspection.valueOf(row.getString(1)), row.getLong(2));
                });
        return counted;
    }

    /** In euro; what is not in it was never booked. */
    Map<Money, BigDecimal> money(String measure, Period period) {
        Map<Money, BigDecimal> booked = new EnumMap<>(Money.class);
        asked("""
                select what, sum(amount) from board_own_money where valued_on between :from and :to and (cast(:measure as text) is null or measure = :measure)
                group by what""", measure, period).query(row -> {
                    booked.put(Money.valueOf(row.getString(1)), row.getBigDecimal(2));
                });
        return booked;
    }

    private JdbcClient.StatementSpec asked(String sql, String measure, Period period) {
        return jdbc.sql(sql).param("measure", measure).param("from", period.from()).param("to", period.to());
    }
}
