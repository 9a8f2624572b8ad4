package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowNorm.Wanted;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What stands behind one number of the board, over two published years of the service vouchers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NormPagesTest {

    private static final Actor HEAD = new Actor("karel", "Karel Wouters", Set.of(Roles.HEAD));
    private static final Period Y2019 = Period.year(2019);
    private static final Period Y2020 = Period.year(2020);

    private AnnotationConfigApplicationContext spring;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeAll
    void two_years_of_the_service_vouchers(@TempDir Path folder) throws IOException {
        HikariDataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(2026, 11, 21, 14, 2, 0, 0, MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(HikariDataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, BoardNorms.class, Lives.class, HistoryLock.class, JudgeDossiers.class, ImportHistory.class, ShowBoard.class, ShowNorm.class, ShowSplit.class,
                ShowTrend.class, ShowVerdict.class);
        spring.refresh();
        Path file = folder.resolve("geschiedenis.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, file);
        }
        as(() -> bean(ImportHistory.class).importFile("geschiedenis.csv", file));
    }

    @AfterAll
    void close() {
        spring.close();
    }

    @Test
    void the_dossiers_of_a_group_file_stand_together_until_it_is_opened() {
        ShowNorm norms = bean(ShowNorm.class);
        ShowNorm.Sheet norm = as(() -> norms.of("OFDC-1", Y2020));
        Wanted missed = new Wanted(false, null, null, null, null);

        ShowNorm.Page page = as(() -> norms.dossiers(norm, Y2020, missed, 0, 50));
        assertThat(page).extracting(ShowNorm.Page::lines, ShowNorm.Page::dossiers).containsExactly(3L, 24L);
        assertThat(page.shown()).filteredOn(line -> "OFDC-2020-G01".equals(line.group())).extracting(ShowNorm.Line::dossiers, ShowNorm.Line::met).containsExactly(tuple(22L, false));

        ShowNorm.Page opened = as(() -> norms.dossiers(norm, Y2020, new Wanted(false, null, null, null, "OFDC-2020-G01"), 0, 50));
        assertThat(opened.lines()).isEqualTo(22);
        assertThat(opened.shown()).allSatisfy(line -> assertThat(line.dossier()).startsWith("OFDC-2020-G01-")).extracting(ShowNorm.Line::dossiers).containsOnly(1L);

        // Pages of two: what was shown is not shown again, and the totals stay.
        ShowNorm.Page first = as(() -> norms.dossiers(norm, Y2020, missed, 0, 2));
        ShowNorm.Page second = as(() -> norms.dossiers(norm, Y2020, missed, 2, 2));
        assertThat(first.shown()).isEqualTo(page.shown().subList(0, 2));
        assertThat(second.shown()).isEqualTo(page.shown().subList(2, 3));
        assertThat(second.lines()).isEqualTo(3);
    }

    @Test
    void dossiers_are_found_by_a_part_of_their_number_their_kind_and_their_channel() {
        ShowNorm norms = bean(ShowNorm.class);
        ShowNorm.Sheet norm = as(() -> norms.of("DC-3", Y2020));

        ShowNorm.Page paper = as(() -> norms.dossiers(norm, Y2020, new Wanted(null, "FIRST", "PAPER", null, null), 0, 500));
        assertThat(paper.shown()).isNotEmpty().allMatch(line -> line.kind().equals("FIRST") && line.channel().equals("PAPER"));
        String number = paper.shown().get(0).dossier();
        assertThat(as(() -> norms.dossiers(norm, Y2020, new Wanted(null, null, null, number.toLowerCase(Locale.ROOT).substring(2), null), 0, 50)).shown())
                .extracting(ShowNorm.Line::dossier).contains(number);
        // A sign that LIKE would read as anything is only itself.
        assertThat(as(() -> norms.dossiers(norm, Y2020, new Wanted(null, null, null, "%", null), 0, 50))).isEqualTo(new ShowNorm.Page(List.of(), 0, 0));
    }

    @Test
    void the_parts_of_a_norm_and_of_a_volume_add_up_to_it() {
        ShowBoard.Board board = as(() -> bean(ShowBoard.class).of(Y2020, Y2019));
        ShowSplit split = bean(ShowSplit.class);

        assertThat(board.norms()).filteredOn(line -> line.now().counted() > 0).hasSizeGreaterThan(5).allSatisfy(line -> {
            List<ShowSplit.NormPart> parts = as(() -> split.ofNorm(line.code(), line.version(), Y2020, Y2019));
            assertThat(parts.stream().mapToLong(part -> part.now().counted()).sum()).isEqualTo(line.now().counted());
            assertThat(parts.stream().mapToLong(part -> part.now().met()).sum()).isEqualTo(line.now().met());
            assertThat(parts.stream().mapToLong(part -> part.before().counted()).sum()).isEqualTo(line.before().counted());
        });
        assertThat(board.volumes()).filteredOn(line -> line.now().signum() > 0).hasSizeGreaterThan(10).allSatisfy(line -> {
            List<ShowSplit.VolumePart> parts = as(() -> split.ofVolume(line.measure(), line.indicator(), Y2020, Y2019));
            assertThat(parts.stream().map(ShowSplit.VolumePart::now).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(line.now());
            assertThat(parts.stream().map(ShowSplit.VolumePart::before).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(line.before());
        });
    }

    @Test
    void the_quarters_of_a_year_add_up_to_it_and_the_course_ends_with_what_was_asked() {
        ShowNorm.Sheet norm = as(() -> bean(ShowNorm.class).of("OFDC-1", Y2020));

        List<ShowTrend.Point> points = as(() -> bean(ShowTrend.class).of("OFDC-1", norm.version(), LocalDate.of(2020, 12, 31), ShowTrend.Step.QUARTER));
        assertThat(points).first().extracting(ShowTrend.Point::period).isEqualTo(Period.quarter(2019, 1));
        assertThat(points).last().extracting(ShowTrend.Point::period).isEqualTo(Period.quarter(2020, 4));
        assertThat(points.subList(4, 8).stream().mapToLong(point -> point.result().counted()).sum()).isEqualTo(norm.result().counted());
        assertThat(points.subList(4, 8).stream().mapToLong(point -> point.result().met()).sum()).isEqualTo(norm.result().met());

        List<ShowTrend.Point> months = as(() -> bean(ShowTrend.class).of("OFDC-1", norm.version(), LocalDate.of(2020, 2, 10), ShowTrend.Step.MONTH));
        assertThat(months).last().extracting(ShowTrend.Point::period).isEqualTo(new Period(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29)));
    }

    @Test
    void an_account_says_which_days_did_not_count_and_how_much_too_late() {
        ShowNorm.Sheet norm = as(() -> bean(ShowNorm.class).of("OFDC-1", Y2020));
        List<ShowNorm.Line> all = as(() -> bean(ShowNorm.class).dossiers(norm, Y2020, new Wanted(null, null, null, null, null), 0, 500)).shown();

        assertThat(all).filteredOn(line -> line.group() == null).hasSizeGreaterThan(50).allSatisfy(line -> {
            ShowVerdict.Account account = as(() -> bean(ShowVerdict.class).of("OFDC-1", line.dossier()));
            assertThat(account.waited().stream().mapToInt(Life.Waited::days).sum()).isEqualTo(line.paused());
            assertThat(account.verdict()).extracting(ShowVerdict.Verdict::met, ShowVerdict.Verdict::allowed).containsExactly(line.met(), 120L);
            assertThat(account.verdict().over()).isEqualTo(line.used() - 120L);
        });
        assertThat(all).anyMatch(line -> line.paused() > 0);

        String late = as(() -> bean(ShowNorm.class).dossiers(norm, Y2020, new Wanted(false, null, null, null, "OFDC-2020-G01"), 0, 1)).shown().get(0).dossier();
        ShowVerdict.Account account = as(() -> bean(ShowVerdict.class).of("OFDC-1", late));
        assertThat(account).extracting(ShowVerdict.Account::group, ShowVerdict.Account::groupSize, ShowVerdict.Account::ours).containsExactly("OFDC-2020-G01", 22L, false);
        assertThat(account.verdict().over()).isPositive();

        assertThatThrownBy(() -> as(() -> bean(ShowVerdict.class).of("DC-1", late))).isInstanceOf(Refused.class).hasMessage("board.account-unknown");
    }

    @Test
    void whoever_is_no_reader_of_the_board_sees_none_of_it() {
        Actor handler = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
        List<Supplier<Object>> asked = List.of(() -> bean(ShowTrend.class).of("DC-1", 1, LocalDate.of(2020, 1, 1), ShowTrend.Step.MONTH), () -> bean(ShowSplit.class).ofNorm("DC-1", 1, Y2020, Y2019),
                () -> bean(ShowSplit.class).ofVolume("DC", "INSPECTIONS", Y2020, Y2019), () -> bean(ShowVerdict.class).of("DC-1", "X"));
        assertThat(asked).allSatisfy(question -> assertThatThrownBy(() -> bean(CurrentActor.class).as(handler, question)).isInstanceOf(Refused.class).hasMessage("security.role-missing"));
    }

    private <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    private <T> T as(Supplier<T> asked) {
        return bean(CurrentActor.class).as(HEAD, asked);
    }
}
