package be.dossierwerk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.EscalationLadder;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a step of the ladder to the person who reads it, with a moved clock. T-REC-01 of 120 days that starts on 1 March 2027 is half gone on 30 April. */
@DossierwerkTest
class AlertsTest {

    private static final LocalDate START = LocalDate.of(2027, 3, 1);
    private static final Actor STRANGER = new Actor("nobody", "Nora Niemand", Set.of(Roles.FINANCE));

    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private EscalationLadder ladder;
    @Autowired private DeliverAlerts deliverAlerts;
    @Autowired private MyAlerts myAlerts;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    private String dossier;

    @BeforeEach
    void a_dossier_of_an_with_a_running_term() {
        at(START.atTime(10, 0));
        dossier = as(people.actor("an"), () -> {
            String number = dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", "Poetsdienst Meldpunt", "0566988259", "Aalst", "PAPIER", START, "an", null));
            terms.start(number, "T-REC-01", START);
            return number;
        });
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_step_taken_at_night_waits_for_the_morning_and_reaches_the_handler_alone() {
        at(LocalDateTime.of(2027, 4, 30, 3, 0));
        ladder.sweep();
        deliverAlerts.deliverDue();
        assertThat(mine("an")).isEmpty();

        at(LocalDateTime.of(2027, 4, 30, 8, 0));
        deliverAlerts.deliverDue();
        deliverAlerts.deliverDue();

        assertThat(mine("an")).singleElement().satisfies(alert -> {
            assertThat(alert.sentence()).startsWith("Van de termijn \"Beslissing over de aanvraag\" was 50 % voorbij");
            assertThat(alert.on()).isEqualTo(LocalDate.of(2027, 4, 30));
            assertThat(alert.read()).isFalse();
        });
        assertThat(mine("bram")).isEmpty();
        assertThat(mine("tom")).isEmpty();
    }

    @Test
    void at_three_quarters_every_team_lead_is_told_and_each_reads_for_himself() {
        at(LocalDateTime.of(2027, 6, 1, 9, 0));
        ladder.sweep();
        deliverAlerts.deliverDue();
        Actor other = new Actor("second-lead", "Tine Tweede", Set.of(Roles.TEAM_LEAD));

        MyAlerts.Alert alert = mine("tom").get(0);
        as(people.actor("tom"), () -> {
            myAlerts.read(alert.id());
            myAlerts.read(alert.id());
            return null;
        });

        assertThat(mine("tom")).singleElement().satisfies(read -> assertThat(read.read()).isTrue());
        assertThat(of(other)).singleElement().satisfies(unread -> assertThat(unread.read()).isFalse());
        as(STRANGER, () -> {
            myAlerts.readAll();
            return null;
        });
        assertThat(of(other).get(0).read()).isFalse();
        assertThat(of(STRANGER)).isEmpty();
        as(other, () -> {
            myAlerts.readAll();
            return null;
        });
        assertThat(of(other).get(0).read()).isTrue();
    }

    @Test
    void what_lost_its_point_during_the_night_disturbs_nobody() {
        at(LocalDateTime.of(2027, 4, 30, 3, 0));
        ladder.sweep();
        as(people.actor("an"), () -> {
            terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, LocalDate.of(2027, 4, 29), "Vraag om aanvulling");
            return null;
        });

        at(LocalDateTime.of(2027, 4, 30, 9, 0));
        deliverAlerts.deliverDue();

        assertThat(mine("an")).isEmpty();
        assertThat(states()).containsExactly("NIET_NODIG");
    }

    @Test
    void while_the_term_stands_still_no_step_is_taken_and_nobody_is_told() {
        as(people.actor("an"), () -> {
            terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, START.plusDays(10), "Vraag om aanvulling");
            return null;
        });

        at(LocalDateTime.of(2027, 9, 1, 9, 0));
        ladder.sweep();

        assertThat(states()).isEmpty();
    }

    @Test
    void after_a_week_of_standstill_each_step_is_told_once_in_the_order_in_which_they_came() {
        at(LocalDateTime.of(2027, 7, 5, 9, 0));
        ladder.sweep();
        ladder.sweep();
        deliverAlerts.deliverDue();

        assertThat(jdbc.sql("select percent || ' ' || came_on from alert where dossier = ? and state = 'BEZORGD' order by came_on, percent").param(dossier)
                .query(String.class).list()).containsExactly("50 2027-04-30", "75 2027-05-30", "90 2027-06-17", "100 2027-06-30");
    }

    private void at(LocalDateTime moment) {
        clock.moveTo(moment.atZone(MovableClock.BRUSSELS).toInstant());
    }

    private List<String> states() {
        return jdbc.sql("select state from alert where dossier = ?").param(dossier).query(String.class).list();
    }

    private List<MyAlerts.Alert> mine(String person) {
        return of(people.actor(person));
    }

    private List<MyAlerts.Alert> of(Actor actor) {
        return as(actor, () -> myAlerts.list(10_000)).stream().filter(alert -> alert.dossier().equals(dossier)).toList();
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return currentActor.as(actor, work);
    }
}
