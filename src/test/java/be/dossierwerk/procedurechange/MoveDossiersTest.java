package be.dossierwerk.procedurechange;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.CollectChanges;
import be.dossierwerk.engine.CannotFollow;
import be.dossierwerk.engine.CannotFollow.Reason;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.MoveDossiers.Fate;
import be.dossierwerk.engine.MoveDossiers.Moved;
import be.dossierwerk.engine.RehearsePublication;
import be.dossierwerk.engine.TaskMoved;
import be.dossierwerk.engine.Timers;
import be.dossierwerk.inbox.FormSchema;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Running dossiers and another version of their procedure, one thing at a time. */
@DossierwerkTest
@TestPropertySource(properties = {"dossierwerk.procedurechange.move-round=PT10H", "dossierwerk.procedurechange.rehearsal-page=2", "logging.level.be.dossierwerk=warn"})
class MoveDossiersTest {

    private static final LocalDate DAY = LocalDate.of(2028, 3, 6);
    private static final String FORM = "forms/klacht/klacht-onderzoeken.form";
    private static final int BUDGET = 77;
    private static int changes;

    @Autowired private ConfigurableApplicationContext spring;
    @Autowired private MoveDossier moveDossier;
    @Autowired private MoveBatch moveBatch;
    @Autowired private MoveProgress progress;
    @Autowired private ImpactOfChange impactOfChange;
    @Autowired private ImpactReport impactReport;
    @Autowired private Timers timers;
    @Autowired private AuditLog audit;
    @Autowired private CollectChanges collectChanges;
    @Autowired private OpenWork openWork;
    @Autowired private TransactionTemplate transactions;
    @Autowired private ProcessEngine engine;
    @Autowired private JdbcClient jdbc;

    private MoveDesk desk;
    private DiagramSet set;
    private String base;

    @BeforeEach
    void publish_the_product_s_own() {
        desk = new MoveDesk(spring);
        set = desk.set(desk.published());
        base = desk.deploy(set);
    }

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void a_reminder_that_was_sent_is_not_sent_again_by_a_version_without_it_and_back() {
        String dossier = waitingForMissingItems();
        desk.at(DAY.plusDays(40));
        int letters = letters(dossier);
        assertThat(desk.timers(dossier)).singleElement().asString().startsWith("Timer_TweedeMaandVoorbij");
        List<String> before = desk.timers(dossier);

        move(dossier, desk.deploy(set));
        assertThat(desk.timers(dossier)).isEqualTo(before);
        move(dossier, desk.deploy(withoutReminder(set)));
        assertThat(desk.timers(dossier)).isEqualTo(before);
        Moved back = move(dossier, base);
        assertThat(back.timers()).filteredOn(timer -> timer.element().equals("Timer_Herinnering")).singleElement().matches(timer -> timer.fate() == Fate.AFGEGAAN);
        assertThat(desk.timers(dossier)).isEqualTo(before);
        assertThat(timers.lost(List.of(dossier))).isEmpty();
        desk.at(DAY.plusDays(41));
        assertThat(letters(dossier)).isEqualTo(letters);
    }

    @Test
    void a_reminder_that_was_not_sent_yet_comes_back_with_its_date() {
        String dossier = waitingForMissingItems();
        List<String> before = desk.timers(dossier);
        assertThat(before).hasSize(2);
        Moved away = move(dossier, desk.deploy(withoutReminder(set)));
        assertThat(away.timers()).extracting("fate").containsExactlyInAnyOrder(Fate.VERVALT, Fate.BLIJFT);
        assertThat(desk.timers(dossier)).hasSize(1);
        assertThat(move(dossier, base).timers()).extracting("fate").containsExactlyInAnyOrder(Fate.NIEUW, Fate.BLIJFT);
        assertThat(desk.timers(dossier)).isEqualTo(before);
    }

    @Test
    void a_delay_that_was_told_once_is_not_told_again() {
        String dossier = desk.complaint(DAY);
        desk.at(DAY.plusDays(60));
        int letters = letters(dossier);
        assertThat(desk.timers(dossier)).isEmpty();
        move(dossier, desk.deploy(set));
        assertThat(desk.timers(dossier)).isEmpty();
        desk.at(DAY.plusDays(61));
        assertThat(letters(dossier)).isEqualTo(letters);
    }

