package be.dossierwerk.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.board.BoardNorms;
import be.dossierwerk.board.Life;
import be.dossierwerk.forecast.ShowForecast.Choice;
import be.dossierwerk.forecast.ShowForecast.Line;
import be.dossierwerk.forecast.ShowForecast.Silence;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Chances are kept each night and shown while they hold, on PostgreSQL. */
class ForecastTest {

    private static final Actor LEAD = new Actor("joke", "Joke Peeters", Set.of(Roles.TEAM_LEAD));
    private static final Actor HANDLER = new Actor("an", "An Maes", Set.of(Roles.HANDLER));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Choice OPEN = new Choice(false, null, 0, 500);
    private static final Choice LATE = new Choice(true, null, 0, 500);

    private AnnotationConfigApplicationContext spring;
    private JdbcClient jdbc;

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    @BeforeEach
    void a_database_with_a_history() {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(2026, 11, 21, 3, 15, 0, 0, MovableClock.BRUSSELS));
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.register(Transactions.class, CurrentActor.class, BoardNorms.class, StudyNorms.class, ForecastRuns.class, ForecastWork.class, RenewForecast.class, ShowForecast.class, ChancesOfDossiers.class);
        spring.refresh();
        jdbc = spring.getBean(JdbcClient.class);
        InventedHistory.store(jdbc, InventedHistory.until(TODAY, 1));
    }

    @AfterEach
    void close() {
        spring.close();
    }

    @Test
    void a_night_keeps_the_chances_and_the_screen_shows_them_while_they_hold() {
        assertThat(lead(() -> show().stand().silence())).isEqualTo(Silence.NOOIT);

        spring.getBean(RenewForecast.class).everyNight();

        assertThat(lead(() -> show().stand().silence())).isNull();
        List<Line> open = lead(() -> show().dossiers(OPEN)).lines();
        assertThat(open).hasSizeGreaterThan(50).isSortedAccordingTo((a, b) -> Double.compare(b.chance(), a.chance())).allSatisfy(line -> {
            assertThat(line.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            assertThat(line.last()).isEqualTo(TODAY.plusDays(line.left()));
        });
        assertThat(lead(() -> show().dossiers(LATE)).lines()).isNotEmpty().allMatch(line -> line.certain() && line.chance() == 1 && line.last().isBefore(TODAY));
        assertThat(lead(() -> show().tested())).filteredOn(ShowForecast.Tested::open).extracting(ShowForecast.Tested::code).containsExactly("OFDC-2");
        assertThat(lead(() -> show().bins("OFDC-2"))).isNotEmpty().isEqualTo(lead(() -> show().bins(null)));
        assertThat(lead(() -> show().quarter())).extracting(ShowForecast.Expected::code).containsExactly("OFDC-2");

        String worst = open.get(0).dossier();
        Map<String, ChancesOfDossiers.Chance> asked = lead(() -> spring.getBean(ChancesOfDossiers.class).of(List.of(worst, "ONBEKEND")));
        assertThat(asked).containsOnlyKeys(worst);
        assertThat(asked.get(worst).missed()).isEqualTo(open.get(0).chance());
        assertThat(asked.get(worst).reasons()).isEqualTo(open.get(0).reasons());

        // Paid on the day itself: no longer to come.
        jdbc.sql("""
                insert into history_event (dossier, at, place, name, measure, kind, channel, recorded_at)
                select id, '2026-11-21T10:00:00', 1, 'PAID', measure, kind, channel, now() from history_dossier where number = ?""").param(worst).update();
        assertThat(lead(() -> show().dossiers(OPEN)).lines()).hasSize(open.size() - 1).extracting(Line::dossier).doesNotContain(worst);
    }

    @Test
    void nothing_is_shown_of_an_old_test_or_of_one_that_failed() {
        spring.getBean(RenewForecast.class).everyNight();
        String one = lead(() -> show().dossiers(OPEN)).lines().get(0).dossier();

        spring.getBean(MovableClock.class).moveTo(ZonedDateTime.of(2027, 1, 1, 9, 0, 0, 0, MovableClock.BRUSSELS));
        assertThat(lead(() -> show().stand().silence())).isEqualTo(Silence.TE_OUD);
        assertThat(lead(() -> show().dossiers(OPEN)).lines()).isEmpty();
        assertThat(lead(() -> show().quarter())).isEmpty();
        assertThat(lead(() -> spring.getBean(ChancesOfDossiers.class).of(List.of(one)))).isEmpty();

        spring.getBean(MovableClock.class).moveTo(ZonedDateTime.of(2026, 11, 22, 9, 0, 0, 0, MovableClock.BRUSSELS));
        assertThat(lead(() -> show().dossiers(OPEN)).lines()).isNotEmpty();
        ForecastRuns runs = spring.getBean(ForecastRuns.class);
        runs.fail(runs.begin(TODAY, "Dossierwerk", 1));
        assertThat(lead(() -> show().stand().silence())).isEqualTo(Silence.MISLUKT);
        assertThat(lead(() -> show().dossiers(OPEN)).lines()).isEmpty();
    }

    @Test
    void a_run_that_a_later_one_overtook_leaves_its_chances_alone() {
        ForecastRuns runs = spring.getBean(ForecastRuns.class);
        long overtaken = runs.begin(TODAY, "Dossierwerk", 1);
        long later = runs.begin(TODAY, "Dossierwerk", 1);
        StudyNorms.Study study = spring.getBean(StudyNorms.class).study(new StudyNorms.Question(TODAY, null, 1, false));
        runs.finish(later, study);
        List<Line> open = lead(() -> show().dossiers(OPEN)).lines();

        runs.finish(overtaken, study);

        assertThat(open).isNotEmpty();
        assertThat(lead(() -> show().dossiers(OPEN)).lines()).isEqualTo(open);
        assertThat(jdbc.sql("select state from forecast_run where id = ?").param(overtaken).query(String.class).single()).isEqualTo("MISLUKT");
    }

    @Test
    void a_dossier_that_began_long_ago_and_still_moves_counts_with_its_whole_life() {
        InventedHistory.store(jdbc, List.of(new Life(InventedHistory.PREFIX + "LANG", "OFDC", "REFUND", "PAPER",
                List.of(new Life.Event("RECEIVED", TODAY.minusYears(4).atTime(9, 0)), new Life.Event("COMPLETED_FILE", TODAY.minusDays(30).atTime(9, 0))))));

        spring.getBean(RenewForecast.class).everyNight();

        assertThat(lead(() -> show().dossiers(LATE)).lines()).extracting(Line::dossier).contains(InventedHistory.PREFIX + "LANG");
    }

    @Test
    void who_may_not_read_the_board_does_not_read_what_comes_and_two_do_not_run_at_once() {
        CurrentActor actor = spring.getBean(CurrentActor.class);
        assertThatThrownBy(() -> actor.as(HANDLER, () -> show().stand())).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        spring.getBean(ForecastRuns.class).begin(TODAY, "Dossierwerk", 1);
        assertThatThrownBy(() -> actor.as(LEAD, () -> {
            spring.getBean(RenewForecast.class).renew();
            return null;
        })).isInstanceOf(Refused.class).hasMessage("forecast.busy");
    }

    @Test
    void the_command_prints_calibration_and_sharpness_and_shuffled_outcomes_close_every_gate() {
        StudyNorms studyNorms = spring.getBean(StudyNorms.class);
        var shuffled = studyNorms.study(new StudyNorms.Question(TODAY, null, 5, true));
        assertThat(shuffled.norms()).hasSizeGreaterThan(60).noneMatch(norm -> norm.gate() == Gate.OPEN);
        assertThat(TestForecastCommand.printed(shuffled, true, 5).lines().filter(line -> line.startsWith("alle,"))).singleElement().asString().startsWith("alle,0/");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int answer = TestForecastCommand.run(List.of("--norm", "OFDC-2", "--format", "csv", "--dag", "2026-11-21"), new PrintStream(out, true, StandardCharsets.UTF_8), System.err, () -> spring);

        assertThat(answer).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(3).first().asString().startsWith("norm,getoond,voorspellingen");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1)).first().asString().startsWith("OFDC-2,OPEN,");
    }

    @Test
    void a_command_that_is_given_wrongly_says_how() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        for (List<String> wrong : List.of(List.of("--seed", "drie"), List.of("--format", "pdf"), List.of("--norm"), List.of("OFDC-2"), List.of("--dag", "gisteren"))) {
            assertThat(TestForecastCommand.run(wrong, System.out, new PrintStream(err, true, StandardCharsets.UTF_8), () -> spring)).isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--door-elkaar");
    }

    private ShowForecast show() {
        return spring.getBean(ShowForecast.class);
    }

    private <T> T lead(Supplier<T> work) {
        return spring.getBean(CurrentActor.class).as(LEAD, work);
    }
}
