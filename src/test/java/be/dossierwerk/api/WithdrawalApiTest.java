package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.recognition.ChangeRecognition;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A request to withdraw a recognition as the portal sends it, on the real engine and database. */
@DossierwerkTest
class WithdrawalApiTest {

    /** A Tuesday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final byte[] SIGNED = InventedApplications.proofOfDeposit("Verzoek").content();

    @Autowired private ApplicationContext spring;
    @Autowired private ObjectMapper json;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private Terms terms;
    @Autowired private OpenWork openWork;
    @Autowired private ChangeRecognition changeRecognition;
    @Autowired private TransactionTemplate transactions;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private Portal portal;
    private int n;
    private String number;

    @BeforeEach
    void a_recognised_undertaking() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        portal = new Portal("/api/intrekkingen", WithdrawalApi.class, spring);
        n = RecognisedFixture.reserve(1);
        number = RecognisedFixture.recognise(jdbc, n, "Stopt " + n + " bv");
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_request_opens_one_dossier_however_often_it_is_sent() throws Exception {
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse answer = portal.send(key, good(tree -> { }));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        String dossier = portal.body(answer).get("dossier").textValue();
        assertThat(answer.getHeader("Location")).isEqualTo("/api/dossiers/" + dossier);
        assertThat(dossiers.get(dossier)).satisfies(details -> {
            assertThat(details.procedure()).isEqualTo("intrekking-vrijwillig");
            assertThat(details.source()).isEqualTo("PORTAAL");
            assertThat(details.receivedOn()).isEqualTo(TODAY);
        });
        assertThat(dossiers.documents(dossier)).extracting(Dossiers.Document::fileName).contains("verzoek.pdf");
        assertThat(openWork.ofDossier(dossier)).extracting(OpenWork.Row::taskKey).containsExactly("UserTask_VerzoekNagaan");
        assertThat(terms.due(dossier, "T-INV-01")).isEqualTo("2027-07-01");

        MockHttpServletResponse again = portal.send("\"" + key.toUpperCase() + "\"", good(tree -> { }));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(portal.body(again).get("dossier").textValue()).isEqualTo(dossier);
        MockHttpServletResponse other = portal.send(key, good(tree -> tree.put("signatory", "Iemand anders")));
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(portal.body(other).get("type").textValue()).isEqualTo("urn:dossierwerk:problem:api.key.other-content");
        assertThat(portal.body(other).get("detail").textValue()).startsWith("Deze Idempotency-Key werd al gebruikt voor een ander verzoek.");

        MockHttpServletResponse second = portal.send(UUID.randomUUID().toString(), good(tree -> { }));
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(portal.message(second, "recognitionNumber")).isEqualTo("Voor deze erkenning loopt al een verzoek: dossier " + dossier + ".");
        JsonNode status = portal.body(portal.perform(get("/api/dossiers/" + dossier)));
        assertThat(status.get("decisionDue").textValue()).isEqualTo("2027-07-01");
        assertThat(status.at("/state/code").textValue()).isEqualTo("IN_BEHANDELING");
    }

    @Test
    void what_is_withdrawn_already_is_said_and_nothing_changes() throws Exception {
        String recognition = RecognisedFixture.dossier(n);
        transactions.executeWithoutResult(status -> currentActor.as(Portal.ITSELF, () -> changeRecognition.to(RecognitionStatus.INGETROKKEN_AMBTSHALVE, recognition, TODAY.minusDays(1),
                recognition, "AMB-INACT", null)));
        long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
        MockHttpServletResponse answer = portal.send(UUID.randomUUID().toString(), good(tree -> { }));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(portal.message(answer, "recognitionNumber")).isEqualTo("Erkenning VX" + n + " is al ingetrokken vanaf maandag 31 mei 2027.");
        assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "effectiveOn       | \"2027-05-31\"  | effectiveOn            | De erkenning kan niet stoppen voor de ontvangst van het verzoek op dinsdag 1 juni 2027.",
            "effectiveOn       | \"01/07/2027\"  | effectiveOn            | ''",
            "reason            | \"ZOMAAR\"      | reason                 | ''",
            "reason            | \"ANDERE\"      | explanation            | Leg de andere reden uit.",
            "successor         | \"0123456789\"  | successor              | Dit ondernemingsnummer klopt niet. Kijk de cijfers na.",
            "signatory         | null            | signatory              | Vul in wie het verzoek ondertekende.",
            "recognitionNumber | \"VX1\"         | recognitionNumber      | Wij kennen geen erkenning met dit nummer bij deze onderneming. Kijk het erkenningsnummer en het ondernemingsnummer na.",
            "enterpriseNumber  | \"0403019261\"  | recognitionNumber      | Wij kennen geen erkenning met dit nummer bij deze onderneming. Kijk het erkenningsnummer en het ondernemingsnummer na.",
            "attachments       | []              | attachments            | Voeg het ondertekende verzoek toe.",
            "attachments       | [{\"fileName\": \"a.pdf\", \"content\": \"?\"}] | attachments[0].content | De inhoud is geen geldige base64.",
            "attachments       | [{\"content\": \"eA==\"}] | attachments[0].fileName | Geef het bestand een naam.",
            "kleur             | \"rood\"        | kleur                  | ''"})
    void each_wrong_field_is_named_and_nothing_is_filed(String field, String value, String wrong, String message) throws Exception {
        long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
        MockHttpServletResponse answer = portal.send(UUID.randomUUID().toString(), good(tree -> portal.set(tree, field, value)));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(portal.fields(answer)).containsExactly(wrong);
        if (!message.isEmpty()) {
            assertThat(portal.message(answer, wrong)).isEqualTo(message);
        }
        assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void wrong_form_and_wrong_content_are_named_at_once() throws Exception {
        MockHttpServletResponse answer = portal.send(UUID.randomUUID().toString(), good(tree -> {
            portal.set(tree, "reason", "7");
            portal.set(tree, "signatory", "\" \"");
            portal.set(tree, "successor", "\"" + number + "\"");
        }));
        assertThat(portal.fields(answer)).containsExactlyInAnyOrder("reason", "signatory", "successor");
        assertThat(portal.body(answer).get("detail").textValue()).startsWith("Er zijn 3 velden die niet kloppen.");
    }

    @Test
    void what_is_no_request_is_told_what_it_should_be() throws Exception {
        assertThat(portal.send(UUID.randomUUID().toString(), "{").getStatus()).isEqualTo(400);
        MockHttpServletResponse list = portal.send(UUID.randomUUID().toString(), "[]");
        assertThat(list.getStatus()).isEqualTo(400);
        assertThat(portal.body(list).get("detail").textValue()).isEqualTo("De inhoud moet één JSON-object zijn.");
        assertThat(portal.send("geen-uuid", good(tree -> { })).getStatus()).isEqualTo(400);
        assertThat(portal.perform(post("/api/intrekkingen").contentType("application/json").content(good(tree -> { }))).getStatus()).isEqualTo(400);
        portal.calls(new Actor("karel", "Karel", Set.of(Roles.SIGNATORY)));
        assertThat(portal.send(UUID.randomUUID().toString(), good(tree -> { })).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "intrekkingen", "opleidingen", "terugbetalingen"})
    void every_door_at_which_something_is_filed_once_describes_its_answers(String door) throws Exception {
        MockMvc served = MockMvcBuilders.webAppContextSetup((WebApplicationContext) spring).build();
        JsonNode answers = json.readTree(served.perform(get("/api/openapi")).andReturn().getResponse().getContentAsByteArray()).at("/paths/~1api~1" + door + "/post/responses");
        assertThat(answers.fieldNames()).toIterable().containsExactlyInAnyOrder("200", "201", "400", "409", "413", "422");
        assertThat(answers.at("/409/content/application~1problem+json/schema/$ref").textValue()).isEqualTo("#/components/schemas/Problem");
        assertThat(answers.at("/201/headers/Location/description").textValue()).isEqualTo("Address of the dossier");
    }

    private String good(Consumer<ObjectNode> change) throws Exception {
        ObjectNode tree = json.createObjectNode().put("recognitionNumber", "VX" + n).put("enterpriseNumber", number).put("reason", "STOPZETTING")
                .put("effectiveOn", "2027-07-01").put("signatory", "Leen Verhoeven");
        tree.putArray("attachments").addObject().put("fileName", "verzoek.pdf")
                .put("content", Base64.getEncoder().encodeToString(SIGNED));
        change.accept(tree);
        return tree.toString();
    }
}
