package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.AtOnce;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.KeptOutInTests;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.RecognitionFile;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Three times as many people as connections act in the same moment: each waits for a connection at most once, and gets one. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
class FewConnectionsTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static final int LEFT = 4;
    private static final int PEOPLE = 12;
    private static final String BRAM_DRAFTED = "Bram De Smet stelde de bestreden beslissing op.";
    private static int undertakings = 3_800;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private KeptOutInTests rule;
    @Autowired private AuditLog audit;
    @Autowired private ClaimTask claimTask;
    @Autowired private ShowTask showTask;
    @Autowired private SendTaskForm sendTaskForm;
    @Autowired private RecognitionFile file;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private DataSource data;

    private final List<Connection> elsewhere = new ArrayList<>();
    private final List<String> dossiers = new ArrayList<>();
    private HikariDataSource pool;
    private long longestWait;

    @BeforeEach
    void four_connections_are_left() throws SQLException {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        for (int i = 0; i < PEOPLE; i++) {
            dossiers.add(acts.file(people.actor("els"), InventedApplications.make(undertakings++, RECEIVED, true), "PAPIER", RECEIVED, List.of()));
        }
        pool = data.unwrap(HikariDataSource.class);
        longestWait = pool.getConnectionTimeout();
        // What others have in hand.
        for (int i = LEFT; i < pool.getMaximumPoolSize(); i++) {
            elsewhere.add(pool.getConnection());
        }
        pool.setConnectionTimeout(10_000);
    }

    @AfterEach
    void all_are_back() throws SQLException {
        pool.setConnectionTimeout(longestWait);
        for (Connection connection : elsewhere) {
            connection.close();
        }
        rule.forget();
        clock.release();
    }

    @Test
    void all_send_their_form() {
        Map<String, Map<String, Object>> forms = new HashMap<>();
        dossiers.forEach(dossier -> {
            String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
            Map<String, Object> form = currentActor.as(people.actor("an"), () -> new HashMap<>(showTask.show(task).values()));
            form.putAll(TypedForms.complete());
            forms.put(task, form);
        });

        var answers = AtOnce.all(List.copyOf(forms.keySet()), task -> currentActor.as(people.actor("an"), () -> sendTaskForm.send(task, UUID.randomUUID(), forms.get(task))));

        assertThat(answers.lost()).isEmpty();
        assertThat(answers.won()).hasSize(PEOPLE).containsOnly(SendTaskForm.Result.DONE);
    }

    @Test
    void all_are_refused_and_the_timeline_tells_it() {
        List<String> tasks = dossiers.stream().map(dossier -> acts.task(dossier, "UserTask_VolledigheidNagaan")).toList();
        dossiers.forEach(dossier -> rule.keepOut(dossier, Map.of("bram", BRAM_DRAFTED)));

        var answers = AtOnce.all(tasks, task -> currentActor.as(people.actor("bram"), () -> {
            claimTask.claim(task);
            return task;
        }));

        assertThat(answers.won()).isEmpty();
        assertThat(answers.lost()).hasSize(PEOPLE).allSatisfy(refused -> assertThat(refused).isInstanceOf(Refused.class).hasMessage("inbox.conflict"));
        assertThat(dossiers).allSatisfy(dossier -> assertThat(audit.of(dossier)).extracting(AuditLog.Line::action).containsOnlyOnce(RefusedAttempts.ACTION));
    }

    @Test
    void all_open_the_application() {
        var answers = AtOnce.all(dossiers, dossier -> currentActor.as(people.actor("an"), () -> file.of(dossier)));

        assertThat(answers.lost()).isEmpty();
        assertThat(answers.won()).hasSize(PEOPLE).allMatch(Optional::isPresent);
    }
}
