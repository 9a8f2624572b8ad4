package be.dossierwerk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.EndAbsence;
import be.dossierwerk.inbox.RecordAbsence;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain of a dossier while the engine works on it: tasks that people send, jobs that nobody sends, and what belongs to no dossier. */
@DossierwerkTest
class AuditJourneyTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);
    private static int undertakings = 3_500;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ClaimTask claimTask;
    @Autowired private Colleagues colleagues;
    @Autowired private RecordAbsence recordAbsence;
    @Autowired private EndAbsence endAbsence;
    @Autowired private AuditLog audit;
    @Autowired private CollectChanges collect;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

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
    void what_a_task_changed_stands_right_behind_the_act_in_the_name_of_who_sent_it() {
        Application application = InventedApplications.make(undertakings++, RECEIVED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, List.of());
        jobs.run();
        String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
        as("an", () -> {
            claimTask.claim(task);
            return null;
        });
        assertThat(last(dossier).changes()).singleElement().satisfies(claimed -> {
            assertThat(claimed.table()).isEqualTo("inbox_row");
            assertThat(claimed.before()).containsEntry("assignee", null);
            assertThat(claimed.after()).containsEntry("assignee", "an");
        });

        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());

        Chains.assertWhole(jdbc, dossier);
        // The letter of this task goes out behind it, in the name of the product.
        assertThat(Chains.rows(jdbc, dossier)).filteredOn(row -> row.actor().equals("an")).last().satisfies(row -> assertThat(row.action()).isEqualTo(AuditLog.FACTS));
        assertThat(audit.facts(dossier).stream().filter(facts -> facts.actor().equals("an")).reduce((before, after) -> after).orElseThrow().changes()).extracting(AuditLog.Change::table).contains("completeness", "inbox_row", "inbox_done");
        assertThat(audit.facts(dossier)).flatExtracting(AuditLog.Facts::changes).extracting(AuditLog.Change::table).contains("dossier", "party", "recognition", "term", "letter");
        assertThat(audit.facts(dossier)).allSatisfy(facts -> assertThat(facts.application()).as("nothing came by hand").isIn(null, "dossierwerk"));
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::action).doesNotContain(AuditLog.FACTS, AuditLog.OUTSIDE);

        // A letter that goes out meanwhile changes rows too, until its transaction ends.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            collect.collect();
            assertThat(jdbc.sql("select count(*) from row_change where dossier = ?").param(dossier).query(Long.class).single()).isZero();
        });
        Chains.assertWhole(jdbc, dossier);
    }

    @Test
    void rights_and_absences_are_told_in_the_chain_of_the_department() {
        long before = Chains.rows(jdbc, AuditLog.DEPARTMENT).size();
        colleagues.know(new Actor("nieuw", "Nora Nieuw", Set.of(Roles.INTAKE)));
        colleagues.know(new Actor("nieuw", "Nora Nieuw", Set.of(Roles.INTAKE)));
        colleagues.know(new Actor("nieuw", "Nora Nieuw", Set.of(Roles.INTAKE, Roles.HANDLER)));

        assertThat(since(before)).filteredOn(row -> row.action().equals("RECHTEN_GEZIEN")).hasSize(2).last().satisfies(row -> assertThat(row.content()).contains("Nora Nieuw heeft nu deze rollen"));
        assertThat(last(AuditLog.DEPARTMENT).changes()).last().satisfies(right -> {
            assertThat(right.table()).isEqualTo("inbox_colleague");
            assertThat(right.before()).isEqualTo(java.util.Map.of("roles", Roles.INTAKE));
        });

        // Nobody is to propose her in other tests.
        jdbc.sql("delete from inbox_colleague where id = 'nieuw'").update();

        String away = people.actor("an").id();
        String substitute = people.all().stream().filter(each -> !each.id().equals(away) && each.has(Roles.HANDLER)).findFirst().orElseThrow().id();
        colleagues.know(people.actor("an"));
        colleagues.know(people.actor(substitute));
        long absence = as("an", () -> recordAbsence.record(away, RECEIVED.plusYears(3), RECEIVED.plusYears(3).plusDays(2), substitute));
        as("an", () -> {
            endAbsence.end(absence);
            return null;
        });
        assertThat(since(before)).extracting(Chains.Row::action).contains("AFWEZIGHEID_GENOTEERD", "AFWEZIGHEID_BEEINDIGD");
        jdbc.sql("delete from inbox_absence where id = ?").param(absence).update();
        Chains.assertWhole(jdbc, AuditLog.DEPARTMENT);
    }

    private List<Chains.Row> since(long before) {
        return Chains.rows(jdbc, AuditLog.DEPARTMENT).stream().filter(row -> row.seq() > before).toList();
    }

    private AuditLog.Facts last(String dossier) {
        List<AuditLog.Facts> facts = audit.facts(dossier);
        return facts.get(facts.size() - 1);
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }
}
