package be.dossierwerk.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.CountedStatements;
import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.KeptOutInTests;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ClaimTask;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.inbox.Drafts;
import be.dossierwerk.inbox.GiveBackTask;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.RecordAbsence;
import be.dossierwerk.inbox.RowsOfWork;
import be.dossierwerk.inbox.SaveDraft;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.team.DivideTasks.Move;
import be.dossierwerk.team.DivideTasks.Outcome;
import be.dossierwerk.team.ShowTeam.Person;
import be.dossierwerk.team.ShowTeam.Picture;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers of a team on the real engine, and dividing its work; with people of its own in a group where others work too. */
@DossierwerkTest
class TeamTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 12);
    private static final Actor PIA = new Actor("ploeg-pia", "Pia Baert", Set.of(Roles.HANDLER));
    private static final Actor QUINTEN = new Actor("ploeg-quinten", "Quinten Daems", Set.of(Roles.HANDLER));
    private static final Actor ROSA = new Actor("ploeg-rosa", "Rosa Claes", Set.of(Roles.HANDLER));
    private static final Actor LAWYER = new Actor("ploeg-jurist", "Sien Jacobs", Set.of(Roles.LAWYER));
    private static final int CARDS = 5_000;
    private static int undertakings = 2520;

    @Autowired private ShowTeam showTeam;
    @Autowired private DivideTasks divideTasks;
    @Autowired private ProposeDivision proposeDivision;
    @Autowired private Colleagues colleagues;
    @Autowired private OpenWork openWork;
    @Autowired private ClaimTask claimTask;
    @Autowired private GiveBackTask giveBack;
    @Autowired private RecordAbsence recordAbsence;
    @Autowired private RowsOfWork rowsOfWork;
    @Autowired private SaveDraft saveDraft;
    @Autowired private Drafts drafts;
    @Autowired private KeptOutInTests rule;
    @Autowired private AuditLog audit;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired @Qualifier("outbox") private Object outbox;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;
    @Autowired private MovableClock clock;

    /** Task and dossier. */
    private final Map<String, String> filed = new LinkedHashMap<>();

    @BeforeEach
    void a_wednesday_with_people_of_its_own() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        Stream.of(PIA, QUINTEN, ROSA, LAWYER).forEach(colleagues::know);
    }

    @AfterEach
    void as_it_was() {
        rule.forget();
        jdbc.sql("delete from inbox_absence").update();
        filed.forEach((task, dossier) -> openWork.find(task).ifPresent(row -> as("tom", () -> {
            giveBack.giveBack(task);
            transactions.executeWithoutResult(status -> rowsOfWork.repair(dossier, task));
            return null;
        })));
        jdbc.sql("delete from inbox_colleague where id like 'ploeg-%'").update();
        clock.release();
    }

    @Test
    void the_work_of_each_person_counts_in_this_week_and_the_next() {
        Load freeBefore = picture().free();
        ends(heldBy(PIA), TODAY.minusDays(1));
        ends(heldBy(PIA), TODAY);
        // Sunday, Monday, the Sunday after, and the day after that.
        ends(heldBy(PIA), LocalDate.of(2031, 3, 16));
        String monday = ends(heldBy(PIA), LocalDate.of(2031, 3, 17));
        ends(heldBy(PIA), LocalDate.of(2031, 3, 23));
        String later = ends(heldBy(PIA), LocalDate.of(2031, 3, 24));
        waits(heldBy(PIA));
        String free = ends(task(), TODAY.plusDays(1));

        Picture picture = picture();

        Person pia = of(picture, PIA);
        assertThat(pia.work().load()).isEqualTo(new Load(6, 1, 2, 2, 1, TODAY.minusDays(1)));
        assertThat(pia.cards()).extracting(card -> card.daysLeft(TODAY)).containsExactly(-1, 0, 4, 5, 11);
        assertThat(pia.cards()).extracting(Card::taskId).contains(monday).doesNotContain(later);
        assertThat(of(picture, ROSA).work().load()).isEqualTo(Load.NONE);
        assertThat(picture.free().open()).isEqualTo(freeBefore.open() + 1);
        assertThat(picture.free().thisWeek()).isEqualTo(freeBefore.thisWeek() + 1);
        assertThat(picture.freeCards()).extracting(Card::taskId).contains(free);
        assertThat(as("tom", () -> showTeam.of(Roles.HANDLER, 2)).people()).filteredOn(one -> one.person().equals(PIA)).singleElement()
                .satisfies(one -> assertThat(one.cards()).hasSize(2));
    }

    @Test
    void the_pace_counts_what_was_finished_on_working_days_at_work() {
        jdbc.sql("""
                insert into inbox_absence (person, person_name, substitute, substitute_name, first_day, last_day, recorded_by, recorded_by_name, recorded_at)
                values ('ploeg-pia', 'Pia Baert', 'ploeg-rosa', 'Rosa Claes', ?, ?, 'tom', 'Tom Willems', now())""")
                .params(TODAY.minusDays(9), TODAY.minusDays(5)).update();
        for (String dossier : List.of(dossier(), dossier())) {
            acts.send(PIA, dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
            acts.send(PIA, dossier, "UserTask_BronnenNagaan", TypedForms.cleanSources());
            acts.send(PIA, dossier, "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        }
        assertThat(of(picture(), PIA).work().pace()).as("today is not over").isEqualTo(new Pace(0, 15));

        clock.moveTo(ZonedDateTime.of(TODAY.plusDays(1).atTime(9, 0), MovableClock.BRUSSELS));
        Workload next = of(picture(), PIA).work();
        assertThat(next.pace()).isEqualTo(new Pace(6, 15));
        assertThat(next.daysThisWeek()).isEqualTo(2);
        clock.moveTo(ZonedDateTime.of(TODAY.plusDays(29).atTime(9, 0), MovableClock.BRUSSELS));
        assertThat(of(picture(), PIA).work().pace().done()).as("more than four weeks ago").isZero();
    }

    @Test
    void what_ends_next_week_is_told_with_its_term_and_its_last_day() {
        String dossier = dossier();
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        String task = acts.task(dossier, "UserTask_BronnenNagaan");
        filed.put(task, dossier);
        take(PIA, task);
        LocalDate due = jdbc.sql("select min(due_on) from term where dossier = ? and stopped_on is null").param(dossier).query(LocalDate.class).single();

        clock.moveTo(ZonedDateTime.of(due.minusDays(7).atTime(9, 0), MovableClock.BRUSSELS));
        assertThat(picture().ending()).filteredOn(each -> each.task().taskId().equals(task)).singleElement().satisfies(each -> {
            assertThat(each.lastDay()).isEqualTo(due);
            assertThat(each.term()).isNotBlank();
            assertThat(each.task().holderName()).isEqualTo("Pia Baert");
        });
        assertThat(picture().allEnding()).isEqualTo(picture().ending().size());
        for (int days : List.of(0, 14)) {
            clock.moveTo(ZonedDateTime.of(due.minusDays(days).atTime(9, 0), MovableClock.BRUSSELS));
            assertThat(picture().ending()).extracting(each -> each.task().taskId()).doesNotContain(task);
        }
    }

    @Test
    void several_tasks_move_with_a_reason_and_back_again_and_drafts_stay() {
        String held = heldBy(PIA);
        String free = task();
        as(PIA, () -> saveDraft.save(held, Map.of("toelichting", "Alles is er.")));

        assertThatThrownBy(() -> as("tom", () -> divideTasks.divide(List.of(new Move(held, PIA.id(), ROSA.id())), " "))).hasMessage("team.reason-required");
        Outcome outcome = as("tom", () -> divideTasks.divide(List.of(new Move(held, PIA.id(), ROSA.id()), new Move(free, null, ROSA.id())), "Pia heeft te veel werk."));

        assertThat(outcome.refusals()).isEmpty();
        assertThat(holders(held, free)).containsExactly(ROSA.id(), ROSA.id());
        assertThat(drafts.of(held)).get().satisfies(draft -> {
            assertThat(draft.authorName()).isEqualTo("Pia Baert");
            assertThat(draft.fields()).isNotEmpty();
        });
        assertThat(audit.of(filed.get(held))).last().satisfies(line -> {
            assertThat(line.sentence()).isEqualTo("Tom Willems droeg de taak \"Volledigheid nagaan\" van Pia Baert over aan Rosa Claes.");
            assertThat(line.reason()).isEqualTo("Pia heeft te veel werk.");
        });

        assertThat(as("tom", () -> divideTasks.divide(outcome.undo(), DivideTasks.TAKEN_BACK)).refusals()).isEmpty();
        assertThat(holders(held, free)).containsExactly(PIA.id(), null);
        assertThat(drafts.of(held)).isPresent();
    }

    @Test
    void what_cannot_move_says_why_and_the_rest_moves() {
        String forbidden = heldBy(PIA);
        String good = heldBy(PIA);
        rule.keepOut(filed.get(forbidden), Map.of(ROSA.id(), "Rosa Claes stelde de bestreden beslissing op."));

        Outcome outcome = as("lieve", () -> divideTasks.divide(List.of(new Move(forbidden, PIA.id(), ROSA.id()), new Move(good, PIA.id(), ROSA.id()),
                new Move(good, ROSA.id(), LAWYER.id())), "Verlof"));

        assertThat(outcome.done()).containsExactly(new Move(good, PIA.id(), ROSA.id()));
        assertThat(outcome.refusals()).extracting(Refused::key).containsExactly("inbox.conflict", "inbox.colleague-not-in-group");
        assertThat(outcome.refusals().get(0).args()).contains("Rosa Claes stelde de bestreden beslissing op.");
        assertThat(holders(forbidden, good)).containsExactly(PIA.id(), ROSA.id());
    }

    @Test
    void many_tasks_for_one_person_cost_the_statements_of_a_few_and_each_dossier_tells_it() {
        List<Move> few = Stream.generate(() -> new Move(heldBy(PIA), PIA.id(), ROSA.id())).limit(3).toList();
        List<Move> many = Stream.generate(() -> new Move(heldBy(PIA), PIA.id(), ROSA.id())).limit(12).toList();
        // A letter that goes out holds its dossier for a moment.
        ReflectionTestUtils.invokeMethod(outbox, "dispatchDue");
        int ofFew = CountedStatements.of(() -> as("tom", () -> divideTasks.divide(few, "Verlof"))).size();
        List<String> ofMany = CountedStatements.of(() -> assertThat(as("tom", () -> divideTasks.divide(many, "Verlof")).done()).isEqualTo(many));

        assertThat(ofMany).hasSize(ofFew).hasSizeLessThanOrEqualTo(20);
        assertThat(holders(many.stream().map(Move::taskId).toArray(String[]::new))).containsOnly(ROSA.id());
        many.forEach(move -> assertThat(audit.of(filed.get(move.taskId()))).last().extracting(AuditLog.Line::sentence)
                .isEqualTo("Tom Willems droeg de taak \"Volledigheid nagaan\" van Pia Baert over aan Rosa Claes."));
    }

    @Test
    void of_two_team_leaders_at_once_the_second_is_told_where_the_task_went() throws Exception {
        String task = heldBy(PIA);
        var threads = Executors.newFixedThreadPool(2);
        List<Outcome> outcomes = new ArrayList<>();
        for (var answer : threads.invokeAll(List.of(giving("tom", task, ROSA), giving("lieve", task, QUINTEN)))) {
            outcomes.add(answer.get());
        }
        threads.shutdown();

        assertThat(outcomes.stream().mapToInt(outcome -> outcome.done().size()).sum()).isEqualTo(1);
        String now = openWork.find(task).orElseThrow().assigneeName();
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream())).singleElement().satisfies(refused -> {
            assertThat(refused.key()).isEqualTo("inbox.moved-already");
            assertThat(refused.args()).containsExactly("Volledigheid nagaan", filed.get(task), now);
        });
        as(now.equals("Rosa Claes") ? ROSA : QUINTEN, () -> {
            giveBack.giveBack(task);
            return null;
        });
        assertThat(as("tom", () -> divideTasks.divide(List.of(new Move(task, PIA.id(), ROSA.id())), "Verlof")).refusals()).extracting(Refused::key).containsExactly("inbox.moved-back");
    }

    @Test
    void work_of_who_is_away_is_proposed_to_who_may_and_has_the_fewest_days_of_work() {
        String urgent = ends(heldBy(PIA), TODAY);
        String barred = ends(heldBy(PIA), TODAY.plusDays(1));
        String last = ends(heldBy(PIA), TODAY.plusDays(2));
        heldBy(QUINTEN);
        heldBy(QUINTEN);
        // Whoever else is a handler in this database stays out of it.
        Map<String, String> others = colleagues.holding(Set.of(Roles.HANDLER)).stream().filter(each -> !each.id().startsWith("ploeg-"))
                .collect(Collectors.toMap(Actor::id, each -> each.name() + " werkte eerder aan deze zaak."));
        Stream.of(urgent, last).forEach(task -> rule.keepOut(filed.get(task), others));
        Map<String, String> rosaToo = new LinkedHashMap<>(others);
        rosaToo.put(ROSA.id(), "Rosa Claes stelde de bestreden beslissing op.");
        rule.keepOut(filed.get(barred), rosaToo);
        as("tom", () -> recordAbsence.record(PIA.id(), TODAY, TODAY.plusDays(2), ROSA.id()));

        Picture picture = picture();
        assertThat(of(picture, PIA).absence()).get().satisfies(away -> {
            assertThat(away.now()).isTrue();
            assertThat(away.back()).as("after the weekend").isEqualTo(LocalDate.of(2031, 3, 17));
            assertThat(away.absence().substituteName()).isEqualTo("Rosa Claes");
        });
        assertThat(of(picture, PIA).work().daysThisWeek()).isZero();
        assertThat(picture.ofAbsent()).extracting(Card::taskId).containsSubsequence(urgent, barred, last);
        assertThat(picture.allOfAbsent()).isGreaterThanOrEqualTo(3);

        List<ProposeDivision.Proposal> proposals = as("tom", () -> proposeDivision.propose(List.of(urgent, barred, last, "gone")));
        assertThat(proposals).extracting(proposal -> proposal.to().map(Actor::id).orElse(null)).containsExactly(ROSA.id(), QUINTEN.id(), ROSA.id());
        assertThat(proposals.get(1).keptOut()).contains("Rosa Claes stelde de bestreden beslissing op.");
        assertThat(as("tom", () -> divideTasks.divide(proposals.stream().map(ProposeDivision.Proposal::move).toList(), "Pia is afwezig.")).refusals()).isEmpty();
        assertThat(holders(urgent, barred, last)).containsExactly(ROSA.id(), QUINTEN.id(), ROSA.id());
    }

    @Test
    void nobody_can_take_what_a_rule_keeps_everybody_out_of() {
        String task = heldBy(PIA);
        rule.keepOut(filed.get(task), colleagues.holding(Set.of(Roles.HANDLER)).stream().collect(Collectors.toMap(Actor::id, each -> each.name() + " was partij.")));

        assertThat(as("tom", () -> proposeDivision.propose(List.of(task)))).singleElement().satisfies(proposal -> assertThat(proposal.to()).isEmpty());
    }

    @Test
    void the_picture_costs_the_same_for_few_people_and_for_many() {
        heldBy(PIA);
        int few = statements();
        IntStream.range(0, 9).forEach(i -> {
            Actor one = new Actor("ploeg-" + i, "Collega " + i, Set.of(Roles.HANDLER, Roles.SIGNATORY));
            colleagues.know(one);
            Actor substitute = new Actor("ploeg-vervanger-" + i, "Vervanger " + i, one.roles());
            colleagues.know(substitute);
            as("tom", () -> recordAbsence.record(one.id(), TODAY.plusDays(i), TODAY.plusDays(i), substitute.id()));
        });
        heldBy(ROSA);
        heldBy(QUINTEN);

        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(14);
    }

    @Test
    void who_only_looks_divides_nothing() {
        String task = task();
        for (String person : List.of("ann", "pieter")) {
            assertThat(as(person, () -> showTeam.of(Roles.HANDLER, CARDS)).mayDivide()).isFalse();
            assertThatThrownBy(() -> as(person, () -> divideTasks.divide(List.of(new Move(task, null, ROSA.id())), "x"))).hasMessage("security.role-missing");
            assertThatThrownBy(() -> as(person, () -> proposeDivision.propose(List.of(task)))).hasMessage("security.role-missing");
        }
        assertThatThrownBy(() -> as("an", () -> showTeam.of(Roles.HANDLER, CARDS))).hasMessage("security.role-missing");
        assertThat(holders(task)).containsOnlyNulls();
    }

    private int statements() {
        return as("tom", () -> CountedStatements.of(() -> showTeam.of(Roles.HANDLER, CARDS)).size());
    }

    private Callable<Outcome> giving(String lead, String task, Actor to) {
        return () -> as(lead, () -> divideTasks.divide(List.of(new Move(task, PIA.id(), to.id())), "Verlof"));
    }

    private Picture picture() {
        return as("tom", () -> showTeam.of(Roles.HANDLER, CARDS));
    }

    private static Person of(Picture picture, Actor person) {
        return picture.people().stream().filter(one -> one.person().id().equals(person.id())).findFirst().orElseThrow();
    }

    private List<String> holders(String... tasks) {
        return Stream.of(tasks).map(task -> openWork.find(task).orElseThrow().assignee()).toList();
    }

    private String heldBy(Actor person) {
        String task = task();
        take(person, task);
        return task;
    }

    private void take(Actor person, String task) {
        as(person, () -> {
            claimTask.claim(task);
            return null;
        });
    }

    private String task() {
        String dossier = dossier();
        String task = acts.task(dossier, "UserTask_VolledigheidNagaan");
        filed.put(task, dossier);
        return task;
    }

    private String dossier() {
        Application application = InventedApplications.make(undertakings++, TODAY, true);
        return acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
    }

    /** As if its term ended that day. */
    private String ends(String task, LocalDate due) {
        jdbc.sql("update inbox_row set due_on = ? where task_id = ?").params(due, task).update();
        jdbc.sql("update inbox_row_group set due_sort = ? where task_id = ?").params(due, task).update();
        return task;
    }

    private void waits(String task) {
        jdbc.sql("update inbox_row set waits = true where task_id = ?").param(task).update();
        jdbc.sql("update inbox_row_group set waits = true where task_id = ?").param(task).update();
    }

    private <T> T as(String person, Supplier<T> work) {
        return as(people.actor(person), work);
    }

    private <T> T as(Actor person, Supplier<T> work) {
        return currentActor.as(person, work);
    }
}
