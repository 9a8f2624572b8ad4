package be.dossierwerk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.board.CountedMonths;
import be.dossierwerk.board.ShowBoard;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.sql.Date;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The board of a year beside the year before it, over ten years of dossiers, beside what the history reports of the engine say of as many instances with as
 * many tasks: how many, and how long they took. Run with {@code mvn -Pbench verify -Dtest=BoardReportsBench}; the number of dossiers of all ten years with
 * {@code -Dbench.dossiers=1345000} (about 8 GB of disk).
 */
@DossierwerkTest
@ExtendWith(Compared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardReportsBench {

    private static final int TASKS = 4;
    private static final int TIMES = 3;
    private static final Period YEAR = Period.year(2026);

    @Autowired private DataSource data;
    @Autowired private JdbcClient jdbc;
    @Autowired private ShowBoard showBoard;
    @Autowired private CountedMonths countedMonths;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;

    @AfterAll
    void nothing_is_left() {
        jdbc.sql("delete from board_account where dossier in (select id from history_dossier where number like 'KIJK-%')").update();
        jdbc.sql("delete from history_event where dossier in (select id from history_dossier where number like 'KIJK-%')").update();
        jdbc.sql("delete from history_dossier where number like 'KIJK-%'").update();
    }

    @Test
    void a_year_and_the_one_before_it_of_ten() throws Exception {
        int dossiers = Integer.getInteger("bench.dossiers", 100_000);
        Ceiling.measure(data);
        fill(dossiers);
        Period before = YEAR.yearBefore();
        int statements = CountedStatements.of(this::board).size();
        try (PlainCamunda camunda = PlainCamunda.on(data, false)) {
            PlainHistory history = new PlainHistory(camunda);
            history.fill(dossiers, TASKS);
            Compared.measure("board of a year over ten years", dossiers, TIMES, 1.0 / 40, statements + " statements beside 6",
                    () -> assertThat(board().norms()).anyMatch(line -> line.now().counted() > 0),
                    () -> assertThat(history.reportsOfTwoYears(day(before.from()), day(YEAR.from()), day(YEAR.to().plusDays(1)))).isPositive());
        }
    }

    private ShowBoard.Board board() {
        return currentActor.as(people.actor("ann"), () -> showBoard.of(YEAR, YEAR.yearBefore()));
    }

    private static Date day(LocalDate day) {
        return Date.valueOf(day);
    }

    /** Each dossier is of one norm and one volume, as many of each; ten years up to the end of {@link #YEAR}. */
    private void fill(int dossiers) {
        jdbc.sql("""
                insert into history_dossier (number, measure, kind, channel, origin)
                select 'KIJK-' || n, measures[1 + n % cardinality(measures)], 'APPLICATION', 'ONLINE', 'INVOER'
                from generate_series(1, :dossiers) n cross join (select array_agg(code order by code) as measures from board_measure) m""").param("dossiers", dossiers).update();
        jdbc.sql("""
                insert into history_event (dossier, at, place, name, amount, measure, kind, channel, recorded_at)
                select d.id, timestamp '2017-01-01' + d.id % 3640 * interval '1 day' + e.place * interval '3 hours', e.place, e.name, 100, d.measure, d.kind, d.channel, now()
                from history_dossier d cross join (values (1, 'RECEIVED'), (2, 'COMPLETE'), (3, 'DECIDED'), (4, 'PAID')) e(place, name) where d.number like 'KIJK-%'""").update();
        jdbc.sql("""
                insert into board_account (code, version, dossier, row_place, kind, channel, counted_on, met, from_at, to_at, used, paused)
                select n.code, n.version, d.id, 1, d.kind, d.channel, date '2017-01-01' + (d.id % 3640)::int, d.id % 9 <> 0, timestamp '2017-01-01', timestamp '2017-01-20', 20, 0
                from (select *, row_number() over (order by id) - 1 as place from history_dossier where number like 'KIJK-%') d
                join (select code, version, row_number() over (order by place) - 1 as place, count(*) over () as norms from board_norm) n on n.place = d.place % n.norms""").update();
        countedMonths.putTogether();
        jdbc.sql("vacuum analyze history_dossier, history_event, board_account, board_month_verdicts, board_month_events").update();
    }
}
