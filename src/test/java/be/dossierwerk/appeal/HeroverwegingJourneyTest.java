package be.dossierwerk.appeal;

import static be.dossierwerk.demo.TypedForms.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.correspondence.AppealWindows;
import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.correspondence.RecordReceipt;
import be.dossierwerk.correspondence.RecordReceipt.Receipt;
import be.dossierwerk.deadline.AdjustTerm;
import be.dossierwerk.deadline.AppealWindow;
import be.dossierwerk.deadline.AppealWindow.Way;
import be.dossierwerk.deadline.ExtensionGround;
import be.dossierwerk.deadline.Justification;
import be.dossierwerk.deadline.PauseByHand;
import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reconsideration, appeal windows and who is kept out, on the real engine and the real database, with a moved clock. */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeroverwegingJourneyTest {

    /** A Monday: a letter posted then is presumed to arrive on Thursday 4 March. */
    private static final LocalDate DECIDED = LocalDate.of(2027, 3, 1);
    private static final LocalDate ASKED = LocalDate.of(2027, 3, 15);
    private static int undertakings = 820;

    @Autowired private PauseByHand pauseByHand;
    @Autowired private AdjustTerm adjustTerm;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FileHeroverweging fileHeroverweging;
    @Autowired private DropHeroverweging dropHeroverweging;
    @Autowired private FilePetition filePetition;
    @Autowired private RecordRuling recordRuling;
    @Autowired private ChooseHerneming chooseHerneming;
    @Autowired private NotifiedDecisions decisions;
    @Autowired private Contests contests;
    @Autowired private HadAPart hadAPart;
    @Autowired private TouchedBoth touchedBoth;
    @Autowired private CloseAppealWindows closeAppealWindows;
    @Autowired private RecordReceipt recordReceipt;
    @Autowired private AppealWindows windows;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private Letters letters;
    @Autowired private AuditLog audit;
    @Autowired private OpenWork openWork;
    @Autowired private ShowTask showTask;
    @Autowired private JdbcClient jdbc;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    private final List<String> filed = new ArrayList<>();
    private Application application;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_refusal_is_reconsidered_and_other_people_grant_the_recognition() {
        String contested = refused();
        String dossier = ask(contested);
        assertThat(kinds(dossier)).containsExactly("ontvangstbevestiging");
        assertThat(terms.due(dossier, "T-HER-01")).isEqualTo("2027-04-29");
        // 3 April is a Saturday.
        assertThat((String) shown("bram", dossier, "UserTask_OntvankelijkheidNagaan").get("tijdigheid")).contains("donderdag 4 maart 2027", "maandag 5 april 2027", "op tijd");
        send("bram", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Op tijd, en de aanvrager wil erkend worden.", "horen", "JA"));
        // Fourteen days end on Easter Monday.
        assertThat(terms.due(dossier, "T-HOR-01")).isEqualTo("2027-03-30");
        assertThat(openWork.ofDossier(dossier)).singleElement().matches(OpenWork.Row::waits);
        send("els", dossier, "UserTask_VerweerRegistreren", defence(ASKED));
        send("bram", dossier, "UserTask_VerweerBeoordelen", Map.of("antwoord", "De schuld is betaald.", "vooruitzicht", "GUNSTIG"));
        // What was answered to the explanation is not typed a second time.
        assertThat(shown("bram", dossier, "UserTask_BeslissingOpstellen")).containsEntry("motieven", "De schuld is betaald.").containsEntry("uitkomst", "HERZIEN")
                .hasEntrySatisfying("beroepsclausule", clause -> assertThat((String) clause).contains("Raad van State"));
        answer(dossier, "HERZIEN");

        assertThat(dossiers.get(dossier).outcome()).isEqualTo("HERZIEN");
        assertThat(kinds(dossier)).contains("heroverweging-horen", "beslissing-heroverweging-herzien");
        assertThat(running(dossier)).containsExactly("T-RVS");
        assertThat(statusOf(contested)).containsExactly("VERNIETIGD");
        assertThat(dossiers.get(contested).closedOn()).isNull();
        assertThat(open(contested)).containsExactly("UserTask_BeslissingOpstellen");
        // Nor did the appeal's term of the first decision stop for a day.
        assertThat(windows.of(contested)).singleElement().satisfies(window -> assertThat(window.days().last()).isEqualTo("2027-05-03"));

        assertThat(hadAPart.keptOut(contested)).containsOnlyKeys("an", "joke", "karel");
        assertThatThrownBy(() -> send("an", contested, "UserTask_BeslissingOpstellen", grant())).isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
        send("bram", contested, "UserTask_BeslissingOpstellen", grant());
        assertThatThrownBy(() -> send("joke", contested, "UserTask_JuridischNazicht", legalCheck(true))).isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
        sign(contested);
        assertThat(dossiers.get(contested).outcome()).isEqualTo("ERKEND");
        assertThat(windows.of(contested)).hasSize(2).last().satisfies(window -> assertThat(window.title()).contains("erkenning"));
        at(LocalDate.of(2027, 6, 30), LocalTime.of(0, 30));
        closeAppealWindows.sweep();
        // What fell away never becomes final; what came in its place does.
        assertThat(windows.of(contested)).extracting(AppealWindows.Window::definitive).containsExactly(false, true);
    }

    @Test
    void a_confirmed_decision_opens_a_new_window_and_the_first_becomes_final_on_its_own_day() {
        String contested = refused();
        assertThat(windows.of(contested)).singleElement().satisfies(window -> {
            assertThat(window.way()).isEqualTo(Way.AANGETEKEND);
            assertThat(window.days()).isEqualTo(new AppealWindow(day(3, 4), day(3, 4), day(5, 3), day(5, 18)));
        });
        String dossier = ask(contested);
        admissible(dossier);
        answer(dossier, "BEVESTIGD");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("BEVESTIGD");
        assertThat(windows.of(dossier)).singleElement().satisfies(window -> assertThat(window.days()).isEqualTo(new AppealWindow(day(3, 18), day(3, 18), day(5, 18), day(6, 2))));
        assertThat(statusOf(contested)).containsExactly("ONDERTEKEND");
        assertThat(sentences(contested)).anyMatch(line -> line.equals("Na heroverweging in dossier %s blijft de beslissing van maandag 1 maart 2027 zoals ze is.".formatted(dossier)));

        at(day(5, 17), LocalTime.of(23, 50));
        closeAppealWindows.sweep();
        assertThat(windows.of(contested)).noneMatch(AppealWindows.Window::definitive);
        at(day(5, 18), LocalTime.of(0, 20));
        assertThat(closeAppealWindows.sweep()).isPositive();
        assertThat(closeAppealWindows.sweep()).isZero();
        assertThat(windows.of(contested)).allMatch(AppealWindows.Window::definitive);
        assertThat(windows.of(dossier)).noneMatch(AppealWindows.Window::definitive);
        assertThat(sentences(contested)).filteredOn(line -> line.contains("is definitief sinds dinsdag 18 mei 2027: beroep bij de Raad van State was mogelijk van donderdag 4 maart "
                + "2027 tot en met maandag 3 mei 2027")).hasSize(1);
    }

    @Test
    void a_petition_that_runs_keeps_the_decision_from_becoming_final() {
        String contested = refused();
        var decision = decisions.lastOf(contested).orElseThrow();
        String petition = as("els", () -> dossiers.open(new Dossiers.NewDossier("beroep-raad-van-state", "RVS", decision.subject(), null, null, "PAPIER", ASKED, null, null)));
        contests.register(petition, contested, decision.besluit());
        at(day(6, 1), LocalTime.of(0, 20));
        closeAppealWindows.sweep();
        assertThat(windows.of(contested)).noneMatch(AppealWindows.Window::definitive);
        as("els", () -> {
            dossiers.close(petition, "VERWORPEN", day(6, 1));
            return null;
        });
        closeAppealWindows.sweep();
        assertThat(windows.of(contested)).allMatch(AppealWindows.Window::definitive);
        assertThat(sentences(contested)).filteredOn(line -> line.contains("is definitief")).singleElement().asString()
                .endsWith("is definitief: het beroep bij de Raad van State eindigde op dinsdag 1 juni 2027 zonder dat ze verviel.");
    }

    @Test
    void a_withdrawn_decision_falls_away_and_nothing_comes_in_its_place() {
        String contested = refused();
        String dossier = ask(contested);
        admissible(dossier);
        send("bram", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "INGETROKKEN", "motieven", "De weigering steunde op een vergissing."));
        send("mira", dossier, "UserTask_JuridischNazicht", legalCheck(false));
        answer(dossier, "INGETROKKEN");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("INGETROKKEN");
        assertThat(statusOf(contested)).containsExactly("VERNIETIGD");
        assertThat(open(contested)).isEmpty();
        assertThat(hadAPart.keptOut(contested)).isEmpty();
    }

    @Test
    void a_late_request_is_not_looked_into_and_a_person_says_so() {
        String contested = refused();
        at(day(4, 6), LocalTime.of(9, 0));
        String onTheLastDay = file(contested, day(4, 5));
        assertThat(shown("bram", onTheLastDay, "UserTask_OntvankelijkheidNagaan")).containsEntry("ontvankelijk", "JA");
        drop(onTheLastDay, "Vergissing.");
        String dossier = file(contested, day(4, 6));
        assertThat(shown("bram", dossier, "UserTask_OntvankelijkheidNagaan")).containsEntry("ontvankelijk", "NEE").containsEntry("grond", "LAATTIJDIG");
        send("bram", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Een dag te laat, zonder reden."));
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("NIET_ONTVANKELIJK");
        assertThat(kinds(dossier)).contains("heroverweging-niet-ontvankelijk");
        assertThat(running(dossier)).isEmpty();
        assertThat(sentences(dossier)).anyMatch(line -> line.equals("Bram De Smet vond de vraag om heroverweging niet ontvankelijk: ze kwam te laat."));
        assertThat(statusOf(contested)).containsExactly("ONDERTEKEND");
    }

    @Test
    void who_does_not_come_to_explain_is_answered_all_the_same() {
        String dossier = ask(refused());
        send("bram", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Op tijd.", "horen", "JA"));
        assertThat(terms.due(dossier, "T-HOR-01")).isEqualTo("2027-03-30");
        at(day(3, 30), LocalTime.of(23, 30));
        assertThat(open(dossier)).containsExactly("UserTask_VerweerRegistreren");
        at(day(3, 31), LocalTime.of(0, 5));
        assertThat(open(dossier)).containsExactly("UserTask_BeslissingOpstellen");
    }

    @Test
    void the_request_can_be_dropped_until_the_answer_is_signed() {
        String contested = refused();
        String dossier = ask(contested);
        admissible(dossier);
        assertThatThrownBy(() -> drop(dossier, " ")).isInstanceOf(Refused.class).hasMessage("appeal.drop.reason");
        drop(dossier, "Wij dienen een nieuwe aanvraag in.");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("VERZOEK_INGETROKKEN");
        assertThat(open(dossier)).isEmpty();
        assertThat(running(dossier)).isEmpty();
        assertThat(kinds(dossier)).contains("heroverweging-ingetrokken");
        String second = file(contested, ASKED);
        admissible(second);
        draft(second, "BEVESTIGD");
        send("mira", second, "UserTask_JuridischNazicht", legalCheck(true));
        send("hans", second, "UserTask_Ondertekenen", signature());
        assertThatThrownBy(() -> drop(second, "Te laat.")).isInstanceOf(Refused.class).hasMessage("appeal.drop.too-late");
    }

    @Test
    void who_had_a_part_in_the_decision_is_kept_out_with_the_reason() {
        String contested = refused();
        assertThat(hadAPart.keptOut(contested)).isEmpty();
        String dossier = ask(contested);
        assertThat(hadAPart.keptOut(dossier)).containsOnly(
                Map.entry("an", "An Peeters stelde de bestreden beslissing van maandag 1 maart 2027 op."),
                Map.entry("joke", "Joke Claes keek de bestreden beslissing van maandag 1 maart 2027 juridisch na."),
                Map.entry("karel", "Karel Mertens ondertekende de bestreden beslissing van maandag 1 maart 2027."));
        assertThatThrownBy(() -> send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Op tijd.", "horen", "NEE")))
                .isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
        assertThat(open(dossier)).containsExactly("UserTask_OntvankelijkheidNagaan");
        admissible(dossier);
        draft(dossier, "BEVESTIGD");
        assertThatThrownBy(() -> send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true))).isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
        send("mira", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        assertThatThrownBy(() -> send("karel", dossier, "UserTask_Ondertekenen", signature())).isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
        // Nor from the dossier itself, beside the tasks.
        for (Runnable act : List.<Runnable>of(() -> dropHeroverweging.drop(dossier, "Niet meer nodig"), () -> chooseHerneming.choose(dossier, "CallActivity_Besluit"),
                () -> pauseByHand.pause(dossier, ASKED, new Justification<>(PauseGround.VERWEER, "Brief", "Wacht op antwoord")),
                () -> adjustTerm.extend(dossier, "T-HER-01", 5, new Justification<>(ExtensionGround.values()[0], "Brief", "Meer tijd")))) {
            long before = refusedAttempts(dossier);
            assertThatThrownBy(() -> as("an", () -> {
                act.run();
                return null;
            })).isInstanceOf(Refused.class).hasMessageStartingWith("inbox.conflict");
            assertThat(refusedAttempts(dossier)).isEqualTo(before + 1);
        }
    }

    @Test
    void an_inspector_and_a_member_of_the_committee_are_kept_out_and_who_came_later_is_not() {
        String contested = refused(file -> {
            noteIn("ivo", file);
            noteIn("rita", file);
        });
        String dossier = ask(contested);
        // What somebody does in the contested dossier after the signature is no part in the decision.
        noteIn("marc", contested);
        var decision = decisions.lastOf(contested).orElseThrow();
        assertThat(hadAPart.keptOut(dossier)).containsOnlyKeys("an", "joke", "karel", "ivo", "rita")
                .containsEntry("ivo", "Ivo Jacobs deed de inspectie voor de bestreden beslissing van maandag 1 maart 2027.")
                .containsEntry("rita", "Rita Maes zat in de commissie die advies gaf over de bestreden beslissing van maandag 1 maart 2027.");
        // An appeal against the answer keeps out those of both decisions.
        admissible(dossier);
        answer(dossier, "BEVESTIGD");
        String again = as("els", () -> dossiers.open(new Dossiers.NewDossier("beroep-raad-van-state", "RVS", decision.subject(), null, null, "PAPIER", ASKED, null, null)));
        contests.register(again, dossier, decisions.lastOf(dossier).orElseThrow().besluit());
        assertThat(hadAPart.keptOut(again)).containsOnlyKeys("an", "joke", "karel", "ivo", "rita", "bram", "mira", "hans");
    }

    @Test
    void the_report_names_who_touched_both() {
        String contested = refused();
        String dossier = ask(contested);
        assertThatThrownBy(() -> as("bram", () -> touchedBoth.all())).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        noteIn("an", dossier);
        var touches = as("tom", () -> touchedBoth.all()).stream().filter(touch -> touch.appeal().equals(dossier)).toList();
        assertThat(touches).extracting(TouchedBoth.Touch::person).containsExactly("an", "els");
        assertThat(touches.get(0)).satisfies(an -> {
            assertThat(an.contested()).isEqualTo(contested);
            assertThat(an.keptOut()).isTrue();
            assertThat(an.tasksInContested()).contains("Beslissing opstellen", "Nota opstellen");
            assertThat(an.tasksInAppeal()).isEmpty();
            assertThat(an.inAppeal()).isEqualTo(1);
        });
        assertThat(touches.get(1).keptOut()).isFalse();
    }

    @Test
    void the_receipt_of_a_registered_letter_moves_the_window() {
        String contested = refused();
        UUID letter = windows.of(contested).get(0).letter();
        at(day(3, 10), LocalTime.of(9, 0));
        wrong(new Receipt(letter, Way.ONTVANGSTBEWIJS, null, false, null), "on");
        wrong(new Receipt(letter, Way.ONTVANGSTBEWIJS, day(3, 11), false, null), "on");
        wrong(new Receipt(letter, Way.GEWEIGERD, day(2, 28), false, null), "on");
        wrong(new Receipt(letter, Way.ELEKTRONISCH, day(3, 2), false, null), "way");
        wrong(new Receipt(letter, Way.TEGENBEWIJS, day(3, 4), false, " "), "on", "reason");
        wrong(new Receipt(letter, null, null, true, null), "reason");
        assertThatThrownBy(() -> record("els", new Receipt(letter, null, null, false, null))).isInstanceOf(Refused.class).hasMessage("correspondence.receipt.same");
        assertThatThrownBy(() -> record("karel", new Receipt(letter, Way.GEWEIGERD, day(3, 2), false, null))).isInstanceOf(Refused.class).hasMessage("security.role-missing");

        record("els", new Receipt(letter, Way.ONTVANGSTBEWIJS, day(3, 2), false, null));
        assertThat(windows.of(contested).get(0).days()).isEqualTo(new AppealWindow(day(3, 2), day(3, 3), day(5, 3), day(5, 18)));
        assertThat(letters.get(letter)).satisfies(now -> {
            assertThat(now.receivedOn()).isEqualTo(day(3, 2));
            assertThat(now.appealFrom()).isEqualTo(day(3, 3));
        });
        record("els", new Receipt(letter, Way.TEGENBEWIJS, day(3, 9), false, "Track en trace van bpost."));
        assertThat(windows.of(contested).get(0).days()).isEqualTo(new AppealWindow(day(3, 9), day(3, 10), day(5, 10), day(5, 25)));
        assertThat(terms.due(contested, "T-RVS")).isEqualTo(day(5, 10));
        assertThat(sentences(contested)).anyMatch(line -> line.startsWith("Els Janssens registreerde dat de brief “Beslissing: weigering van de erkenning” volgens het bewijs van de "
                + "geadresseerde pas op dinsdag 9 maart 2027 ontvangen werd. De beroepstermijn loopt van woensdag 10 maart 2027 tot en met maandag 10 mei 2027, en niet van"));
        record("joke", new Receipt(letter, null, null, true, "De tweede bladzijde werd niet meegestuurd."));
        assertThat(windows.of(contested).get(0)).satisfies(window -> {
            assertThat(window.clauseMissing()).isTrue();
            assertThat(window.days()).isEqualTo(new AppealWindow(day(3, 9), day(7, 10), day(9, 7), day(9, 22)));
        });
        wrong(new Receipt(letter, Way.AANGETEKEND, null, true, " "), "reason");
        record("joke", new Receipt(letter, Way.AANGETEKEND, null, false, "De opvolging van bpost was van een andere brief."));
        assertThat(windows.of(contested).get(0)).satisfies(window -> {
            assertThat(window.way()).isEqualTo(Way.AANGETEKEND);
            assertThat(window.days()).isEqualTo(new AppealWindow(day(3, 4), day(3, 4), day(5, 3), day(5, 18)));
        });
        // Five rows in the book, one that counts.
        assertThat(jdbc.sql("select count(*) from appeal_window where letter = ?").param(letter).query(Long.class).single()).isEqualTo(5);
        assertThat(windows.of(contested)).hasSize(1);
    }

    @Test
    void a_decision_that_was_called_final_too_early_is_looked_at_again() {
        String contested = refused();
        UUID letter = windows.of(contested).get(0).letter();
        at(day(5, 18), LocalTime.of(0, 20));
        closeAppealWindows.sweep();
        assertThat(windows.of(contested)).allMatch(AppealWindows.Window::definitive);
        record("joke", new Receipt(letter, null, null, true, "De clausule stond niet in de brief."));
        assertThat(windows.of(contested)).singleElement().satisfies(window -> {
            assertThat(window.definitive()).isFalse();
            assertThat(window.days()).isEqualTo(new AppealWindow(day(3, 4), day(7, 5), day(9, 2), day(9, 17)));
        });
        assertThat(terms.due(contested, "T-RVS")).isEqualTo(day(9, 2));
    }

    @Test
    void a_request_is_refused_with_every_field_that_is_wrong() {
        String contested = refused();
        at(ASKED, LocalTime.of(9, 0));
        UUID besluit = decisions.lastOf(contested).orElseThrow().besluit();
        assertThat(fields(new FileHeroverweging.Request(null, null, " "), List.of())).containsExactly("decision", "receivedOn", "grounds", "attachments");
        assertThat(fields(new FileHeroverweging.Request(besluit, ASKED.plusDays(1), "Grond"), attachment())).containsExactly("receivedOn");
        assertThat(fields(new FileHeroverweging.Request(besluit, DECIDED.minusDays(1), "Grond"), attachment())).containsExactly("receivedOn");
        var good = new FileHeroverweging.Request(besluit, ASKED, "Grond");
        assertThatThrownBy(() -> as("karel", () -> fileHeroverweging.file(UUID.randomUUID(), good, attachment()))).isInstanceOf(Refused.class).hasMessage("security.role-missing");
        UUID action = UUID.randomUUID();
        String dossier = as("els", () -> fileHeroverweging.file(action, good, attachment()));
        assertThat(as("els", () -> fileHeroverweging.file(action, good, attachment()))).isEqualTo(dossier);
        assertThat(fields(good, attachment())).containsExactly("decision");
    }

    @Test
    void the_handler_chooses_the_step_until_the_answer_is_drafted() {
        String dossier = ask(refused());
        assertThat(chooseHerneming.steps(dossier)).extracting(step -> step.label()).contains("Voorwaarden beoordelen", "Beslissing opstellen");
        assertThatThrownBy(() -> choose("Gateway_Bestaat_Niet", dossier)).isInstanceOf(Refused.class).hasMessage("appeal.restart.step");
        choose("UserTask_VoorwaardenBeoordelen", dossier);
        assertThat(sentences(dossier)).anyMatch(line -> line.endsWith("koos waar de procedure herneemt als de beslissing herzien wordt: Voorwaarden beoordelen."));
        admissible(dossier);
        draft(dossier, "HERZIEN");
        assertThat(chooseHerneming.steps(dossier)).isEmpty();
        send("mira", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("hans", dossier, "UserTask_Ondertekenen", signature());
        notified(dossier);
        assertThat(open(contests.of(dossier).orElseThrow().contested())).containsExactly("UserTask_VoorwaardenBeoordelen");
    }

    @Test
    void an_annulment_leaves_nothing_to_reconsider() {
        String contested = refused();
        String dossier = ask(contested);
        send("bram", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Op tijd.", "horen", "JA"));
        annulled(contested, "A. 250.001/XII-1");
        assertThat(statusOf(contested)).containsExactly("VERNIETIGD");
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("ZONDER_VOORWERP");
        assertThat(open(dossier)).isEmpty();
        assertThat(running(dossier)).isEmpty();
        assertThat(kinds(dossier)).last().isEqualTo("heroverweging-zonder-voorwerp");
        assertThat(sentences(dossier)).contains("De bestreden beslissing geldt niet meer. Er is niets meer te heroverwegen.");
    }

    @Test
    void an_answer_that_was_signed_before_the_annulment_goes_out_and_changes_nothing() {
        String contested = refused();
        String dossier = ask(contested);
        admissible(dossier);
        draft(dossier, "BEVESTIGD");
        send("mira", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("hans", dossier, "UserTask_Ondertekenen", signature());
        annulled(contested, "A. 250.002/XII-1");
        assertThat(dossiers.get(dossier).closedOn()).isNull();
        notified(dossier);
        assertThat(dossiers.get(dossier).outcome()).isEqualTo("BEVESTIGD");
        assertThat(sentences(contested)).noneMatch(line -> line.endsWith("zoals ze is."))
                .anyMatch(line -> line.startsWith("De heroverweging in dossier " + dossier + " bevestigde de beslissing van maandag 1 maart 2027. Die gold al niet meer"));
    }

    private void annulled(String contested, String role) {
        byte[] piece = InventedApplications.proofOfDeposit("Stuk").content();
        String appeal = as("els", () -> filePetition.file(new FilePetition.Petition(decisions.lastOf(contested).orElseThrow().besluit(), role, PetitionKind.NIETIGVERKLARING, null, ASKED, ASKED),
                List.of(new AttachedFile("verzoekschrift.pdf", piece))));
        as("mira", () -> {
            recordRuling.record(appeal, new RecordRuling.Ruling(RvSRuling.VERNIETIGD, ASKED, "259.001", "Niet gehoord.", "arrest.pdf", piece));
            return null;
        });
        jobs.run();
    }

    @AfterAll
    void every_end_and_boundary_event_was_reached() {
        assertThat(ReachedEvents.missing(jdbc, "heroverweging", filed)).isEmpty();
    }

    private String refused() {
        return refused(dossier -> { });
    }

    private String refused(Consumer<String> beforeTheDecision) {
        at(DECIDED, LocalTime.of(9, 0));
        application = InventedApplications.make(undertakings++, DECIDED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", DECIDED, InventedApplications.attachments(application));
        send("an", dossier, "UserTask_VolledigheidNagaan", complete());
        send("an", dossier, "UserTask_BronnenNagaan", debts());
        send("an", dossier, "UserTask_OndernemingsplanBeoordelen", goodPlan());
        send("an", dossier, "UserTask_WaarborgNagaan", depositPaid(DECIDED.minusDays(10)));
        send("an", dossier, "UserTask_VoorwaardenBeoordelen", conditionsWithDebt());
        send("an", dossier, "UserTask_NotaOpstellen", note("ONGUNSTIG"));
        send("els", dossier, "UserTask_VerweerRegistreren", defence(DECIDED));
        send("an", dossier, "UserTask_VerweerBeoordelen", defenceRejected());
        send("sofie", dossier, "UserTask_OpAgendaPlaatsen", agenda(DECIDED));
        send("sofie", dossier, "UserTask_AdviesRegistreren", advice("ONGUNSTIG", DECIDED));
        beforeTheDecision.accept(dossier);
        send("an", dossier, "UserTask_BeslissingOpstellen", decision("GEWEIGERD", List.of()));
        send("joke", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", signature());
        notified(dossier);
        return dossier;
    }

    private String ask(String contested) {
        at(ASKED, LocalTime.of(9, 0));
        return file(contested, ASKED);
    }

    private String file(String contested, LocalDate received) {
        String dossier = as("els", () -> fileHeroverweging.file(UUID.randomUUID(), new FileHeroverweging.Request(decisions.lastOf(contested).orElseThrow().besluit(), received,
                "De schuld aan de RSZ is betaald."), attachment()));
        filed.add(dossier);
        return dossier;
    }

    private void admissible(String dossier) {
        send("bram", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Op tijd.", "horen", "NEE"));
    }

    private void draft(String dossier, String outcome) {
        send("bram", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", outcome, "motieven", "De schuld werd opnieuw bekeken."));
    }

    private void answer(String dossier, String outcome) {
        draft(dossier, outcome);
        sign(dossier);
    }

    private void sign(String dossier) {
        send("mira", dossier, "UserTask_JuridischNazicht", legalCheck(true));
        send("hans", dossier, "UserTask_Ondertekenen", signature());
        notified(dossier);
    }

    private void notified(String dossier) {
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    private static Map<String, Object> grant() {
        return Map.of("uitkomst", "ERKEND", "activiteiten", List.of("SCHOONMAKEN"), "afwijkingAdvies", "De schuld waarop het advies steunt, is betaald.");
    }

    private static List<AttachedFile> attachment() {
        return List.of(new AttachedFile("vraag.pdf", InventedApplications.proofOfDeposit("Vraag").content()));
    }

    private List<String> fields(FileHeroverweging.Request request, List<AttachedFile> files) {
        try {
            as("els", () -> fileHeroverweging.file(UUID.randomUUID(), request, files));
            return List.of();
        } catch (Refused refused) {
            return refused.fields().stream().map(Refused.Field::name).toList();
        }
    }

    private void wrong(Receipt receipt, String... fields) {
        assertThatThrownBy(() -> record("els", receipt)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly(fields));
    }

    private void record(String person, Receipt receipt) {
        as(person, () -> {
            recordReceipt.record(receipt);
            return null;
        });
    }

    private void choose(String element, String dossier) {
        as("bram", () -> {
            chooseHerneming.choose(dossier, element);
            return null;
        });
    }

    private void noteIn(String person, String dossier) {
        as(person, () -> {
            dossiers.note(dossier, "Gezien.");
            return null;
        });
    }

    private long refusedAttempts(String dossier) {
        return audit.of(dossier).stream().filter(line -> line.action().equals("POGING_GEWEIGERD")).count();
    }

    private void drop(String dossier, String reason) {
        as("els", () -> {
            dropHeroverweging.drop(dossier, reason);
            return null;
        });
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }

    private List<String> statusOf(String dossier) {
        return jdbc.sql("select status from besluit where dossier = ? and status <> 'TERUGGESTUURD' order by drafted_at").param(dossier).query(String.class).list();
    }

    private Map<String, Object> shown(String person, String dossier, String task) {
        return as(person, () -> showTask.show(acts.task(dossier, task)).values());
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private <T> T as(String person, Supplier<T> work) {
        return currentActor.as(people.actor(person), work);
    }

    private void at(LocalDate day, LocalTime time) {
        clock.moveTo(ZonedDateTime.of(day, time, MovableClock.BRUSSELS));
        jobs.run();
    }

    private List<String> running(String dossier) {
        return terms.of(dossier).stream().filter(term -> term.stoppedOn() == null).map(TermStanding::rule).toList();
    }

    private List<String> open(String dossier) {
        return openWork.ofDossier(dossier).stream().map(OpenWork.Row::taskKey).toList();
    }

    private List<String> kinds(String dossier) {
        return letters.of(dossier).stream().map(Letters.Letter::kind).toList();
    }

    private List<String> sentences(String dossier) {
        return audit.of(dossier).stream().map(AuditLog.Line::sentence).toList();
    }
}
