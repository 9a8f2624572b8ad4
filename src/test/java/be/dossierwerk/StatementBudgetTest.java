package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.casework.SigningPile;
import be.dossierwerk.deadline.LapseBoard;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many SQL statements a use case may send, however many rows there are. A budget that grows is a design that changed:
 * raise it on purpose, never to make the test pass. The statements of the engine count too.
 */
@DossierwerkTest
class StatementBudgetTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static int undertakings = 400;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private SendTaskForm sendTaskForm;
    @Autowired private RecognisedUndertakings register;
    @Autowired private SigningPile pile;
    @Autowired private LapseBoard lapses;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    @BeforeEach
    void a_day_in_june() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void lists_cost_the_same_for_one_row_and_for_many() {
        for (int i = 0; i < 5; i++) {
            file();
        }
        as("an", 1, () -> openWork.list(OpenWork.Tab.GROUPS, OpenWork.Filter.NONE, null, 0, 50));
        as("an", 1, () -> openWork.counts(OpenWork.Filter.NONE));
        as("karel", 1, () -> pile.all());
        as("an", 1, () -> register.search("", null, null, 0, 50));
        as("an", 4, () -> lapses.all());
    }

    @Test
    void filing_an_application() {
        Application application = InventedApplications.make(undertakings++, RECEIVED, true);
        as("els", 68, () -> acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application)));
    }

    @Test
    void opening_and_sending_a_task() {
        String dossier = file();
        String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
        Map<String, Object> raw = new HashMap<>();
        // Two of them ask who is kept out: by an appeal, by a complaint; one keeps what the table was asked; one whether the dossier is sensitive.
        // Of the sending, two record what changed and two where the tokens went.
        as("an", 14, () -> raw.putAll(showTask.show(task).values()));
        raw.putAll(TypedForms.complete());
        as("an", 98, () -> sendTaskForm.send(task, UUID.randomUUID(), raw));
    }

    private String file() {
        Application application = InventedApplications.make(undertakings++, RECEIVED, true);
        return acts.file(people.actor("els"), application, "PAPIER", RECEIVED, List.of());
    }

    private void as(String person, int budget, Runnable work) {
        currentActor.as(people.actor(person), () -> {
            List<String> sent = CountedStatements.of(work);
            assertThat(sent).as("%d statements, budget %d", sent.size(), budget).hasSizeLessThanOrEqualTo(budget);
            return null;
        });
    }
}
