package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork.Filter;
import be.dossierwerk.inbox.OpenWork.Tab;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is away, who stands in and what that brings, on the real engine with a moved clock. */
@DossierwerkTest
class AbsencesTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
    private static final Actor ALL_ROUND = new Actor("ilse", "Ilse Baert", Set.of(Roles.HANDLER, Roles.INTAKE));
    private static int undertakings = 2400;

    @Autowired private RecordAbsence recordAbsence;
    @Autowired private EndAbsence endAbsence;
    @Autowired private TakeOverForAbsent takeOver;
    @Autowired private Absences absences;
    @Autowired private Colleagues colleagues;
    @Autowired private OpenWork openWork;
    @Autowired private ClaimTask claimTask;
    @Autowired private GiveBackTask giveBack;
    @Autowired private ShowTask showTask;
    @Autowired private WhoCan whoCan;
    @Autowired private Acts acts;
    @Autowired private AuditLog audit;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    @BeforeEach
    void a_wednesday_morning() {
        jobs.byHand();
        // Nor did anybody go away in another test.
        jdbc.sql("delete from inbox_absence").update();
        at("2027-03-10T09:00");
        colleagues.know(ALL_ROUND);
    }

    @AfterEach
    void nobody_is_away() {
        jdbc.sql("delete from inbox_absence").update();
        jdbc.sql("delete from inbox_colleague where id = ?").param(ALL_ROUND.id()).update();
        clock.release();
    }

    @ParameterizedTest(name = "away from {0} to {1}, at {2}: {3}")
    @CsvSource({
            "2027-03-15, 2027-03-19, 2027-03-14T23:59, KOMT",
            "2027-03-15, 2027-03-19, 2027-03-15T00:00:00, NU",
            "2027-03-15, 2027-03-19, 2027-03-19T23:59, NU",
            "2027-03-15, 2027-03-19, 2027-03-20T00:00:00, VOORBIJ",
            "2027-03-15, 2027-03-15, 2027-03-15T12:00:00, NU",
            "2027-03-15, 2027-03-15, 2027-03-16T00:00:00, VOORBIJ",
            // Summer time begins on Sunday 28 March, ends on Sunday 31 October: midnight in Belgium, not in Greenwich.
            "2027-03-28, 2027-03-28, 2027-03-28T00:00:00, NU",
            "2027-03-28, 2027-03-28, 2027-03-28T23:59, NU",
            "2027-03-28, 2027-03-28, 2027-03-29T00:30:00, VOORBIJ",
            "2027-10-31, 2027-10-31, 2027-10-31T23:30:00, NU",
            "2027-10-31, 2027-10-31, 2027-11-01T00:00:00, VOORBIJ",
            "2027-12-31, 2028-01-02, 2028-01-02T23:59, NU"})
    void an_absence_holds_from_its_first_day_to_its_last_both_whole(LocalDate first, LocalDate last, LocalDateTime moment, Absences.State expected) {
        String task = heldBy("an");
        as("an", () -> recordAbsence.record("an", first, last, "bram"));
        at(moment.toString());

        boolean inForce = expected == Absences.State.NU;
        assertThat(absences.now()).hasSize(inForce ? 1 : 0);
        assertThat(Stream.concat(absences.open().stream(), absences.past().stream()).map(each -> each.on(LocalDate.now(clock)))).containsExactly(expected);
        assertThat(absences.standingInFor(people.actor("bram"))).hasSize(inForce ? 1 : 0);
        assertThat(behalf("bram").contains(task)).isEqualTo(inForce);
        assertThat(as("bram", () -> openWork.count(Tab.BEHALF, Filter.NONE))).isEqualTo(behalf("bram").size());
        if (inForce) {
            as("bram", () -> takeOver.takeOver(task));
            assertThat(holder(task)).isEqualTo("bram");
        } else {
            assertThatThrownBy(() -> as("bram", () -> takeOver.takeOver(task))).hasMessage("inbox.absence.not-substitute");
            assertThat(holder(task)).isEqualTo("an");
        }
    }

    @ParameterizedTest(name = "{0} records {1} from {2} to {3}, substitute {4}: {5} {6}")
    @CsvSource(nullValues = "-", value = {
            "an,   an,   2027-03-10, 2027-03-10, bram,   -,          -",
            "an,   an,   2027-03-08, 2027-03-10, bram,   -,          -",
            "tom,  an,   2027-03-15, 2027-03-19, bram,   -,          -",
            "lieve, karel, 2027-03-15, 2027-03-19, hans, -,          -",
            "joke, joke, 2027-03-15, 2027-03-19, mira,   -,          -",
            "an,   an,   2027-03-15, 2027-03-19, ilse,   -,          -",
            "bram, an,   2027-03-15, 2027-03-19, bram,   !,          inbox.absence.not-yours",
            "ann,  an,   2027-03-15, 2027-03-19, bram,   !,          inbox.absence.not-yours",
            "an,   an,   2027-03-15, 2027-03-14, bram,   lastDay,    inbox.absence.days-turned",
            "an,   an,   2027-03-08, 2027-03-09, bram,   lastDay,    inbox.absence.past-day",
            "an,   an,   -,          2027-03-14, bram,   firstDay,   inbox.absence.first-day-required",
            "an,   an,   2027-03-15, -,          bram,   lastDay,    inbox.absence.last-day-required",
            "an,   an,   2027-03-15, 2027-03-19, -,      substitute, inbox.absence.substitute-required",
            "an,   an,   2027-03-15, 2027-03-19, niemand, substitute, inbox.absence.substitute-required",
            "tom,  -,    2027-03-15, 2027-03-19, bram,   person,     inbox.absence.person-required",
            "an,   an,   2027-03-15, 2027-03-19, an,     substitute, inbox.absence.oneself",
            "an,   an,   2027-03-15, 2027-03-19, joke,   substitute, inbox.absence.other-role",
            "tom,  ilse, 2027-03-15, 2027-03-19, an,     substitute, inbox.absence.other-role"})
    void who_may_record_what(String actor, String person, LocalDate first, LocalDate last, String substitute, String field, String key) {
        if (key == null) {
            as(actor, () -> recordAbsence.record(person, first, last, substitute));
            assertThat(absences.open()).singleElement().satisfies(absence -> {
                assertThat(absence.person()).isEqualTo(person);
                assertThat(absence.recordedByName()).isEqualTo(people.actor(actor).name());
            });
            return;
        }
        Refused refused = refusal(actor, person, first, last, substitute);
        if (field.equals("!")) {
            assertThat(refused).hasMessage(key);
        } else {
            assertThat(refused.fields()).extracting(Refused.Field::name, Refused.Field::key).containsExactly(tuple(field, key));
        }
        assertThat(absences.open()).isEmpty();
    }

    /** An is away from 15 to 19 March and Bram stands in. */
    @ParameterizedTest(name = "then {0} from {1} to {2}, substitute {3}: {4} {5}")
    @CsvSource(nullValues = "-", value = {
            "an,   2027-03-12, 2027-03-14, bram, -,          -",
            "an,   2027-03-20, 2027-03-20, bram, -,          -",
            "an,   2027-03-12, 2027-03-15, ilse, firstDay,   inbox.absence.overlap",
            "an,   2027-03-19, 2027-03-22, ilse, firstDay,   inbox.absence.overlap",
            "an,   2027-03-16, 2027-03-17, bram, firstDay,   inbox.absence.overlap",
            "an,   2027-03-11, 2027-03-30, bram, firstDay,   inbox.absence.overlap",
            // No chain: who stands in is here. No loop: An does not stand in for Bram.
            "bram, 2027-03-19, 2027-03-22, ilse, firstDay,   inbox.absence.stands-in",
            "bram, 2027-03-20, 2027-03-22, an,   -,          -",
            "bram, 2027-03-12, 2027-03-14, an,   -,          -"})
    void absences_never_overlap_and_substitutes_never_form_a_chain(String person, LocalDate first, LocalDate last, String substitute, String field, String key) {
        as("an", () -> recordAbsence.record("an", LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 19), "bram"));
        if (key == null) {
            as("tom", () -> recordAbsence.record(person, first, last, substitute));
            assertThat(absences.open()).hasSize(2);
        } else {
            assertThat(refusal("tom", person, first, last, substitute).fields()).extracting(Refused.Field::name, Refused.Field::key)
                    .contains(tuple(field, key));
            assertThat(absences.open()).hasSize(1);
        }
    }

    @Test
    void who_is_away_cannot_stand_in_and_the_message_says_when() {
        as("an", () -> recordAbsence.record("an", LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 19), "bram"));

        Refused refused = refusal("tom", "bram", LocalDate.of(2027, 3, 19), LocalDate.of(2027, 3, 22), "an");

        assertThat(refused.fields()).extracting(Refused.Field::key).containsExactlyInAnyOrder("inbox.absence.substitute-away", "inbox.absence.stands-in");
        assertThat(refused.fields()).filteredOn(field -> field.name().equals("substitute")).singleElement()
                .satisfies(field -> assertThat(field.args()).containsExactly("An Peeters", "15/03/2027", "19/03/2027"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(refusal("tom", null, null, null, null).fields()).extracting(Refused.Field::name).containsExactly("person", "firstDay", "lastDay", "substitute");
    }

    @Test
    void two_who_record_at_once_do_not_stand_in_for_each_other() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> both = List.of(recording("an", "bram"), recording("bram", "an"));

        long recorded = 0;
        for (var answer : threads.invokeAll(both)) {
            recorded += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(recorded).isEqualTo(1);
        assertThat(absences.open()).hasSize(1);
    }

    @Test
    void who_takes_over_has_the_task_as_his_own_and_the_timeline_says_for_whom() {
        String dossier = checked();
        String task = acts.task(dossier, "UserTask_VoorwaardenBeoordelen");
        as("bram", () -> claimTask.claim(task));
        as("tom", () -> recordAbsence.record("bram", TODAY, TODAY.plusDays(2), "an"));

        assertThat(behalf("an")).contains(task);
        assertThat(as("an", () -> showTask.show(task)).standsInFor()).isEqualTo("Bram De Smet");
        assertThatThrownBy(() -> as("an", () -> claimTask.claim(task))).hasMessage("inbox.claimed-by-colleague");
        assertThatThrownBy(() -> as("tom", () -> takeOver.takeOver(task))).hasMessage("inbox.absence.not-substitute");
        as("an", () -> takeOver.takeOver(task));
        as("an", () -> takeOver.takeOver(task));

        assertThat(behalf("an")).doesNotContain(task);
        assertThat(audit.of(dossier)).filteredOn(line -> line.action().equals("TASK_TAKEN_OVER")).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo("an");
            assertThat(line.sentence()).isEqualTo("An Peeters nam de taak \"Voorwaarden beoordelen\" over namens Bram De Smet, die afwezig is van woensdag 10 maart 2027 "
                    + "tot en met vrijdag 12 maart 2027.");
        });
    }

    /** Who drafted stands in for the lawyer, but does not check the own draft. */
    @Test
    void who_stands_in_counts_as_oneself_for_four_eyes() {
        Actor drafter = new Actor("an", "An Peeters", Set.of(Roles.HANDLER, Roles.LAWYER));
        Actor away = new Actor("joke", "Joke Claes", Set.of(Roles.LAWYER));
        colleagues.know(drafter);
        try {
            String dossier = checked();
            acts.send(people.actor("an"), dossier, "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
            acts.send(people.actor("an"), dossier, "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
            acts.send(people.actor("sofie"), dossier, "UserTask_OpAgendaPlaatsen", TypedForms.agenda(TODAY));
            acts.send(people.actor("sofie"), dossier, "UserTask_AdviesRegistreren", TypedForms.advice("GUNSTIG", TODAY));
            acts.send(drafter, dossier, "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", List.of("SCHOONMAKEN")));
            String check = acts.task(dossier, "UserTask_JuridischNazicht");
            currentActor.as(away, () -> run(() -> claimTask.claim(check)));
            currentActor.as(away, () -> recordAbsence.record("joke", TODAY, TODAY, "an"));
            currentActor.as(drafter, () -> run(() -> takeOver.takeOver(check)));

            assertThatThrownBy(() -> acts.send(drafter, dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true))).isInstanceOf(Refused.class);
            assertThat(acts.task(dossier, "UserTask_JuridischNazicht")).isEqualTo(check);
        } finally {
            colleagues.know(people.actor("an"));
        }
    }

    @Test
    void an_absence_is_ended_by_hand_by_who_was_away_or_who_divides_the_work() {
        String task = heldBy("an");
        long id = as("an", () -> recordAbsence.record("an", TODAY, TODAY.plusDays(9), "bram"));
        assertThatThrownBy(() -> as("bram", () -> endAbsence.end(id))).hasMessage("inbox.absence.not-yours");
        assertThat(behalf("bram")).contains(task);

        as("an", () -> endAbsence.end(id));

        assertThat(behalf("bram")).isEmpty();
        assertThat(absences.open()).isEmpty();
        assertThat(absences.past()).singleElement().satisfies(ended -> assertThat(ended.endedByName()).isEqualTo("An Peeters"));
        assertThatThrownBy(() -> as("bram", () -> takeOver.takeOver(task))).hasMessage("inbox.absence.not-substitute");
        assertThatThrownBy(() -> as("an", () -> endAbsence.end(id))).hasMessage("inbox.absence.over");
        long again = as("tom", () -> recordAbsence.record("an", TODAY, TODAY.plusDays(1), "bram"));
        at("2027-03-12T00:00");
        assertThatThrownBy(() -> as("tom", () -> endAbsence.end(again))).as("it ended by itself").hasMessage("inbox.absence.over");
    }

    @Test
    void a_task_that_went_back_to_the_group_is_not_taken_over() {
        String task = heldBy("an");
        as("an", () -> recordAbsence.record("an", TODAY, TODAY, "bram"));
        as("tom", () -> giveBack.giveBack(task));

        assertThatThrownBy(() -> as("bram", () -> takeOver.takeOver(task))).hasMessage("inbox.absence.free");
    }

    @Test
    void who_is_away_is_offered_last_with_the_day_of_return_and_lists_of_others_stay_as_they_were() {
        String task = acts.task(file(), "UserTask_VolledigheidNagaan");
        as("bram", () -> recordAbsence.record("bram", TODAY, TODAY.plusDays(2), "an"));

        var offer = whoCan.of(List.of(openWork.find(task).orElseThrow()));

        assertThat(offer.colleagues()).extracting(each -> each.person().id()).endsWith("bram").contains("an");
        assertThat(offer.colleagues()).last().satisfies(each -> assertThat(each.absence()).get().extracting(Absences.Absence::lastDay).isEqualTo(TODAY.plusDays(2)));
        assertThat(behalf("joke")).isEmpty();
        assertThat(as("an", () -> openWork.tabs())).doesNotContain(Tab.BEHALF);
    }

    private Callable<Boolean> recording(String person, String substitute) {
        return () -> {
            try {
                as(person, () -> recordAbsence.record(person, TODAY, TODAY, substitute));
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
    }

    private Refused refusal(String actor, String person, LocalDate first, LocalDate last, String substitute) {
        return catchThrowableOfType(Refused.class, () -> as(actor, () -> recordAbsence.record(person, first, last, substitute)));
    }

    private List<String> behalf(String person) {
        return as(person, () -> openWork.list(Tab.BEHALF, Filter.NONE, null, 0, 100_000)).stream().map(OpenWork.Row::taskId).toList();
    }

    private String holder(String task) {
        return openWork.find(task).orElseThrow().assignee();
    }

    private String heldBy(String person) {
        String task = acts.task(file(), "UserTask_VolledigheidNagaan");
        as(person, () -> claimTask.claim(task));
        return task;
    }

    private String checked() {
        String dossier = file();
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        acts.send(people.actor("an"), dossier, "UserTask_BronnenNagaan", TypedForms.cleanSources());
        acts.send(people.actor("an"), dossier, "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        acts.send(people.actor("an"), dossier, "UserTask_WaarborgNagaan", TypedForms.depositPaid(TODAY.minusDays(5)));
        return dossier;
    }

    private String file() {
        Application application = InventedApplications.make(undertakings++, TODAY, true);
        return acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
    }

    private void at(String moment) {
        clock.moveTo(LocalDateTime.parse(moment).atZone(MovableClock.BRUSSELS));
    }

    private void as(String person, Runnable work) {
        currentActor.as(people.actor(person), () -> run(work));
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private static boolean run(Runnable work) {
        work.run();
        return true;
    }
}
