package be.dossierwerk.request;

import static be.dossierwerk.request.RequestDesk.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.EndExpired;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.diagrams.ReachedEvents;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An openness request on the real engine with a moved clock: every course, its days, its letters and the copies that are handed over. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenbaarheidJourneyTest {

    private static final String NOTE = "De nota over het onderzoek";
    private static final String REPORT = "Het verslag van de inspectie";
    private static final Map<String, Object> HANDLE = Map.of("resultaat", "BEHANDELEN");
    private static final Map<String, Object> OPEN = Map.of("oordeel", "OPENBAAR");
    private static final Map<String, Object> CLOSED = Map.of("oordeel", "NIET_OPENBAAR", "uitzondering", "TOEZICHT", "motief", "Het onderzoek loopt nog.");
    private static final Map<String, Object> IN_PART = Map.of("oordeel", "GEDEELTELIJK", "uitzondering", "PRIVACY", "motief", "Er staan namen in van huishoudhulpen.");

    @Autowired private ApplicationContext spring;
    @Autowired private Dossiers dossiers;
    @Autowired private ExtendOpenbaarheid extendOpenbaarheid;
    @Autowired private PointToDocument pointToDocument;
    @Autowired private JudgeDocument judgeDocument;
    @Autowired private OpenbaarheidRequests requests;
    @Autowired private DropRequest dropRequest;
    @Autowired private EndExpired endExpired;
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
        assertThat(ReachedEvents.missing(jdbc, OpenbaarheidModel.PROCESS, desk.dossiers)).isEmpty();
    }

    @Test
    void what_is_open_is_handed_over_as_a_copy_out_of_the_dossier_where_it_lives() {
        String source = source();
        String dossier = desk.openbaarheid(RECEIVED, source, NOTE);
        assertThat(desk.letters(dossier)).containsExactly("openbaarheid-ontvangst");
        assertThat(desk.due(dossier, "T-OPB-01")).isEqualTo("2027-06-21");
        assertThat(desk.timer(dossier, "StartEvent_TermijnVerstreken")).isEqualTo("2027-06-22");
        assertThat(desk.facts(dossier, "openbaarheid-ontvangst")).contains("2027-06-21", "20 kalenderdagen", NOTE);
        desk.send("an", dossier, "UserTask_VerzoekNagaan", HANDLE);
        assertThat((String) desk.shown(dossier, "UserTask_DocumentBeoordelen").get("document")).isEqualTo("Document 1 van 1: " + NOTE);
        desk.send("an", dossier, "UserTask_DocumentBeoordelen", OPEN);
        assertThat(desk.shown(dossier, "UserTask_BeslissingOpstellen")).containsEntry("uitkomst", "TOEGESTAAN")
                .hasEntrySatisfying("beroepsclausule", text -> assertThat((String) text).contains("Beroepsinstantie", "dertig dagen"));
        assertThat(RequestDesk.wrong(() -> desk.send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GEWEIGERD")))).containsExactly("uitkomst");
        desk.send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        desk.sign(dossier);
        // Posted on Tuesday 1 June: Friday 4 June is the first day, Saturday 3 July the thirtieth, Monday 5 July the last.
        assertThat(desk.due(dossier, "T-OPB-04")).isEqualTo("2027-07-05");
        assertThat(desk.running(dossier)).containsExactly("T-OPB-04");

        assertThat(RequestDesk.wrong(() -> desk.send("an", dossier, "UserTask_DocumentenBezorgen", Map.of("wijze", "MEEGESTUURD")))).containsExactly("documenten");
        point(dossier, NOTE, source);
        assertThat((String) desk.shown(dossier, "UserTask_DocumentenBezorgen").get("documenten")).contains(source);
        desk.send("an", dossier, "UserTask_DocumentenBezorgen", Map.of("wijze", "MEEGESTUURD"));
        assertThat(desk.outcome(dossier)).isEqualTo("TOEGESTAAN");
        assertThat(dossiers.documents(dossier)).filteredOn(document -> document.kind().equals("AFSCHRIFT")).singleElement().satisfies(copy -> {
            assertThat(copy.title()).isEqualTo("Afschrift: Nota");
            assertThat(dossiers.content(copy.id())).isEqualTo(dossiers.content(dossiers.documents(source).get(0).id()));
        });
        assertThat(desk.facts(dossier, "openbaarheid-documenten")).contains(NOTE, "Nota");
        assertThat(desk.running(dossier)).containsExactly("T-OPB-04");
        desk.morning(LocalDate.of(2027, 7, 5));
        endExpired.sweep();
        assertThat(desk.running(dossier)).containsExactly("T-OPB-04");
        desk.morning(LocalDate.of(2027, 7, 6));
        endExpired.sweep();
        assertThat(desk.running(dossier)).isEmpty();
    }

    @Test
    void of_what_is_open_in_part_only_a_copy_without_the_closed_part_leaves() {
        String source = source();
        String dossier = desk.openbaarheid(RECEIVED, source, NOTE, REPORT);
        desk.send("an", dossier, "UserTask_VerzoekNagaan", HANDLE);
        assertThat(RequestDesk.wrong(() -> desk.send("an", dossier, "UserTask_DocumentBeoordelen", Map.of("oordeel", "NIET_OPENBAAR")))).containsExactly("uitzondering", "motief");
        desk.send("an", dossier, "UserTask_DocumentBeoordelen", IN_PART);
        assertThat(desk.open(dossier)).containsExactly("UserTask_DocumentBeoordelen");
        assertThat((String) desk.shown(dossier, "UserTask_DocumentBeoordelen").get("document")).isEqualTo("Document 2 van 2: " + REPORT);
        desk.send("an", dossier, "UserTask_DocumentBeoordelen", OPEN);
        assertThatThrownBy(() -> point(dossier, NOTE, source)).isInstanceOf(Refused.class).hasMessage("request.openness.blackened");

        desk.send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        UUID report = item(dossier, REPORT);
        assertThatThrownBy(() -> desk.does("an", () -> judgeDocument.again(dossier, report, DocumentJudgement.NIET_OPENBAAR, "TUCHT", "Toch niet.")))
                .isInstanceOf(Refused.class).hasMessage("request.openness.settled");
        desk.send("joke", dossier, "UserTask_JuridischNazicht", Map.of("akkoord", "NEE", "opmerking", "Het verslag mag niet."));
        assertThat(RequestDesk.wrong(() -> desk.does("an", () -> judgeDocument.again(dossier, report, DocumentJudgement.NIET_OPENBAAR, "ZOMAAR", "Toch niet."))))
                .contains("exception");
        desk.does("an", () -> judgeDocument.again(dossier, report, DocumentJudgement.NIET_OPENBAAR, "TOEZICHT", "Het onderzoek loopt nog."));
        assertThat((String) desk.shown(dossier, "UserTask_BeslissingOpstellen").get("motieven")).as("the reasons of the last judgement, not of the draft that came back")
                .contains(REPORT + ": de vertrouwelijkheid van een audit");
        desk.send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        desk.sign(dossier);
        assertThat(desk.facts(dossier, "beslissing-openbaarheid")).contains("de bescherming van de persoonlijke levenssfeer (artikel II.34)",
                "audit, inspectie of controle (artikel II.35)", "Het onderzoek loopt nog.", "Beroepsinstantie");
        desk.does("an", () -> dossiers.attach(dossier, "BIJLAGE", "Nota zonder namen", "nota-zonder-namen.pdf", InventedApplications.proofOfDeposit("Zonder namen").content(), RECEIVED));
        point(dossier, NOTE, dossier, "Nota zonder namen");
        desk.send("an", dossier, "UserTask_DocumentenBezorgen", Map.of("wijze", "INZAGE"));
        assertThat(desk.outcome(dossier)).isEqualTo("GEDEELTELIJK_TOEGESTAAN");
        assertThat(dossiers.documents(dossier)).noneMatch(document -> document.kind().equals("AFSCHRIFT"));
        assertThat(desk.facts(dossier, "openbaarheid-documenten")).contains("Nota zonder namen", "(een deel)").doesNotContain(REPORT + ":");
    }

    @Test
    void what_stays_closed_is_refused_with_its_ground_and_nothing_is_handed_over() {
        String dossier = desk.openbaarheid(RECEIVED, null, REPORT);
        desk.send("an", dossier, "UserTask_VerzoekNagaan", HANDLE);
        desk.send("an", dossier, "UserTask_DocumentBeoordelen", CLOSED);
        desk.send("an", dossier, "UserTask_BeslissingOpstellen", Map.of());
        assertThatThrownBy(() -> desk.send("an", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true))).isInstanceOf(Refused.class);
        desk.sign(dossier);
        assertThat(desk.outcome(dossier)).isEqualTo("GEWEIGERD");
        assertThat(desk.open(dossier)).isEmpty();
        assertThat(desk.letters(dossier)).doesNotContain("openbaarheid-documenten");
        assertThat(desk.running(dossier)).containsExactly("T-OPB-04");
        assertThat(jdbc.sql("select count(*) from letter where dossier = ? and appeal_until is not null").param(dossier).query(Long.class).single())
                .as("the Council of State is not where this appeal goes").isZero();
        assertThatThrownBy(() -> desk.does("els", () -> dropRequest.drop(dossier, "Te laat."))).isInstanceOf(Refused.class).hasMessage("request.drop.too-late");
    }

    @Test
    void the_term_is_extended_once_with_a_letter_and_its_timer_moves_along() {
        String dossier = desk.openbaarheid(RECEIVED, null, NOTE);
        desk.send("an", dossier, "UserTask_VerzoekNagaan", HANDLE);
        LocalDate last = desk.due(dossier, "T-OPB-01");
        desk.morning(last);
        assertThat(RequestDesk.wrong(() -> extend(dossier, " "))).containsExactly("reason");
        extend(dossier, "Het archief zoekt de oude nota op.");
        assertThat(desk.due(dossier, "T-OPB-01")).isEqualTo("2027-07-11");
        assertThat(desk.timer(dossier, "StartEvent_TermijnVerstreken")).isEqualTo("2027-07-12");
        assertThat(desk.facts(dossier, "openbaarheid-verlenging")).contains("2027-07-11", "2027-06-21", "Het archief zoekt");
        assertThatThrownBy(() -> extend(dossier, "Nog eens.")).isInstanceOf(Refused.class).hasMessage("request.extend.once");
        assertThat(desk.due(dossier, "T-OPB-01")).isEqualTo("2027-07-11");

        desk.at(LocalDate.of(2027, 7, 11), LocalTime.of(23, 30));
        assertThat(desk.letters(dossier)).doesNotContain("openbaarheid-vertraging");
        desk.at(LocalDate.of(2027, 7, 12), LocalTime.of(0, 1));
        assertThat(desk.facts(dossier, "openbaarheid-vertraging")).contains("Beroepsinstantie", "Geen antwoord van ons is geen weigering");
        assertThat(desk.open(dossier)).containsExactly("UserTask_DocumentBeoordelen");
        assertThat(desk.outcome(dossier)).isNull();
    }

    @Test
    void a_judgement_cannot_change_after_the_request_was_dropped() {
        String dossier = desk.openbaarheid(RECEIVED, null, NOTE, REPORT);
        desk.send("an", dossier, "UserTask_VerzoekNagaan", HANDLE);
        desk.send("an", dossier, "UserTask_DocumentBeoordelen", OPEN);
        desk.does("els", () -> dropRequest.drop(dossier, "Niet meer nodig."));
        assertThatThrownBy(() -> desk.does("an", () -> judgeDocument.again(dossier, item(dossier, NOTE), DocumentJudgement.NIET_OPENBAAR, "TOEZICHT", "Toch niet.")))
                .isInstanceOf(Refused.class).hasMessage("request.openness.settled");
    }

    @Test
    void after_the_last_day_nothing_is_extended() {
        String dossier = desk.openbaarheid(RECEIVED, null, NOTE);
        desk.morning(desk.due(dossier, "T-OPB-01").plusDays(1));
        assertThatThrownBy(() -> extend(dossier, "Vergeten.")).isInstanceOf(Refused.class).hasMessage("request.extend.too-late");
        assertThat(desk.letters(dossier)).containsExactly("openbaarheid-ontvangst", "openbaarheid-vertraging");
        desk.does("els", () -> dropRequest.drop(dossier, "De verzoeker vond het document zelf."));
        assertThat(desk.outcome(dossier)).isEqualTo("VERZOEK_INGETROKKEN");
        assertThat(desk.facts(dossier, "vraag-ingetrokken")).contains("vraag om documenten");
    }

    @Test
    void an_unclear_request_starts_the_term_anew_once_it_is_clear() {
        String dossier = desk.openbaarheid(RECEIVED, null, "Alles over mij");
        desk.morning(RECEIVED.plusDays(6));
        desk.send("an", dossier, "UserTask_VerzoekNagaan", Map.of("resultaat", "VERDUIDELIJKEN", "vraag", "Over welk dossier gaat het?"));
        assertThat(desk.due(dossier, "T-OPB-01")).isNull();
        assertThat(desk.due(dossier, "T-OPB-03")).isEqualTo("2027-07-07");
        assertThat(desk.timer(dossier, "Timer_GeenVerduidelijking")).isEqualTo("2027-07-08");
        assertThat(desk.timer(dossier, "StartEvent_TermijnVerstreken")).as("it waits for no known day").isEqualTo("2999-12-31");
        assertThat(dossiers.get(dossier).state()).isEqualTo("WACHT_OP_AANVRAGER");
        assertThatThrownBy(() -> extend(dossier, "Kan niet.")).isInstanceOf(Refused.class).hasMessage("request.extend.too-late");
        desk.morning(LocalDate.of(2027, 6, 30));
        assertThat(RequestDesk.wrong(() -> clarified(dossier, RECEIVED))).containsExactly("ontvangenOp");
        clarified(dossier, LocalDate.of(2027, 6, 29));
        assertThat(desk.due(dossier, "T-OPB-01")).isEqualTo("2027-07-19");
        assertThat(desk.timer(dossier, "StartEvent_TermijnVerstreken")).isEqualTo("2027-07-20");
        assertThat(desk.running(dossier)).containsExactly("T-OPB-01");
        assertThat(desk.shown(dossier, "UserTask_VerzoekNagaan")).containsEntry("documenten", NOTE);
    }

    @Test
    void a_request_that_nobody_makes_clear_ends_after_the_last_day() {
        String dossier = desk.openbaarheid(RECEIVED, null, "Alles");
        desk.send("an", dossier, "UserTask_VerzoekNagaan", Map.of("resultaat", "VERDUIDELIJKEN", "vraag", "Welke documenten?"));
        LocalDate last = desk.due(dossier, "T-OPB-03");
        assertThat(last).isEqualTo("2027-07-01");
        desk.at(last, LocalTime.of(23, 30));
        assertThat(desk.open(dossier)).containsExactly("UserTask_VerduidelijkingRegistreren");
        desk.at(last.plusDays(1), LocalTime.of(0, 1));
        assertThat(desk.outcome(dossier)).isEqualTo("NIET_ONTVANKELIJK");
        assertThat(desk.facts(dossier, "openbaarheid-niet-ontvankelijk")).contains("te algemeen", "Beroepsinstantie");
    }

    @Test
    void a_request_that_is_not_admissible_gets_its_reason_and_the_way_to_appeal() {
        String dossier = desk.openbaarheid(RECEIVED, null, "Een gedicht");
        assertThat(RequestDesk.wrong(() -> desk.send("an", dossier, "UserTask_VerzoekNagaan", Map.of("resultaat", "NIET_ONTVANKELIJK")))).containsExactly("reden", "toelichting");
        desk.send("an", dossier, "UserTask_VerzoekNagaan", Map.of("resultaat", "NIET_ONTVANKELIJK", "reden", "GEEN_BESTUURSDOCUMENT", "toelichting", "Wij schrijven geen gedichten."));
        assertThat(desk.outcome(dossier)).isEqualTo("NIET_ONTVANKELIJK");
        assertThat(desk.facts(dossier, "openbaarheid-niet-ontvankelijk")).contains("geen document van het bestuur", "geen gedichten", "Bestuursdecreet");
        assertThat(desk.running(dossier)).containsExactly("T-OPB-04");
        // By post it is there on Friday 4 June.
        assertThat(desk.due(dossier, "T-OPB-04")).isEqualTo("2027-07-05");
    }

    @Test
    void the_same_request_twice_makes_one_dossier_and_a_confidential_document_is_not_offered() {
        desk.morning(RECEIVED);
        UUID action = UUID.randomUUID();
        RegisterOpenbaarheid register = desk.bean(RegisterOpenbaarheid.class);
        var request = new RegisterOpenbaarheid.Openbaarheid(RequestDesk.requester(RECEIVED, null), NOTE + "\n\n  " + NOTE + "\n" + REPORT);
        String dossier = desk.as("els", () -> register.register(action, request, RequestDesk.papers()));
        assertThat(desk.as("els", () -> register.register(action, request, RequestDesk.papers()))).isEqualTo(dossier);
        assertThat(requests.items(dossier)).extracting(OpenbaarheidRequests.Item::description).containsExactly(NOTE, REPORT);
        assertThat(RequestDesk.wrong(() -> desk.as("els", () -> register.register(UUID.randomUUID(), new RegisterOpenbaarheid.Openbaarheid(
                RequestDesk.requester(null, null), " "), List.of())))).containsExactlyInAnyOrder("attachments", "receivedOn", "documents");
        String secret = source();
        desk.does("an", () -> dossiers.attach(secret, Dossiers.CONFIDENTIAL_KIND, "Uittreksel", "uittreksel.pdf", InventedApplications.proofOfDeposit("Uittreksel").content(), RECEIVED));
        assertThat(pointToDocument.choices(secret)).extracting(Dossiers.Document::title).containsExactly("Nota");
        UUID confidential = dossiers.documents(secret).stream().filter(document -> document.title().equals("Uittreksel")).findFirst().orElseThrow().id();
        assertThatThrownBy(() -> desk.does("an", () -> pointToDocument.point(dossier, item(dossier, NOTE), secret, confidential)))
                .isInstanceOf(Refused.class).hasMessage("request.openness.not-to-hand-over");
    }

    /** A dossier with one document. */
    private String source() {
        desk.morning(RECEIVED);
        String source = desk.as("an", () -> dossiers.open(new Dossiers.NewDossier("inbreukdossier", "INB", "Poets & Co", null, "Gent", "VSI", RECEIVED, null, null)));
        desk.does("an", () -> dossiers.attach(source, "NOTA", "Nota", "nota.pdf", InventedApplications.proofOfDeposit("Nota").content(), RECEIVED));
        return source;
    }

    private UUID item(String dossier, String description) {
        return requests.items(dossier).stream().filter(item -> item.description().equals(description)).findFirst().orElseThrow().id();
    }

    private void point(String dossier, String description, String from) {
        point(dossier, description, from, "Nota");
    }

    private void point(String dossier, String description, String from, String title) {
        UUID document = dossiers.documents(from).stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow().id();
        desk.does("an", () -> pointToDocument.point(dossier, item(dossier, description), from, document));
    }

    private void extend(String dossier, String reason) {
        desk.does("an", () -> extendOpenbaarheid.extend(dossier, reason));
    }

    private void clarified(String dossier, LocalDate on) {
        desk.send("els", dossier, "UserTask_VerduidelijkingRegistreren", Map.of("ontvangenOp", on.toString(), "documenten", NOTE));
    }
}
