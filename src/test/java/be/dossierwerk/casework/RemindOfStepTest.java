package be.dossierwerk.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.alert.DeliverAlerts;
import be.dossierwerk.alert.MyAlerts;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reminder that a manager draws, on the engine: fourteen days before the end of T-REC-02, which takes seventy days from 1 March 2027. */
@DossierwerkTest
class RemindOfStepTest {

    private static final LocalDate START = LocalDate.of(2027, 3, 1);

    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private AuditLog audit;
    @Autowired private MyAlerts myAlerts;
    @Autowired private DeliverAlerts deliverAlerts;
    @Autowired private RepositoryService repository;
    @Autowired private RuntimeService runtime;
    @Autowired private TaskService tasks;
    @Autowired private ManagementService management;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private ClaimTask claim;
    @Autowired private MovableClock clock;
    private String deployment;
    private String dossier;

    @BeforeEach
    void a_dossier_that_follows_the_drawn_reminder() throws Exception {
        at(START.atTime(10, 0));
        deployment = repository.createDeployment().addString("bpmn/proef-herinnering/proef-herinnering.bpmn",
                Files.readString(Path.of("src/test/resources/lint/proef-herinnering.bpmn"))).deploy().getId();
        dossier = as("an", () -> {
            String number = dossiers.open(new Dossiers.NewDossier("erkenning", "ERK", "Poetsdienst Herinnering", "0566988259", "Aalst", "PAPIER", START, "an", null));
            terms.start(number, "T-REC-02", START);
            runtime.startProcessInstanceByKey("proef-herinnering", number);
            return number;
        });
    }

    @AfterEach
    void nothing_is_left() {
        clock.release();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void the_handler_is_reminded_once_in_words_of_the_diagram_until_the_task_is_done() {
        LocalDate end = terms.due(dossier, "T-REC-02");
        assertThat(timers()).singleElement().satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo(
                java.util.Date.from(end.minusDays(13).atStartOfDay(MovableClock.BRUSSELS).toInstant())));

        at(end.minusDays(13).atTime(9, 30));
        fire();
        deliverAlerts.deliverDue();

        assertThat(timers()).isEmpty();
        assertThat(mine("an")).singleElement().satisfies(alert -> {
            assertThat(alert.sentence()).isEqualTo("Aan het advies herinneren. De taak \"Advies afwachten\" staat nog open.");
            assertThat(alert.ofTerm()).isFalse();
        });
        assertThat(mine("bram")).isEmpty();
        assertThat(reminders()).isEqualTo(1);

        // Begun anew, the step hangs a clock whose day is past: it rings at once, and nobody hears it twice.
        done(false);
        assertThat(timers()).hasSize(1);
        fire();
        deliverAlerts.deliverDue();
        assertThat(timers()).isEmpty();
        assertThat(reminders()).isEqualTo(1);
        assertThat(mine("an")).as("of the task that was done").isEmpty();

        done(true);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(dossier).count()).isZero();
    }

    @Test
    void who_took_the_task_is_reminded_instead() {
        as("bram", () -> {
            claim.claim(tasks.createTaskQuery().processInstanceBusinessKey(dossier).singleResult().getId());
            return null;
        });
        at(terms.due(dossier, "T-REC-02").minusDays(13).atTime(9, 30));
        fire();
        deliverAlerts.deliverDue();

        assertThat(mine("bram")).hasSize(1);
        assertThat(mine("an")).isEmpty();
    }

    private List<Job> timers() {
        return management.createJobQuery().processDefinitionKey("proef-herinnering").timers().list();
    }

    private void fire() {
        timers().forEach(timer -> management.executeJob(timer.getId()));
    }

    private void done(boolean agreed) {
        as("an", () -> {
            tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(dossier).singleResult().getId(), Map.of("akkoord", agreed));
            return null;
        });
    }

    private long reminders() {
        return audit.of(dossier).stream().filter(line -> line.action().equals("STAP_HERINNERD"))
                .peek(line -> assertThat(line.sentence()).isEqualTo("De procedure herinnerde aan \"Aan het advies herinneren\".")).count();
    }

    private List<MyAlerts.Alert> mine(String person) {
        return as(person, () -> myAlerts.list(10_000).stream().filter(alert -> alert.dossier().equals(dossier)).toList());
    }

    private void at(LocalDateTime moment) {
        clock.moveTo(moment.atZone(MovableClock.BRUSSELS).toInstant());
    }

    private <T> T as(String person, Supplier<T> act) {
        return currentActor.as(people.actor(person), act);
    }
}
