package be.dossierwerk.board;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.board.ExplainChange.Explanation;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.WhatWeighs.Sort;
import be.dossierwerk.board.WhatWeighs.Weight;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The falls and rises of the published table of 2020 beside 2019, explained from the events themselves. */
class ExplainChangeTest {

    private static final Actor HEAD = new Actor("karel", "Karel Wouters", Set.of(Roles.HEAD));
    private static final Period Y2019 = Period.year(2019);
    private static final Period Y2020 = Period.year(2020);

    private static AnnotationConfigApplicationContext spring;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeAll
    static void two_years(@TempDir Path folder) throws IOException {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(2026, 11, 21, 14, 2, 0, 0, MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, AuditLog.class, BoardNorms.class, Lives.class, JudgeDossiers.class, ImportHistory.class, ShowNorm.class,
                ReadNormDossiers.class, ExplainChange.class);
        spring.refresh();
        Path file = folder.resolve("geschiedenis.csv");
        try (var in = new GZIPInputStream(new ClassPathResource("board/history-dc.csv.gz").getInputStream())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        spring.getBean(CurrentActor.class).as(HEAD, () -> spring.getBean(ImportHistory.class).importFile("geschiedenis.csv", file));
    }

    @AfterAll
    static void close() {
        spring.close();
    }

    @Test
    void the_fall_from_100_to_86_names_the_one_group_file() {
        Explanation explained = explain("OFDC-1", Y2020, Y2019);

        assertThat(explained.change().orElseThrow().points().total().rounded(0)).isEqualByComparingTo("-14");
        Weight heaviest = explained.weighsNow().weights().get(0);
        assertThat(heaviest).extracting(Weight::sort, Weight::name, Weight::dossiers, Weight::missed).containsExactly(Sort.GROUP_FILE, "OFDC-2020-G01", 22L, 22L);
        assertThat(heaviest.without()).isEqualTo(new ShowBoard.Result(148, 146));
        assertThat(heaviest.without().percent(0)).isEqualByComparingTo("99");
        assertThat(explained.latest()).extracting(late -> late.dossier() + " " + late.dossiers() + " " + late.tooLate().rounded(0)).startsWith("OFDC-2020-00791 1 20", "OFDC-2020-G01-001 22 16")
                .hasSize(3);
        assertThat(printed(explained.change().orElseThrow().points())).containsExactly("VOLUME 0", "MIX -4", "PACE -10", "PAUSES 0");
    }

    @Test
    void the_other_way_round_the_same_group_file_is_what_kept_the_other_year_down() {
        Explanation explained = explain("OFDC-1", Y2019, Y2020);

        assertThat(explained.weighsNow().weights()).isEmpty();
        assertThat(explained.weighsBefore().weights().get(0).name()).isEqualTo("OFDC-2020-G01");
        assertThat(printed(explained.change().orElseThrow().points())).containsExactly("VOLUME 0", "MIX 4", "PACE 10", "PAUSES 0");
    }

    @Test
    void the_steps_tell_what_came_between_decision_and_signature() {
        Explanation explained = explain("DC-2", Y2020, Y2019);

        assertThat(explained.steps().lines()).extracting(line -> line.from() + " " + line.to())
                .containsExactly("COMPLETE SENT_TO_COMMITTEE", "SENT_TO_COMMITTEE ADVICE_GIVEN", "ADVICE_GIVEN DECIDED", "DECIDED SIGNED");
        StepTimes.Line signing = explained.steps().lines().get(3);
        assertThat(told(signing.now())).isEqualTo("19 dossiers, mean 2.2, median 2.0, paused 0.0, decisive 1");
        assertThat(told(signing.before())).isEqualTo("36 dossiers, mean 1.7, median 1.0, paused 0.0, decisive 4");
        assertThat(signing.longer().rounded(2)).isEqualByComparingTo("0.52");
        // No one dossier explains it: of fourteen and twenty-five that met it and sixteen that did not, none weighs more than half of four points.
        assertThat(explained.weighsBefore().weights()).noneMatch(weight -> weight.single() && weight.points().rounded(0).abs().compareTo(new BigDecimal("2")) > 0);
    }

    @Test
    void every_norm_is_split_into_parts_that_add_up_to_what_the_board_prints() {
        for (String code : spring.getBean(JdbcClient.class).sql("select distinct code from board_account order by code").query(String.class).list()) {
            Explanation explained = explain(code, Y2020, Y2019);
            explained.change().ifPresent(change -> {
                assertThat(change.missed().total()).as(code).isEqualTo(Fraction.of(missed(explained.now().result()) - missed(explained.before().result()), 1));
                assertThat(change.points().printed(2).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).as(code)
                        .isEqualByComparingTo(explained.now().beside(explained.before().result()).change(2));
                assertThat(explained.steps().lines().stream().map(StepTimes.Line::longer).reduce(Fraction.ZERO, Fraction::plus)).as(code).isEqualTo(change.counted().total());
            });
        }
    }

    private static String told(StepTimes.Side side) {
        return "%d dossiers, mean %s, median %s, paused %s, decisive %d".formatted(side.dossiers(), side.own().rounded(1), side.median().rounded(1), side.paused().rounded(1), side.decisive());
    }

    private static List<String> printed(ChangeOfNorm.Split split) {
        return split.printed(0).entrySet().stream().map(part -> part.getKey() + " " + part.getValue()).toList();
    }

    private static long missed(ShowBoard.Result result) {
        return result.counted() - result.met();
    }

    private static Explanation explain(String code, Period period, Period other) {
        return spring.getBean(CurrentActor.class).as(HEAD, () -> spring.getBean(ExplainChange.class).of(code, period, other));
    }
}
