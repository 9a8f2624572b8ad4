package be.dossierwerk.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.AcknowledgeLapse;
import be.dossierwerk.deadline.LapseBoard;
import be.dossierwerk.deadline.LapseBoard.Lapse;
import be.dossierwerk.deadline.LapseGround;
import be.dossierwerk.deadline.LapseMark;
import be.dossierwerk.deadline.StopLapse;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The four months of a formal notice on the real engine: silence takes effect, unless two people stopped the countdown. */
@DossierwerkTest
class GuardedSilenceTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SERVED = LocalDate.of(2027, 3, 4);
    /** 4 July is a Sunday. */
    private static final LocalDate LAST = LocalDate.of(2027, 7, 5);
    private static int undertakings = 800;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private GiveFormalNotice giveFormalNotice;
    @Autowired private LapseBoard board;
    @Autowired private AcknowledgeLapse acknowledgeLapse;
    @Autowired private StopLapse stopLapse;
    @Autowired private AuditLog audit;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private HistoryService history;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void silence_takes_effect_after_four_months_and_the_board_says_since_when() {
        String dossier = noticed();
        assertThat(lapse(dossier)).satisfies(lapse -> {
            assertThat(lapse.due()).isEqualTo(LAST);
            assertThat(lapse.handlerName()).isEqualTo("An Peeters");
            assertThat(lapse.effect()).isEqualTo("Het stilzwijgen geldt als een weigering waartegen beroep openstaat.");
        });
        as("an", () -> acknowledgeLapse.acknowledge(lapse(dossier).term(), LapseMark.START));
        at(LAST, LocalTime.of(23, 30));
        assertThat(silences(dossier)).isZero();
        assertThat(lapse(dossier).open()).hasSize(4);

        at(LAST.plusDays(1), LocalTime.of(0, 5));

        assertThat(silences(dossier)).isEqualTo(1);
        assertThat(lapse(dossier).silentSince()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    void a_stopped_countdown_never_notes_silence() {
        String dossier = noticed();
        stop(dossier);

        assertThat(all()).noneMatch(lapse -> lapse.dossier().equals(dossier));
        at(LAST.plusDays(1), LocalTime.of(0, 5));
        at(LAST.plusYears(1), LocalTime.of(9, 0));
        assertThat(silences(dossier)).isZero();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance(dossier)).activityId("ServiceTask_StilzwijgenVaststellen")
                .count()).isZero();
    }

    @Test
    void a_new_notice_after_a_stopped_one_notes_silence_once() {
        String dossier = noticed();
        stop(dossier);
        LocalDate anew = SERVED.plusDays(30);
        at(anew, LocalTime.of(9, 0));
        as("els", () -> giveFormalNotice.give(dossier, anew));
        LocalDate last = lapse(dossier).due();

        at(last.plusDays(1), LocalTime.of(0, 5));

        assertThat(silences(dossier)).isEqualTo(1);
    }

    /** A complete file of An, and a notice served on the day after. */
    private String noticed() {
        at(RECEIVED, LocalTime.of(9, 0));
        Application application = InventedApplications.make(undertakings++, RECEIVED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        at(RECEIVED.plusDays(2), LocalTime.of(9, 0));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        at(SERVED, LocalTime.of(9, 0));
        as("els", () -> giveFormalNotice.give(dossier, SERVED));
        return dossier;
    }

    private void stop(String dossier) {
        as("tom", () -> stopLapse.propose(lapse(dossier).term(), LapseGround.AANMANING_INGETROKKEN, "De aanvrager trok de aanmaning in."));
        as("joke", () -> stopLapse.confirm(lapse(dossier).term(), lapse(dossier).proposal().id()));
    }

    private Lapse lapse(String dossier) {
        return all().stream().filter(lapse -> lapse.dossier().equals(dossier)).findFirst().orElseThrow();
    }

    private List<Lapse> all() {
        return asking("ann", () -> board.all());
    }

    private long silences(String dossier) {
        return audit.of(dossier).stream().filter(line -> line.action().equals("STILZWIJGEN")).count();
    }

    private String instance(String dossier) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier).processDefinitionKey(RecognitionModel.PROCESS)
                .singleResult().getId();
    }

    private void as(String person, Runnable work) {
        asking(person, () -> {
            work.run();
            return null;
        });
    }

    private <T> T asking(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }
}
