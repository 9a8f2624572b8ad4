package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Trainings as a portal files them, on the real engine and database. */
@DossierwerkTest
class TrainingApiTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final Actor PORTAL = new Actor("portaal", "Portaal", Set.of(ApiAccounts.ROLE));

    @Autowired private TrainingApi api;
    @Autowired private ApplicantApi applicantApi;
    @Autowired private Problems problems;
    @Autowired private ObjectMapper json;
    @Autowired private CurrentActor currentActor;
    @Autowired private Trainings trainings;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private MockMvc mvc;
    private Actor caller = PORTAL;
    private String number;

    @BeforeEach
    void a_recognised_undertaking() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        mvc = MockMvcBuilders.standaloneSetup(api, applicantApi).setControllerAdvice(problems).setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();
        number = RecognisedFixture.recognise(jdbc, RecognisedFixture.reserve(1), "Portaal Poets bv");
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void trainings_are_filed_once_however_often_they_are_sent_and_each_can_be_followed() throws Exception {
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse answer = send(key, good(tree -> { }));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        JsonNode filed = body(answer);
        String file = filed.get("dossier").textValue();
        assertThat(file).startsWith("DC-GRP-2027-");
        assertThat(answer.getHeader("Location")).isEqualTo("/api/dossiers/" + file);
        List<Training> all = trainings.ofFile(file);
        assertThat(all).extracting(Training::title).containsExactly("Veilig tillen", "Telefoneren");
        assertThat(all).allSatisfy(each -> assertThat(each.eligibleFrom()).isEqualTo(TODAY));
        assertThat(filed.get("trainings").findValuesAsText("dossier")).containsExactlyElementsOf(all.stream().map(Training::dossier).toList());
        assertThat(send(key, good(tree -> { })).getStatus()).isEqualTo(200);
        assertThat(send(key, good(tree -> ((ObjectNode) tree.at("/trainings/0")).put("title", "Anders"))).getStatus()).isEqualTo(409);
        JsonNode status = body(perform(get("/api/dossiers/" + all.get(1).dossier())));
        assertThat(status.at("/state/code").textValue()).isEqualTo("IN_BEHANDELING");
        assertThat(status.get("receivedOn").textValue()).isEqualTo("2027-06-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/applicant  | kind             | null           | applicant.kind",
            "/applicant  | enterpriseNumber | null           | applicant.enterpriseNumber",
            "/applicant  | enterpriseNumber | \"0403019261\" | applicant.enterpriseNumber",
            "/applicant  | kleur            | 1              | applicant.kleur",
            "''          | trainings        | []             | trainings",
            "''          | undertakings     | [7]            | undertakings[0]",
            "/trainings/1 | theme           | \"DANSEN\"     | trainings[1].theme",
            "/trainings/1 | title           | \" \"          | trainings[1].title",
            "/trainings/1 | hours           | -1             | trainings[1].hours",
            "/trainings/1 | maxParticipants | \"12\"         | trainings[1].maxParticipants",
            "/trainings/1 | maxParticipants | 1.5            | trainings[1].maxParticipants",
            "/trainings/0 | sessions        | [{\"heldOn\": \"2027-02-30\", \"place\": \"Gent\"}] | trainings[0].sessions[0].heldOn",
            "/trainings/0 | undertakings    | [\"1\"]        | trainings[0].undertakings"})
    void each_wrong_field_is_named_and_nothing_is_filed(String place, String field, String value, String wrong) throws Exception {
        long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
        MockHttpServletResponse answer = send(UUID.randomUUID().toString(), good(tree -> set((ObjectNode) tree.at(place), field, value)));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly(wrong);
        assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void only_a_portal_may_file() throws Exception {
        caller = new Actor("karel", "Karel", Set.of(Roles.SIGNATORY));
        assertThat(send(UUID.randomUUID().toString(), good(tree -> { })).getStatus()).isEqualTo(403);
        assertThat(perform(post("/api/opleidingen").contentType("application/json").content("{}")).getStatus()).isEqualTo(400);
    }

    private String good(Consumer<ObjectNode> change) throws Exception {
        ObjectNode tree = json.createObjectNode();
        tree.putObject("applicant").put("kind", "ERKENDE_ONDERNEMING").put("enterpriseNumber", number);
        for (String title : List.of("Veilig tillen", "Telefoneren")) {
            ObjectNode training = tree.withArray("trainings").addObject().put("title", title).put("theme", "ERGONOMIE").put("kind", "INTERN").put("goal", "Doel")
                    .put("content", "Inhoud").put("method", "Methode").put("audience", "Huishoudhulpen").put("hours", 7.5).put("maxParticipants", 12)
                    .put("trainer", "Greet Maes").put("experience", "Tien jaar").put("language", "Nederlands");
            training.putArray("sessions").addObject().put("heldOn", "2027-09-01").put("place", "Gent");
        }
        change.accept(tree);
        return tree.toString();
    }

    private void set(ObjectNode tree, String field, String value) {
        try {
            tree.set(field, json.readTree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private MockHttpServletResponse send(String key, String content) throws Exception {
        return perform(post("/api/opleidingen").contentType("application/json").header("Idempotency-Key", key).content(content.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder call) {
        return currentActor.as(caller, () -> {
            try {
                return mvc.perform(call).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> fields(MockHttpServletResponse answer) throws Exception {
        return StreamSupport.stream(body(answer).get("errors").spliterator(), false).map(each -> each.get("field").textValue()).toList();
    }

    private JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }
}