    @Test
    void only_the_timer_that_asks_for_something_else_moves() {
        String dossier = waitingForMissingItems();
        List<String> before = desk.timers(dossier);
        Moved moved = move(dossier, desk.deploy(MoveDesk.with(set, MoveDesk.VOLLEDIGHEID, "deadlines.endOf('T-REC-04', ", "deadlines.before('T-REC-04B', 7, ")));
        assertThat(moved.timers()).extracting("element", "fate").containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("Timer_Herinnering", Fate.ANDERE_DATUM),
                org.assertj.core.groups.Tuple.tuple("Timer_TweedeMaandVoorbij", Fate.BLIJFT));
        List<String> after = desk.timers(dossier);
        assertThat(after).hasSize(2).contains(before.get(1)).doesNotContain(before.get(0));
        LocalDate second = LocalDate.parse(before.get(1).split(" ")[1]);
        assertThat(after.get(0)).isEqualTo("Timer_Herinnering " + second.minusDays(7));
        move(dossier, base);
        assertThat(desk.timers(dossier)).isEqualTo(before);
    }

    @Test
    void a_task_for_others_changes_lists_and_who_may_no_longer_do_it_gives_it_back_with_what_was_typed() {
        String dossier = examined();
        desk.claim("an", dossier, "UserTask_OndernemingsplanBeoordelen");
        desk.claim("an", dossier, "UserTask_BronnenNagaan");
        desk.draft("an", dossier, "UserTask_OndernemingsplanBeoordelen", Map.of("motivering", "Het plan is"));
        String plan = desk.task(dossier, "UserTask_OndernemingsplanBeoordelen");
        Moved moved = move(dossier, desk.deploy(MoveDesk.harmless(set)));
        assertThat(moved.tasks()).singleElement().matches(task -> task.before().group().equals("dc-dossierbehandelaar") && task.after().group().equals("dc-jurist"));
        OpenWork.Row row = openWork.find(plan).orElseThrow();
        assertThat(row.groups()).containsExactly("dc-jurist");
        assertThat(row.isFree()).isTrue();
        assertThat(openWork.find(desk.task(dossier, "UserTask_BronnenNagaan")).orElseThrow().assignee()).isEqualTo("an");
        assertThat(audit.of(dossier)).extracting(AuditLog.Line::sentence)
                .contains("De taak \"Ondernemingsplan beoordelen\" ging van An Peeters terug naar de groep: in de nieuwe versie van de procedure is ze voor Jurist.");
        assertThat(desk.<List<String>>as("joke", () -> openWork.list(OpenWork.Tab.GROUPS, new OpenWork.Filter(null, null, dossier), null, 0, 50).stream().map(OpenWork.Row::taskId).toList())).contains(plan);
        assertThat(desk.<List<String>>as("bram", () -> openWork.list(OpenWork.Tab.GROUPS, new OpenWork.Filter(null, null, dossier), null, 0, 50).stream().map(OpenWork.Row::taskId).toList())).doesNotContain(plan);
        assertThat(desk.<Map<String, Object>>as("joke", () -> desk.bean(ShowTask.class).show(plan).values())).containsEntry("motivering", "Het plan is");
        assertThatThrownBy(() -> desk.claim("bram", dossier, "UserTask_OndernemingsplanBeoordelen")).isInstanceOf(Refused.class);
        desk.claim("joke", dossier, "UserTask_OndernemingsplanBeoordelen");
    }

    @Test
    void the_form_of_the_new_version_counts_for_open_tasks_too_and_the_old_one_again_after_the_return() {
        String dossier = researched();
        DiagramSet proposed = MoveDesk.with(set, FORM, "Met wie u sprak", "Wie u hoorde");
        assertThat(desk.bean(DiagramGate.class).findings(proposed)).isEmpty();
        Map<String, Set<String>> before = desk.all(dossier);
        before.remove("definition");
        Proposal proposal = new Proposal(change(), set, proposed);
        desk.does("pieter", () -> impactOfChange.compute(proposal));
        assertThat(impactReport.of(proposal.change()).orElseThrow()).matches(summary -> summary.state() == ImpactReport.State.KLAAR, "the gate lets the forms through");
        assertThat(lines(proposal, ImpactReport.Kind.VOLGT)).contains(dossier);
        assertThat(versionOfTasks(dossier)).containsExactly(base);
        assertThat(labels(dossier)).contains("Met wie u sprak");

        String to = desk.deploy(proposed);
        begin(to, Rollout.GEKOZEN, Set.of(dossier));
        moveBatch.work();
        assertThat(versionOfTasks(dossier)).containsExactly(to);
        assertThat(labels(dossier)).contains("Wie u hoorde").doesNotContain("Met wie u sprak");
        Map<String, Set<String>> there = desk.all(dossier);
        there.remove("definition");
        assertThat(there).isEqualTo(before);

        move(dossier, base);
        assertThat(versionOfTasks(dossier)).containsExactly(base);
        assertThat(labels(dossier)).contains("Met wie u sprak").doesNotContain("Wie u hoorde");
    }

    @Test
    void each_reason_to_stay_behind_is_said_and_the_dossier_is_as_it_was() {
        String dossier = researched();
        Map<String, Set<String>> before = desk.all(dossier);
        stays(dossier, renamed(set), Reason.STAP_WEG, "Klacht onderzoeken");
        stays(dossier, otherKind(set), Reason.STAP_ANDERS, "Klacht onderzoeken");
        stays(dossier, wrapped(set), Reason.STAP_ELDERS, "Klacht onderzoeken");
        Map<String, byte[]> gone = new HashMap<>();
        gone.put(MoveDesk.KLACHT, null);
        stays(dossier, set.with(gone), Reason.PROCEDURE_WEG, "Klacht");
        assertThat(desk.all(dossier)).isEqualTo(before);

        jdbc.sql("update act_ru_job set retries_ = 0 where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)").param(dossier).update();
        stays(dossier, MoveDesk.harmless(set), Reason.WERK_MISLUKT, "Termijn verstreken");
        jdbc.sql("update act_ru_job set retries_ = 4, lock_owner_ = 'node', lock_exp_time_ = timestamp '2999-01-01' where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)")
                .param(dossier).update();
        stays(dossier, MoveDesk.harmless(set), Reason.WERK_BEZIG);
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where process_instance_id_ in (select id_ from act_ru_execution where business_key_ = ?)").param(dossier).update();
        assertThat(desk.all(dossier)).isEqualTo(before);
        move(dossier, desk.deploy(MoveDesk.harmless(set)));
    }

    @Test
    void a_fault_half_way_leaves_all_of_the_dossier_on_the_old_version() {
        String dossier = desk.recognition(DAY, false);
        Map<String, Set<String>> before = desk.all(dossier);
        assertThat(before.get("definition")).hasSize(2);
        String to = desk.deploy(MoveDesk.with(set, MoveDesk.VOLLEDIGHEID, "name=\"Volledigheid nagaan\"", "name=\"Volledigheid bekijken\""));
        while_(moved -> {
            throw new IllegalStateException("a fault in the middle");
        }, () -> {
            String change = begin(to, Rollout.GEKOZEN, Set.of(dossier));
            moveBatch.work();
            assertThat(left(change)).singleElement().matches(left -> left.reason() == Reason.FOUT && left.facts().isEmpty());
        });
        assertThat(desk.all(dossier)).isEqualTo(before);
    }

    @Test
    void work_that_is_done_at_that_moment_is_done_once_and_the_dossier_is_whole() throws Exception {
        String to = desk.deploy(MoveDesk.harmless(set));
        base = desk.deploy(set);
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            dossiers.add(desk.recognition(DAY, true));
        }
        String change = begin(to, Rollout.GEKOZEN, Set.copyOf(dossiers));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        done.add(pool.submit(() -> {
            together.await();
            return moveBatch.work();
        }));
        done.add(pool.submit(() -> {
            together.await();
            return moveBatch.work();
        }));
        done.add(pool.submit(() -> {
            together.await();
            for (int i = dossiers.size() - 1; i >= 0; i--) {
                desk.send("an", dossiers.get(i), "UserTask_VolledigheidNagaan", complete());
            }
            return null;
        }));
        together.countDown();
        for (Future<?> each : done) {
            each.get();
        }
        pool.shutdown();
        // Who was busy for both of them is tried in the next round.
        moveBatch.work();
        assertThat(left(change)).isEmpty();
        assertThat(progress.of(change).orElseThrow()).matches(run -> run.moved() == 12 && run.state() == MoveProgress.State.KLAAR);
        for (String dossier : dossiers) {
            assertThat(deployments(dossier)).as(dossier).containsExactly(to);
            assertThat(desk.open(dossier)).containsExactly("UserTask_BronnenNagaan", "UserTask_OndernemingsplanBeoordelen", "UserTask_WaarborgNagaan");
            assertThat(openWork.ofDossier(dossier)).filteredOn(row -> row.taskKey().equals("UserTask_OndernemingsplanBeoordelen")).singleElement()
                    .matches(row -> row.groups().equals(Set.of("dc-jurist")));
            assertThat(movedLines(dossier)).hasSize(1);
        }
    }

    @Test
    void a_batch_goes_on_where_it_was_killed() {
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            dossiers.add(examined());
        }
        String to = desk.deploy(MoveDesk.harmless(set));
        String change = begin(to, Rollout.GEKOZEN, Set.copyOf(dossiers));
        int[] moved = {0};
        while_(event -> {
            if (++moved[0] == 3) {
                throw new OutOfMemoryError("killed");
            }
        }, () -> assertThatThrownBy(() -> moveBatch.work()).isInstanceOf(OutOfMemoryError.class));
        assertThat(progress.of(change).orElseThrow()).matches(run -> run.moved() == 2 && run.waiting() == 4 && run.state() == MoveProgress.State.BEZIG);
        // The job of the publication is tried again after the crash: nothing begins twice.
        moveBatch.begin(change, base, to, Rollout.GEKOZEN, Set.copyOf(dossiers), "pieter");
        assertThat(moveBatch.work()).isEqualTo(4);
        assertThat(progress.of(change).orElseThrow()).matches(run -> run.moved() == 6 && run.waiting() == 0 && run.state() == MoveProgress.State.KLAAR);
        assertThat(dossiers).allMatch(dossier -> movedLines(dossier).size() == 1 && deployments(dossier).equals(Set.of(to)));
        assertThat(movedLines(dossiers.get(0)).get(0)).matches("Dit dossier volgt vanaf nu versie \\d+ van de procedure, na wijziging " + change + "; geen enkele termijn veranderde\\.");
    }

    @Test
    void of_thirty_dossiers_one_stays_behind_and_the_others_go_and_come_back() {
        List<String> dossiers = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            dossiers.add(desk.complaint(DAY));
        }
        String behind = researched();
        Map<String, Set<String>> before = desk.all(behind);
        String to = desk.deploy(renamed(set));
        String change = begin(to, Rollout.ALLE, Set.of());
        MoveProgress.Run begun = progress.of(change).orElseThrow();
        assertThat(begun.waiting()).isGreaterThanOrEqualTo(30);
        desk.does("pieter", () -> moveBatch.stop(begun.id()));
        assertThat(moveBatch.work()).isZero();
        desk.does("pieter", () -> moveBatch.goOn(begun.id()));
        moveBatch.work();
        assertThat(left(change)).filteredOn(left -> left.dossier().equals(behind)).singleElement().matches(left -> left.reason() == Reason.STAP_WEG
                && left.facts().equals(List.of("Klacht onderzoeken")));
        assertThat(dossiers).allMatch(dossier -> deployments(dossier).equals(Set.of(to)));
        assertThat(desk.all(behind)).isEqualTo(before);

        String undone = change();
        moveBatch.begin(undone, to, base, Rollout.ALLE, Set.of(), "hilde");
        moveBatch.work();
        assertThat(dossiers).allMatch(dossier -> deployments(dossier).equals(Set.of(base)));
        assertThat(desk.all(behind)).isEqualTo(before);
    }

    @Test
    void who_began_with_an_older_version_stays_there_when_all_follow() {
        String older = researched();
        String first = desk.deploy(MoveDesk.harmless(set));
        String newer = researched();
        String to = desk.deploy(MoveDesk.with(MoveDesk.harmless(set), MoveDesk.KLACHT, "hoor iedereen.", "hoor iedereen die erbij was."));
        String change = change();
        moveBatch.begin(change, first, to, Rollout.ALLE, Set.of(), "pieter");
        moveBatch.work();
        assertThat(deployments(newer)).containsExactly(to);
        assertThat(deployments(older)).containsExactly(base);
        assertThat(left(change)).filteredOn(left -> left.dossier().equals(older)).singleElement().matches(left -> left.reason() == Reason.OUDERE_VERSIE);
    }

    @Test
    void who_still_waits_when_a_change_is_taken_back_stays_where_it_is() {
        String dossier = researched();
        String to = desk.deploy(MoveDesk.harmless(set));
        String change = begin(to, Rollout.ALLE, Set.of());
        String newer = researched();
        String undone = change();
        moveBatch.begin(undone, to, desk.deploy(set), Rollout.ALLE, Set.of(), "hilde");
        moveBatch.work();
        assertThat(deployments(dossier)).containsExactly(base);
        assertThat(left(change)).filteredOn(left -> left.dossier().equals(dossier)).singleElement().matches(left -> left.reason() == Reason.INGEHAALD);
        assertThat(left(undone)).noneMatch(left -> left.dossier().equals(dossier) || left.dossier().equals(newer));
        assertThat(deployments(newer)).doesNotContain(to);
        long overtaken = progress.of(change).orElseThrow().id();
        assertThatThrownBy(() -> desk.does("pieter", () -> moveBatch.again(overtaken))).isInstanceOf(Refused.class).hasMessage("procedurechange.move.overtaken");
    }

    @Test
    void who_still_waits_when_the_next_change_comes_follows_that_one() {
        String dossier = researched();
        DiagramSet first = MoveDesk.harmless(set);
        String between = desk.deploy(first);
        begin(between, Rollout.ALLE, Set.of());
        String to = desk.deploy(MoveDesk.with(first, MoveDesk.KLACHT, "hoor iedereen.", "hoor iedereen die erbij was."));
        moveBatch.begin(change(), between, to, Rollout.ALLE, Set.of(), "pieter");
        moveBatch.work();
        assertThat(deployments(dossier)).containsExactly(to);
    }

    @Test
    void the_rehearsal_says_what_the_move_does_and_leaves_nothing_behind() {
        String waiting = waitingForMissingItems();
        String examined = examined();
        desk.claim("an", examined, "UserTask_OndernemingsplanBeoordelen");
        String behind = researched();
        DiagramSet proposed = renamed(MoveDesk.harmless(set));
        Proposal proposal = new Proposal(change(), set, proposed);
        Map<String, String> before = database();
        int cached = cache();
        desk.does("pieter", () -> impactOfChange.compute(proposal));
        assertThat(database()).containsExactlyInAnyOrderEntriesOf(before);
        // It may have put others out, and leaves nothing of its own.
        assertThat(cache()).isLessThanOrEqualTo(cached);

        ImpactReport.Summary summary = impactReport.of(proposal.change()).orElseThrow();
        assertThat(summary.state()).as(summary.failure()).isEqualTo(ImpactReport.State.KLAAR);
        assertThat(summary.isOf(proposal)).isTrue();
        assertThat(summary.isOf(new Proposal(proposal.change(), set, set))).isFalse();
        assertThat(summary.done()).isEqualTo(summary.dossiers());
        assertThat(summary.keptTimers()).isEqualTo(summary.timers()).isPositive();
        assertThat(summary.terms()).isPositive();
        assertThat(lines(proposal, ImpactReport.Kind.VOLGT)).contains(waiting, examined).doesNotContain(behind);
        assertThat(impactReport.lines(proposal.change(), ImpactReport.Kind.BLIJFT, "", "", "STAP_WEG", 100_000)).extracting(ImpactReport.Line::dossier).contains(behind);
        assertThat(lines(proposal, ImpactReport.Kind.TIMER_NIEUW)).contains(waiting);
        assertThat(impactReport.lines(proposal.change(), ImpactReport.Kind.TAAK_GROEP, "", "", "", 100_000)).filteredOn(line -> line.dossier().equals(examined)).singleElement()
                .matches(line -> line.was().equals("dc-dossierbehandelaar") && line.becomes().equals("dc-jurist"));
        assertThat(impactReport.lines(proposal.change(), ImpactReport.Kind.TAAK_TERUG, "", "", "", 100_000)).extracting(ImpactReport.Line::dossier).contains(examined);
        assertThat(impactReport.lines(proposal.change(), ImpactReport.Kind.STAAT, "klacht", "UserTask_KlachtOnderzoeken", "", 100_000)).extracting(ImpactReport.Line::dossier).contains(behind);
        assertThat(impactReport.changedSteps(proposal)).anyMatch(step -> step.element().equals("UserTask_KlachtOnderzoeken") && step.how().equals("WEG") && step.dossiers() >= 1)
                .anyMatch(step -> step.element().equals("Timer_LaatsteHerinnering") && step.how().equals("NIEUW"));

        String to = desk.deploy(proposed);
        moveBatch.begin(proposal.change(), base, to, Rollout.ALLE, Set.of(), "pieter");
        moveBatch.work();
        MoveProgress.Run run = progress.of(proposal.change()).orElseThrow();
        assertThat(run.moved()).isEqualTo(summary.following());
        assertThat(run.left()).isEqualTo(summary.dossiers() - summary.following());
        String added = desk.timers(waiting).stream().filter(timer -> timer.startsWith("Timer_LaatsteHerinnering")).findFirst().orElseThrow();
        assertThat(impactReport.lines(proposal.change(), ImpactReport.Kind.TIMER_NIEUW, "volledigheid", "Timer_LaatsteHerinnering", "", 100_000))
                .filteredOn(line -> line.dossier().equals(waiting)).singleElement()
                .satisfies(line -> assertThat(java.time.Instant.parse(line.becomes()).atZone(java.time.ZoneId.systemDefault()).toLocalDate()).hasToString(added.split(" ")[1]));
    }

    @Test
    void a_rehearsal_deploys_once_however_many_dossiers_it_tries() {
        for (int i = 0; i < 5; i++) {
            examined();
        }
        Proposal proposal = new Proposal(change(), set, MoveDesk.harmless(set));
        List<String> sent = CountedStatements.of(() -> desk.does("pieter", () -> impactOfChange.compute(proposal)));
        ImpactReport.Summary summary = impactReport.of(proposal.change()).orElseThrow();
        assertThat(summary.done()).isEqualTo(summary.dossiers()).isGreaterThanOrEqualTo(5);
        assertThat(sent).filteredOn(statement -> statement.toLowerCase(Locale.ROOT).contains("insert into act_re_deployment")).hasSize(1);
    }

    /** Its own dossier is among those that the rehearsal moves: both want its lock and the one lock that every deployment takes. */
    @Test
    void a_rehearsal_and_a_publication_that_meet_wait_for_each_other_and_both_end() throws Exception {
        String publishing = desk.as("pieter", () -> desk.bean(StartChange.class).start("Werkwijze", "Wij werken zo.", MoveDesk.KLACHT));
        String diagram = "bpmn/procedurewijziging/procedurewijziging.bpmn";
        Proposal proposal = new Proposal(change(), set, MoveDesk.with(set, diagram, "Werk het ontwerp uit,", "Teken het ontwerp,"));
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?>[] rehearsal = new Future<?>[1];
        transactions.executeWithoutResult(status -> {
            audit.lock(publishing);
            rehearsal[0] = other.submit(() -> desk.does("pieter", () -> impactOfChange.compute(proposal)));
            Awaitility.with().pollInSameThread().await().atMost(Duration.ofMinutes(1)).until(() -> jdbc.sql("select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")
                    .query(Boolean.class).single());
            desk.deploy(set);
        });
        rehearsal[0].get();
        other.shutdown();
        assertThat(impactReport.of(proposal.change()).orElseThrow().state()).isEqualTo(ImpactReport.State.KLAAR);
        assertThat(lines(proposal, ImpactReport.Kind.VOLGT)).contains(publishing);
    }

    @Test
    void a_rehearsal_lets_go_of_its_deployment_when_somebody_waits_for_it() throws Exception {
        RehearsePublication rehearsal = desk.bean(RehearsePublication.class);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> publication = rehearsal.with(MoveDesk.harmless(set), () -> { }, stage -> {
            assertThat(stage.holdsUpOthers()).isFalse();
            Future<?> waiting = other.submit(() -> transactions.executeWithoutResult(status -> {
                desk.deploy(set);
                status.setRollbackOnly();
            }));
            Awaitility.with().pollInSameThread().await().atMost(Duration.ofMinutes(1)).until(stage::holdsUpOthers);
            return waiting;
        });
        publication.get();
        other.shutdown();
    }

    @Test
    void a_new_timer_of_the_past_is_told_beforehand() {
        String dossier = waitingForMissingItems();
        desk.at(DAY.plusDays(40));
        DiagramSet proposed = set.with(Map.of(MoveDesk.VOLLEDIGHEID, set.text(MoveDesk.VOLLEDIGHEID).orElseThrow().replace("Timer_Herinnering\"", "Timer_EersteHerinnering\"")
                .getBytes(StandardCharsets.UTF_8)));
        Proposal proposal = new Proposal(change(), set, proposed);
        desk.does("pieter", () -> impactOfChange.compute(proposal));
        assertThat(lines(proposal, ImpactReport.Kind.TIMER_METEEN)).contains(dossier);
    }

    @Test
    void a_move_sends_few_statements() {
        String first = waitingForMissingItems();
        String dossier = waitingForMissingItems();
        String to = desk.deploy(MoveDesk.harmless(set));
        move(first, to);
        begin(to, Rollout.GEKOZEN, Set.of(dossier));
        List<String> sent = CountedStatements.of(() -> moveBatch.work());
        assertThat(deployments(dossier)).containsExactly(to);
        assertThat(sent).as("%d statements, budget %d", sent.size(), BUDGET).hasSizeLessThanOrEqualTo(BUDGET);
    }

    @Test
    void what_the_gate_refuses_is_not_rehearsed() {
        Proposal proposal = new Proposal(change(), set, MoveDesk.with(set, MoveDesk.KLACHT, "${sendAnswerDelegate}", "${''.getClass()}"));
        Proposal ofForm = new Proposal(change(), set, MoveDesk.with(set, FORM, "\"showOutline\": false", "\"showOutline\": false, \"src\": \"elders\""));
        researched();
        Map<String, String> before = database();
        for (Proposal refused : List.of(proposal, ofForm)) {
            desk.does("pieter", () -> impactOfChange.compute(refused));
            assertThat(impactReport.of(refused.change()).orElseThrow().state()).isEqualTo(ImpactReport.State.MISLUKT);
        }
        assertThat(database()).containsExactlyInAnyOrderEntriesOf(before);
        assertThatThrownBy(() -> desk.does("an", () -> impactOfChange.compute(proposal))).isInstanceOf(Refused.class);
    }

    private Moved move(String dossier, String deployment) {
        return transactions.execute(status -> moveDossier.move(dossier, deployment));
    }

    private void stays(String dossier, DiagramSet to, Reason reason, String... facts) {
        String deployment = desk.deploy(to);
        assertThatThrownBy(() -> move(dossier, deployment)).isInstanceOfSatisfying(CannotFollow.class, why -> {
            assertThat(why.reason()).isEqualTo(reason);
            assertThat(why.facts()).containsExactly(facts);
        });
    }

    private String begin(String to, Rollout rollout, Set<String> chosen) {
        String change = change();
        moveBatch.begin(change, base, to, rollout, chosen, "pieter");
        return change;
    }

    private static String change() {
        return "DC-WIJ-2028-%05d".formatted(++changes);
    }

    private List<MoveProgress.Left> left(String change) {
        return progress.left(progress.of(change).orElseThrow().id(), 100_000);
    }

    private List<String> lines(Proposal proposal, ImpactReport.Kind kind) {
        return impactReport.lines(proposal.change(), kind, "", "", "", 100_000).stream().map(ImpactReport.Line::dossier).toList();
    }

    private List<String> movedLines(String dossier) {
        return audit.of(dossier).stream().filter(line -> line.action().equals("PROCEDURE_MOVED")).map(AuditLog.Line::sentence).toList();
    }

    private Set<String> deployments(String dossier) {
        return Set.copyOf(jdbc.sql("select distinct d.deployment_id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where e.business_key_ = ? and e.parent_id_ is null")
                .param(dossier).query(String.class).list());
    }

    private Set<String> versionOfTasks(String dossier) {
        return Set.copyOf(jdbc.sql("select deployment from inbox_row where dossier = ?").param(dossier).query(String.class).list());
    }

    /** What the form of the open task asks. */
    private List<String> labels(String dossier) {
        ShowTask.Sheet sheet = desk.as("an", () -> desk.bean(ShowTask.class).show(desk.task(dossier, "UserTask_KlachtOnderzoeken")));
        return sheet.form().parts().stream().flatMap(group -> group.parts().stream()).map(FormSchema.Part::label).toList();
    }

    private int letters(String dossier) {
        return jdbc.sql("select count(*) from letter where dossier = ?").param(dossier).query(Integer.class).single();
    }

    /** Waits for the deposit, with both timers running. */
    private String waitingForMissingItems() {
        String dossier = desk.recognition(DAY, false);
        desk.at(DAY.plusDays(2));
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", depositMissing());
        return dossier;
    }

    private String examined() {
        String dossier = desk.recognition(DAY, true);
        desk.send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        return dossier;
    }

    private String researched() {
        String dossier = desk.complaint(DAY);
        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        return dossier;
    }

    private void while_(java.util.function.Consumer<TaskMoved> happens, Runnable work) {
        ApplicationListener<PayloadApplicationEvent<TaskMoved>> listener = new ApplicationListener<>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<TaskMoved> event) {
                happens.accept(event.getPayload());
            }
        };
        ApplicationEventMulticaster events = spring.getBean(ApplicationEventMulticaster.class);
        events.addApplicationListener(listener);
        try {
            work.run();
        } finally {
            events.removeApplicationListener(listener);
        }
    }

    /** What each table says, or for letters, which are sent meanwhile, how many there are; not the report itself, nor what proves the chains at its own hours. */
    private Map<String, String> database() {
        // What the minute brings into the chains anyway is there already.
        collectChanges.collect();
        Map<String, String> all = new TreeMap<>();
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^(procedure_impact|audit_seal|chain_)'")
                .query(String.class).list()) {
            String content = table.matches("letter.*|outbox.*") ? "''" : "coalesce(md5(string_agg(t::text, '|' order by t::text)), '')";
            all.put(table, jdbc.sql("select count(*) || ' ' || " + content + " from " + table + " t").query(String.class).single());
        }
        return all;
    }

    private int cache() {
        var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        return cache.getProcessDefinitionCache().size() + cache.getDecisionDefinitionCache().size();
    }

    private static DiagramSet withoutReminder(DiagramSet set) {
        String text = set.text(MoveDesk.VOLLEDIGHEID).orElseThrow();
        for (String element : List.of("boundaryEvent id=\"Timer_Herinnering\"", "serviceTask id=\"ServiceTask_HerinneringSturen\"", "endEvent id=\"EndEvent_Herinnerd\"")) {
            String kind = element.substring(0, element.indexOf(' '));
            text = Pattern.compile("<bpmn:" + Pattern.quote(element) + ".*?</bpmn:" + kind + ">", Pattern.DOTALL).matcher(text).replaceAll("");
        }
        text = Pattern.compile("<bpmn:sequenceFlow id=\"Flow_Herinnering[^>]*/>").matcher(text).replaceAll("");
        text = Pattern.compile("<bpmndi:BPMN(Shape|Edge) id=\"[^\"]*\" bpmnElement=\"(Timer_Herinnering|ServiceTask_HerinneringSturen|EndEvent_Herinnerd|Flow_Herinnering[^\"]*)\".*?</bpmndi:BPMN\\1>", Pattern.DOTALL)
                .matcher(text).replaceAll("");
        return set.with(Map.of(MoveDesk.VOLLEDIGHEID, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static DiagramSet renamed(DiagramSet set) {
        return MoveDesk.with(set, MoveDesk.KLACHT, "UserTask_KlachtOnderzoeken", "UserTask_KlachtUitzoeken");
    }

    private static DiagramSet otherKind(DiagramSet set) {
        String text = Pattern.compile("<bpmn:userTask id=\"UserTask_KlachtOnderzoeken\"[^>]*>(.*?)</bpmn:userTask>", Pattern.DOTALL).matcher(set.text(MoveDesk.KLACHT).orElseThrow())
                .replaceAll("<bpmn:serviceTask id=\"UserTask_KlachtOnderzoeken\" name=\"Klacht onderzoeken\" camunda:delegateExpression=\"\\${sendAnswerDelegate}\">"
                        + "<bpmn:incoming>Flow_OntvankelijkJa</bpmn:incoming><bpmn:outgoing>Flow_KlachtOnderzoekenNaarOpnieuwOpstellen</bpmn:outgoing></bpmn:serviceTask>");
        return set.with(Map.of(MoveDesk.KLACHT, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static DiagramSet wrapped(DiagramSet set) {
        String text = Pattern.compile("<bpmn:userTask id=\"UserTask_KlachtOnderzoeken\"([^>]*)>.*?</bpmn:userTask>", Pattern.DOTALL).matcher(set.text(MoveDesk.KLACHT).orElseThrow()).replaceAll("""
                <bpmn:subProcess id="SubProcess_Onderzoek" name="Onderzoek">
                  <bpmn:incoming>Flow_OntvankelijkJa</bpmn:incoming><bpmn:outgoing>Flow_KlachtOnderzoekenNaarOpnieuwOpstellen</bpmn:outgoing>
                  <bpmn:startEvent id="StartEvent_Onderzoek"><bpmn:outgoing>Flow_Begin</bpmn:outgoing></bpmn:startEvent>
                  <bpmn:userTask id="UserTask_KlachtOnderzoeken"$1><bpmn:incoming>Flow_Begin</bpmn:incoming><bpmn:outgoing>Flow_Einde</bpmn:outgoing></bpmn:userTask>
                  <bpmn:endEvent id="EndEvent_Onderzoek"><bpmn:incoming>Flow_Einde</bpmn:incoming></bpmn:endEvent>
                  <bpmn:sequenceFlow id="Flow_Begin" sourceRef="StartEvent_Onderzoek" targetRef="UserTask_KlachtOnderzoeken" />
                  <bpmn:sequenceFlow id="Flow_Einde" sourceRef="UserTask_KlachtOnderzoeken" targetRef="EndEvent_Onderzoek" />
                </bpmn:subProcess>""").replace("targetRef=\"UserTask_KlachtOnderzoeken\">", "targetRef=\"SubProcess_Onderzoek\">")
                .replace("sourceRef=\"UserTask_KlachtOnderzoeken\" targetRef=\"Gateway_OpnieuwOpstellen\"", "sourceRef=\"SubProcess_Onderzoek\" targetRef=\"Gateway_OpnieuwOpstellen\"");
        return set.with(Map.of(MoveDesk.KLACHT, text.getBytes(StandardCharsets.UTF_8)));
    }
}
