package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** Trainings as a portal files them, on the real engine and database. */
@DossierwerkTest
class TrainingApiTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);

    @Autowired private ApplicationContext spring;
    @Autowired private ObjectMapper json;
    @Autowired private Trainings trainings;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    private Portal portal;
    private String number;

    @BeforeEach
    void a_recognised_undertaking() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        portal = new Portal("/api/opleidingen", TrainingApi.class, spring);
        number = RecognisedFixture.recognise(jdbc, RecognisedFixture.reserve(1), "Portaal Poets bv");
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void trainings_are_filed_once_however_often_they_are_sent_and_each_can_be_followed() throws Exception {
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse answer = portal.send(key, good(tree -> { }));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        JsonNode filed = portal.body(answer);
        String file = filed.get("dossier").textValue();
        assertThat(file).startsWith("DC-GRP-2027-");
        assertThat(answer.getHeader("Location")).isEqualTo("/api/dossiers/" + file);
        List<Training> all = trainings.ofFile(file);
        assertThat(all).extracting(Training::title).containsExactly("Veilig tillen", "Telefoneren");
        assertThat(all).allSatisfy(each -> assertThat(each.eligibleFrom()).isEqualTo(TODAY));
        assertThat(filed.get("trainings").findValuesAsText("dossier")).containsExactlyElementsOf(all.stream().map(Training::dossier).toList());
        assertThat(portal.send(key, good(tree -> { })).getStatus()).isEqualTo(200);
        assertThat(portal.send(key, good(tree -> ((ObjectNode) tree.at("/trainings/0")).put("title", "Anders"))).getStatus()).isEqualTo(409);
        JsonNode status = portal.body(portal.perform(get("/api/dossiers/" + all.get(1).dossier())));
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
        MockHttpServletResponse answer = portal.send(UUID.randomUUID().toString(), good(tree -> portal.set((ObjectNode) tree.at(place), field, value)));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(portal.fields(answer)).containsExactly(wrong);
        assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void only_a_portal_may_file() throws Exception {
        portal.calls(new Actor("karel", "Karel", Set.of(Roles.SIGNATORY)));
        assertThat(portal.send(UUID.randomUUID().toString(), good(tree -> { })).getStatus()).isEqualTo(403);
        assertThat(portal.perform(post("/api/opleidingen").contentType("application/json").content("{}")).getStatus()).isEqualTo(400);
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
}
