package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.RewriteTable;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The board of any period says what a walk through every verdict and every event says, whatever came, went and was corrected, also while others write. */
class CountedMonthsTest {

    private static final Actor HEAD = new Actor("karel", "Karel Wouters", Set.of(Roles.HEAD));
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 800;
    private static final int DOSSIERS = 300;

    private static HikariDataSource data;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static CurrentActor currentActor;
    private static ShowBoard showBoard;
    private static CountedMonths countedMonths;

    @BeforeAll
    static void start() {
        data = OwnDatabase.migrated();
        jdbc = JdbcClient.create(data);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(data));
        currentActor = new CurrentActor(Optional.empty());
        showBoard = new ShowBoard(jdbc, currentActor);
        countedMonths = new CountedMonths(jdbc, new RewriteTable(data));
        jdbc.sql("""
                insert into history_dossier (number, measure, kind, channel, origin)
                select 'MAAND-' || n, (array['DC', 'DC', 'OFDC', 'AG'])[1 + n / 4 % 4], (array['FIRST', 'INSPECTION', 'REFUND', 'PJ'])[1 + n / 4 % 4], 'ONLINE', 'INVOER' from generate_series(1, ?) n""")
                .param(DOSSIERS).update();
    }

    @AfterAll
    static void stop() {
        data.close();
    }

    @BeforeEach
    void nothing_happened() {
        jdbc.sql("delete from board_account").update();
        jdbc.sql("delete from history_event").update();
    }

    @Test
    void a_board_of_any_period_is_that_of_a_walk_through_every_row() {
        Random random = new Random(11);
        change(random, 0, 150);
        periods(random, 60);
        countedMonths.putTogether();
        assertThat(jdbc.sql("select count(*) from (select from board_month_verdicts group by code, version, month having count(*) > 1) twice").query(Integer.class).single()).isZero();
        periods(random, 60);
        assertThat(countedMonths.differences()).isZero();
    }

    @Test
    void counts_never_differ_while_three_write_and_two_put_together() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Future<Integer>> together = IntStream.range(0, 2).mapToObj(each -> threads.submit(() -> repeated(writing, countedMonths::putTogether))).toList();
        Future<Integer> looking = threads.submit(() -> repeated(writing, () -> assertThat(countedMonths.differences()).isZero()));
        List<Callable<Boolean>> writers = IntStream.range(0, 3).<Callable<Boolean>>mapToObj(writer -> () -> {
            change(new Random(writer), writer, 60);
            return true;
        }).toList();

        for (Future<Boolean> written : threads.invokeAll(writers)) {
            assertThat(written.get()).isTrue();
        }
        writing.set(false);

        for (Future<Integer> each : together) {
            assertThat(each.get()).isPositive();
        }
        assertThat(looking.get()).isPositive();
        threads.shutdown();
        assertThat(countedMonths.differences()).isZero();
        periods(new Random(5), 20);
    }

    @Test
    void a_file_that_is_read_and_supplemented_is_counted(@TempDir Path folder) {
        try (HistoryDesk desk = new HistoryDesk(folder, CountedMonths.class, RewriteTable.class)) {
            CountedMonths counted = desk.bean(CountedMonths.class);
            desk.read(HistoryDesk.HEADER + "D-1,DC,FIRST,ONLINE,0403019261,COMPLETE,2020-01-31T09:00:00,\nD-1,DC,FIRST,ONLINE,0403019261,DECIDED,2020-02-01T09:00:00,\n"
                    + "D-2,DC,FIRST,ONLINE,0403019261,COMPLETE,2020-02-29T23:00:00,\n");
            assertThat(counted.differences()).isZero();
            desk.read(HistoryDesk.HEADER + "D-2,DC,FIRST,ONLINE,0403019261,DECIDED,2020-12-31T23:59:59,\n");
            desk.supplement(HistoryDesk.HEADER + "D-3,DC,FIRST,ONLINE,0403019261,RECEIVED,2020-06-01T00:00:00,\n");
            assertThat(counted.differences()).isZero();
            Board board = desk.bean(CurrentActor.class).as(HEAD, () -> desk.bean(ShowBoard.class).of(Period.year(2020), Period.month(YearMonth.of(2020, 2))));
            assertThat(board.norms()).filteredOn(line -> line.code().equals("DC-1")).extracting(line -> line.now().counted() + " " + line.now().met() + " " + line.before().counted())
                    .containsExactly("2 1 1");
        }
    }

    @Test
    void what_is_changed_behind_the_triggers_is_found_and_made_right() {
        change(new Random(3), 0, 20);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update board_account set met = not met where dossier = (select min(dossier) from board_account)").update();
            jdbc.sql("delete from history_event where dossier = (select min(dossier) from history_event where ended_at is null)").update();
        });

        assertThat(countedMonths.differences()).isPositive();
        assertThat(countedMonths.repair()).isPositive();
        assertThat(countedMonths.differences()).isZero();
        assertThat(countedMonths.repair()).isZero();
    }

    /** Verdicts that come and are said again, events that come, are ended and go; every fifth transaction is rolled back. */
    private static void change(Random random, int writer, int transactions) {
        for (int i = 0; i < transactions; i++) {
            int serial = i;
            transaction.executeWithoutResult(status -> {
                // A dossier is judged by one writer at a time, as HistoryLock sees to.
                Object[] some = {writer, random.nextInt(), random.nextInt(DAYS)};
                jdbc.sql("delete from board_account where dossier % 4 = ? and hashint8(dossier # ?) % 3 = 0").params(some[0], some[1]).update();
                jdbc.sql("""
                        insert into board_account (code, version, dossier, row_place, kind, channel, counted_on, met, from_at, to_at, used, paused)
                        select n.code, n.version, d.id, 1, d.kind, d.channel, date '2024-01-01' + (:days + d.id::integer * 17) % :all, hashint8(d.id # :seed) % 4 <> 0, now(), now(), 1, 0
                        from history_dossier d join board_norm n on n.measure = d.measure and n.place % 2 = d.id % 2 where d.id % 4 = :writer and hashint8(d.id # :seed) % 3 = 0
                        on conflict do nothing""").param("writer", writer).param("seed", some[1]).param("days", some[2]).param("all", DAYS).update();
                jdbc.sql("update board_account set met = not met where dossier % 4 = ? and hashint8(dossier # ?) % 7 = 0").params(some[0], some[1]).update();
                jdbc.sql("""
                        insert into history_event (dossier, at, place, name, amount, measure, kind, channel, recorded_at)
                        select d.id, timestamp '2024-01-01' + (:days + d.id * 29) % :all * interval '1 day' + (d.id % 2) * interval '23:59:59', :serial * 100 + v.place, v.event,
                               case when v.sums then d.id + 0.25 end, d.measure, d.kind, d.channel, now()
                        from history_dossier d join board_volume v on v.measure = d.measure where d.id % 4 = :writer and hashint8(d.id # :seed) % 3 = 1 and v.place % 3 = d.id % 3
                        on conflict do nothing""").param("writer", writer).param("seed", some[1]).param("days", some[2]).param("all", DAYS).param("serial", serial).update();
                jdbc.sql("update history_event set ended_at = recorded_at where ended_at is null and dossier % 4 = ? and hashint8(dossier # ?) % 29 = 0").params(some[0], some[1]).update();
                jdbc.sql("delete from history_event where dossier % 4 = ? and hashint8(dossier # ?) % 41 = 0").params(some[0], some[1]).update();
                if (serial % 5 == 4) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private static void periods(Random random, int many) {
        Board year = board(Period.year(2024), Period.year(2025));
        assertThat(year.norms()).anyMatch(line -> line.now().met() > 0 && line.now().met() < line.now().counted());
        assertThat(year.volumes()).anyMatch(line -> line.euro() && line.now().signum() > 0).anyMatch(line -> !line.euro() && line.before().signum() > 0);
        for (int i = 0; i < many; i++) {
            Period period = i == 0 ? Period.year(2024) : period(random);
            Period other = i == 1 ? Period.quarter(2025, 2) : period(random);
            Board board = board(period, other);
            board.norms().forEach(line -> {
                assertThat(line.now()).as(line.code() + " " + period).isEqualTo(walk(line, period));
                assertThat(line.before()).as(line.code() + " " + other).isEqualTo(walk(line, other));
            });
            List<BigDecimal> volumes = walk(period);
            assertThat(board.volumes()).extracting(ShowBoard.VolumeLine::now).as(period.toString()).usingElementComparator(BigDecimal::compareTo).isEqualTo(volumes);
            assertThat(board.volumes()).extracting(ShowBoard.VolumeLine::before).as(other.toString()).usingElementComparator(BigDecimal::compareTo).isEqualTo(walk(other));
        }
    }

    /** Of a day, of some within a month, from the end of one to the begin of the next, or of years. */
    private static Period period(Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(4)) {
            case 0 -> new Period(from, from.plusDays(random.nextInt(4)));
            case 1 -> new Period(from.withDayOfMonth(1), from.plusDays(random.nextInt(60)));
            case 2 -> new Period(from, from.plusMonths(random.nextInt(5)).withDayOfMonth(1).plusMonths(1).minusDays(1));
            default -> new Period(from, from.plusDays(random.nextInt(DAYS)));
        };
    }

    private static ShowBoard.Result walk(ShowBoard.NormLine line, Period period) {
        return jdbc.sql("select count(*), count(*) filter (where met) from board_account where code = ? and version = ? and counted_on between ? and ?")
                .params(line.code(), line.version(), period.from(), period.to()).query((row, i) -> new ShowBoard.Result(row.getLong(1), row.getLong(2))).single();
    }

    private static List<BigDecimal> walk(Period period) {
        return jdbc.sql("""
                select (select case when v.sums then coalesce(sum(e.amount), 0) else count(*) end from history_event e where e.measure = v.measure and e.name = v.event and e.ended_at is null
                        and e.kind = any (string_to_array(split_part(v.filter, '=', 2), '|')) and cast(e.at as date) between ? and ?) from board_volume v order by v.place""")
                .params(period.from(), period.to()).query(BigDecimal.class).list();
    }

    private static Board board(Period period, Period other) {
        return currentActor.as(HEAD, () -> showBoard.of(period, other));
    }

    private static int repeated(AtomicBoolean writing, Runnable work) {
        int times = 0;
        while (writing.get() || times == 0) {
            work.run();
            times++;
        }
        return times;
    }
}
