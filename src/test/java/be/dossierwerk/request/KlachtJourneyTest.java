package be.dossierwerk.request;

import static be.dossierwerk.request.RequestDesk.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.inbox.ConflictRule;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint on the real engine with a moved clock: every course, its days and its letters. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KlachtJourneyTest {

    private static final LocalDate HAPPENED = LocalDate.of(2027, 5, 20);
    private static final Map<String, Object> ANSWER = Map.of("oordeel", "GEGROND", "motivering", "Uw berichten bleven liggen.", "maatregelen", "Wij bellen voortaan binnen twee dagen terug.");

    @Autowired private ApplicationContext spring;
    @Autowired private List<ConflictRule> conflictRules;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private RequestDesk desk;

    @BeforeAll
    void open_the_desk() {
        desk = new RequestDesk(spring);
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @AfterAll
    void every_event_was_reached() {
        assertThat(ReachedEvents.missing(jdbc, KlachtModel.PROCESS, desk.dossiers)).isEmpty();
    }

    @Test
    void a_complaint_is_acknowledged_researched_and_answered_by_somebody_else_than_it_is_about() {
        String dossier = desk.klacht(RECEIVED, HAPPENED, false, "bram");
        assertThat(desk.letters(dossier)).containsExactly("klacht-ontvangst");
        assertThat(desk.due(dossier, "T-KLA-02")).isEqualTo("2027-07-16");
        assertThat(desk.timer(dossier, "StartEvent_TermijnVerstreken")).isEqualTo("2027-07-17");
        assertThat(desk.running(dossier)).containsExactly("T-KLA-02");
        assertThat(desk.facts(dossier, "klacht-ontvangst")).contains("2027-07-16");

        assertThat(conflictRules.stream().map(rule -> rule.keptOut(dossier)).filter(out -> !out.isEmpty())).singleElement()
                .satisfies(out -> assertThat(out).containsOnlyKeys("bram").containsValue("De klacht gaat over Bram De Smet. Iemand anders behandelt ze."));

        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        assertThat(desk.shown(dossier, "UserTask_KlachtOnderzoeken")).containsEntry("betrokkenen", "Bram De Smet");
        desk.send("an", dossier, "UserTask_KlachtOnderzoeken", Map.of("bevindingen", "Vijf oproepen zonder antwoord.", "gehoord", "Bram, op 3 juni."));
        assertThat(RequestDesk.wrong(() -> desk.send("an", dossier, "UserTask_AntwoordOpstellen", Map.of("oordeel", "GEGROND")))).containsExactly("motivering", "maatregelen");
        Actor both = new Actor("rik", "Rik Baert", Set.of(Roles.HANDLER, Roles.HEAD));
        desk.send(both, dossier, "UserTask_AntwoordOpstellen", ANSWER);
        assertThatThrownBy(() -> desk.send(both, dossier, "UserTask_AntwoordNazien", Map.of("akkoord", "JA"))).isInstanceOf(Refused.class).hasMessage("request.klacht.four-eyes");
        desk.send("lieve", dossier, "UserTask_AntwoordNazien", Map.of("akkoord", "NEE", "opmerking", "Zeg ook dat het ons spijt."));
        assertThat(desk.shown(dossier, "UserTask_AntwoordOpstellen")).containsEntry("opmerking", "Zeg ook dat het ons spijt.").containsEntry("oordeel", "GEGROND");
        desk.send("an", dossier, "UserTask_AntwoordOpstellen", Map.of("motivering", "Uw berichten bleven liggen. Dat spijt ons."));
        desk.send("lieve", dossier, "UserTask_AntwoordNazien", Map.of("akkoord", "JA"));

        assertThat(desk.outcome(dossier)).isEqualTo("GEGROND");
        assertThat(desk.running(dossier)).isEmpty();
        assertThat(desk.open(dossier)).isEmpty();
        assertThat(desk.facts(dossier, "klacht-antwoord")).contains("Uw klacht is gegrond.", "Dat spijt ons.", "binnen twee dagen", "Vlaamse Ombudsdienst",
                "Ze verandert geen enkele beslissing");
        assertThat(desk.letters(dossier)).containsExactly("klacht-ontvangst", "klacht-antwoord");
    }

    @Test
    void a_complaint_that_is_not_founded_needs_no_measures() {
        String dossier = desk.klacht(RECEIVED, HAPPENED, false);
        assertThat(conflictRules.stream().map(rule -> rule.keptOut(dossier))).allMatch(Map::isEmpty);
        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        desk.send("an", dossier, "UserTask_KlachtOnderzoeken", Map.of("bevindingen", "Er werd teruggebeld."));
        desk.send("an", dossier, "UserTask_AntwoordOpstellen", Map.of("oordeel", "ONGEGROND", "motivering", "Wij belden u terug op 21 mei."));
        desk.send("lieve", dossier, "UserTask_AntwoordNazien", Map.of("akkoord", "JA"));
        assertThat(desk.outcome(dossier)).isEqualTo("ONGEGROND");
        assertThat(desk.facts(dossier, "klacht-antwoord")).doesNotContain("maatregelen");
    }

    @Test
    void each_reason_not_to_handle_a_complaint_has_its_letter() {
        String old = desk.klacht(RECEIVED, RECEIVED.minusYears(1).minusDays(1), false);
        assertThat(desk.shown(old, "UserTask_OntvankelijkheidNagaan")).containsEntry("ontvankelijk", "NEE").containsEntry("reden", "OUDER_DAN_EEN_JAAR");
        desk.send("an", old, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Het is te lang geleden."));
        assertThat(desk.facts(old, "klacht-niet-ontvankelijk")).contains("meer dan een jaar", "Het is te lang geleden.", "Vlaamse Ombudsdienst");

        String yearToTheDay = desk.klacht(RECEIVED, RECEIVED.minusYears(1), false);
        assertThat(desk.shown(yearToTheDay, "UserTask_OntvankelijkheidNagaan")).doesNotContainKey("reden");
        assertThat(RequestDesk.wrong(() -> refuse(yearToTheDay, "OUDER_DAN_EEN_JAAR"))).containsExactly("reden");
        assertThat(RequestDesk.wrong(() -> refuse(yearToTheDay, "ANONIEM"))).containsExactly("reden");
        refuse(yearToTheDay, "AL_BEHANDELD");
        String appealed = desk.klacht(RECEIVED, HAPPENED, false);
        refuse(appealed, "VOORWERP_VAN_BEROEP");
        assertThat(desk.facts(appealed, "klacht-niet-ontvankelijk")).contains("loopt een beroep");
        assertThat(List.of(old, yearToTheDay, appealed)).allMatch(dossier -> desk.outcome(dossier).equals("NIET_ONTVANKELIJK") && desk.running(dossier).isEmpty());
    }

    @Test
    void an_anonymous_complaint_gets_no_letters_and_is_never_handled() {
        String dossier = desk.klacht(RECEIVED, HAPPENED, true);
        assertThat(desk.letters(dossier)).isEmpty();
        assertThat(desk.running(dossier)).containsExactly("T-KLA-02");
        assertThat(RequestDesk.wrong(() -> desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA")))).containsExactly("ontvankelijk");
        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("toelichting", "Wij weten niet wie klaagt."));
        assertThat(desk.outcome(dossier)).isEqualTo("NIET_ONTVANKELIJK");
        assertThat(desk.letters(dossier)).isEmpty();
    }

    @Test
    void who_withdraws_the_complaint_ends_all_work() {
        String dossier = desk.klacht(RECEIVED, HAPPENED, false);
        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "JA"));
        DropRequest drop = desk.bean(DropRequest.class);
        assertThat(RequestDesk.wrong(() -> desk.does("els", () -> drop.drop(dossier, " ")))).containsExactly("reason");
        desk.does("els", () -> drop.drop(dossier, "Het is opgelost."));
        assertThat(desk.outcome(dossier)).isEqualTo("KLACHT_INGETROKKEN");
        assertThat(desk.open(dossier)).isEmpty();
        assertThat(desk.facts(dossier, "vraag-ingetrokken")).contains("klacht");
        assertThatThrownBy(() -> desk.does("els", () -> drop.drop(dossier, "Nog eens."))).isInstanceOf(Refused.class).hasMessage("request.drop.too-late");
    }

    @Test
    void after_forty_five_days_who_waits_hears_why_and_the_work_goes_on() {
        String dossier = desk.klacht(RECEIVED, HAPPENED, false);
        LocalDate last = desk.due(dossier, "T-KLA-02");
        desk.at(last, LocalTime.of(23, 30));
        assertThat(desk.letters(dossier)).containsExactly("klacht-ontvangst");
        desk.at(last.plusDays(1), LocalTime.of(0, 1));
        assertThat(desk.letters(dossier)).containsExactly("klacht-ontvangst", "klacht-vertraging");
        assertThat(desk.facts(dossier, "klacht-vertraging")).contains("Vlaamse Ombudsdienst");
        assertThat(desk.open(dossier)).containsExactly("UserTask_OntvankelijkheidNagaan");
        desk.morning(last.plusDays(60));
        assertThat(desk.letters(dossier)).hasSize(2);
        refuse(dossier, "AL_BEHANDELD");
        assertThat(desk.outcome(dossier)).isEqualTo("NIET_ONTVANKELIJK");
    }

    @Test
    void the_same_complaint_twice_makes_one_dossier_and_everything_wrong_is_said_at_once() {
        UUID action = UUID.randomUUID();
        String dossier = desk.klacht(action, RECEIVED, HAPPENED, false);
        assertThat(desk.klacht(action, RECEIVED, HAPPENED, false)).isEqualTo(dossier);
        RegisterKlacht register = desk.bean(RegisterKlacht.class);
        List<String> wrong = new ArrayList<>(RequestDesk.wrong(() -> desk.as("els", () -> register.register(UUID.randomUUID(), new RegisterKlacht.Klacht(
                new Requester(" ", "", "90", null, "geen adres", null, RECEIVED.plusDays(1), "DC-ERK-1999-00001"), false, null, "", Set.of()), List.of()))));
        assertThat(wrong).containsExactlyInAnyOrder("name", "street", "municipality", "postalCode", "email", "channel", "receivedOn", "about", "happenedOn", "told");
        assertThat(RequestDesk.wrong(() -> desk.as("els", () -> register.register(UUID.randomUUID(), new RegisterKlacht.Klacht(RequestDesk.requester(RECEIVED, null), false,
                RECEIVED.plusDays(1), "Iets", Set.of()), List.of())))).containsExactly("attachments", "happenedOn", "happenedOn");
        assertThat(RequestDesk.wrong(() -> desk.klacht(RECEIVED, HAPPENED, false, "niemand"))).containsExactly("people");
        assertThatThrownBy(() -> desk.as("karel", () -> register.register(UUID.randomUUID(), null, List.of()))).isInstanceOf(Refused.class);
    }

    @Test
    void who_is_complained_about_can_be_named_later_but_not_by_themselves() {
        String dossier = desk.klacht(RECEIVED, HAPPENED, false, "bram");
        ComplainedAbout about = desk.bean(ComplainedAbout.class);
        assertThatThrownBy(() -> desk.does("bram", () -> about.name(dossier, List.of()))).isInstanceOf(Refused.class).hasMessage("request.people.about-you");
        desk.does("an", () -> about.name(dossier, List.of("bram", "lieve")));
        assertThat(about.keptOut(dossier)).containsOnlyKeys("bram", "lieve");
        assertThat(desk.sentences(dossier)).anyMatch(line -> line.contains("Bram De Smet, Lieve Goossens"));
    }

    private void refuse(String dossier, String reason) {
        desk.send("an", dossier, "UserTask_OntvankelijkheidNagaan", Map.of("ontvankelijk", "NEE", "reden", reason, "toelichting", "Zie ons vorige antwoord."));
    }
}
