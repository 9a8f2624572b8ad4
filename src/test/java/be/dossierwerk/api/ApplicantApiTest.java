package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.Processes;
import be.dossierwerk.recognition.SubmitApplication;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What a portal sends and gets back, with the real validation and a real PostgreSQL; dossiers, terms and engine are watched. */
class ApplicantApiTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Actor PORTAL = new Actor("portaal", "Portaal", Set.of(ApiAccounts.ROLE));
    private static final Dossiers DOSSIERS = mock(Dossiers.class);
    private static final Terms TERMS = mock(Terms.class);
    private static final Processes PROCESSES = mock(Processes.class);
    private static final AtomicInteger OPENED = new AtomicInteger();

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private static AnnotationConfigApplicationContext spring;
    private static ObjectMapper json;
    private static MockMvc mvc;

    private Actor caller = PORTAL;

    @BeforeAll
    static void start() throws Exception {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 30), MovableClock.BRUSSELS));
        json = Jackson2ObjectMapperBuilder.json().featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared", "messages/security", "messages/dossier", "messages/recognition", "messages/api");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
        spring.registerBean(MovableClock.class, () -> clock);
        spring.registerBean(ObjectMapper.class, () -> json);
        spring.registerBean("messageSource", MessageSource.class, () -> messages);
        spring.registerBean(Dossiers.class, () -> DOSSIERS);
        spring.registerBean(Terms.class, () -> TERMS);
        spring.registerBean(Processes.class, () -> PROCESSES);
        spring.register(Transactions.class, CurrentActor.class, SubmitApplication.class, JsonBody.class, RequestKeys.class, FileApplication.class,
                FollowDossier.class, ApiText.class, ApplicantApi.class, Problems.class);
        spring.refresh();
        mvc = MockMvcBuilders.standaloneSetup(spring.getBean(ApplicantApi.class)).setControllerAdvice(spring.getBean(Problems.class))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();
    }

    @AfterAll
    static void stop() throws Exception {
        spring.close();
    }

    @BeforeEach
    void nothing_was_filed() {
        JdbcClient jdbc = spring.getBean(JdbcClient.class);
        List.of("api_request", "submission", "recognition_condition", "recognition").forEach(table -> jdbc.sql("delete from " + table).update());
        reset(DOSSIERS, TERMS, PROCESSES);
        when(DOSSIERS.open(any())).thenAnswer(call -> "DC-ERK-2026-%05d".formatted(OPENED.incrementAndGet()));
    }

    @Test
    void the_example_of_the_readme_opens_a_dossier_on_the_day_it_is_sent() throws Exception {
        MockHttpServletResponse answer = file(UUID.randomUUID().toString(), example());

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        String dossier = body(answer).get("dossier").textValue();
        assertThat(dossier).startsWith("DC-ERK-2026-");
        assertThat(answer.getHeader("Location")).isEqualTo("/api/dossiers/" + dossier);
        verify(PROCESSES).start(eq("erkenning"), eq(dossier), anyMap());
        verify(TERMS).start(dossier, "T-REC-00", TODAY);
    }

    @Test
    void the_same_request_again_gives_the_same_number_and_another_content_is_refused() throws Exception {
        String key = UUID.randomUUID().toString();
        String dossier = body(file(key, example())).get("dossier").textValue();

        MockHttpServletResponse again = file("\"" + key.toUpperCase() + "\"", example());
        MockHttpServletResponse other = file(key, with(tree -> undertaking(tree).put("name", "Iets anders bv")));

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(body(again).get("dossier").textValue()).isEqualTo(dossier);
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(body(other).get("type").textValue()).isEqualTo("urn:dossierwerk:problem:recognition.application.other-content");
        verify(PROCESSES, times(1)).start(any(), any(), anyMap());
    }

    @Test
    void of_many_equal_requests_at_once_one_opens_the_dossier() throws Exception {
        String key = UUID.randomUUID().toString();
        String content = example();
        var threads = Executors.newFixedThreadPool(6);
        List<Callable<MockHttpServletResponse>> calls = IntStream.range(0, 6).<Callable<MockHttpServletResponse>>mapToObj(i -> () -> file(key, content)).toList();

        List<Integer> statuses = new ArrayList<>();
        Set<String> dossiers = new java.util.HashSet<>();
        for (var answer : threads.invokeAll(calls)) {
            statuses.add(answer.get().getStatus());
            dossiers.add(body(answer.get()).get("dossier").textValue());
        }
        threads.shutdown();

        assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200, 200, 200);
        assertThat(dossiers).hasSize(1);
    }

    @Test
    void an_undertaking_with_an_open_application_is_told_which_dossier_it_is() throws Exception {
        String dossier = body(file(UUID.randomUUID().toString(), example())).get("dossier").textValue();

        MockHttpServletResponse second = file(UUID.randomUUID().toString(), example());

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(body(second).get("detail").textValue()).contains(dossier);
        assertThat(fields(second)).containsExactly("undertaking.enterpriseNumber");
    }

    @Test
    void every_wrong_field_is_named_at_once_whether_its_form_or_its_content_is_wrong() throws Exception {
        MockHttpServletResponse answer = file(UUID.randomUUID().toString(), with(tree -> {
            undertaking(tree).put("enterpriseNumber", "0403.019.262").put("iban", "BE68 5390 0754 7035").put("colour", "blue");
            tree.put("kind", "TWEEDE").put("commitments", "ja");
            ((ObjectNode) tree.get("infoSession")).put("followedOn", "31/10/2026");
            ((ObjectNode) tree.get("deposit")).put("paidOn", "2026-11-24").put("amount", "veel");
            ((ObjectNode) tree.get("persons").get(0)).put("nationalNumber", "85.07.30-033.29");
            ((ObjectNode) tree.get("persons").get(1)).put("name", 7).remove("function");
            ((ArrayNode) tree.get("persons")).add("Piet");
            ((ObjectNode) tree.get("establishments").get(0)).put("number", "2.000.000.340");
            ((ArrayNode) tree.get("activities")).add("GRASMAAIEN");
        }));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(fields(answer)).containsExactlyInAnyOrder("kind", "commitments", "undertaking.colour", "undertaking.enterpriseNumber",
                "undertaking.iban", "infoSession.followedOn", "deposit.paidOn", "deposit.amount", "persons[0].nationalNumber", "persons[1].name",
                "persons[1].function", "persons[2]", "establishments[0].number", "activities[3]");
        verify(DOSSIERS, never()).open(any());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            infoSession | followedOn | 2026-02-30
            infoSession | followedOn | 0226-02-20
            infoSession | followedOn | 2026-11-24
            deposit     | amount     | 1e999999999
            deposit     | amount     | 25000.001
            deposit     | amount     | 999999999
            deposit     | amount     | -1
            undertaking | name       | "a\\u0000b"
            undertaking | name       | "a\\ud83db"
            undertaking | name       | ["a"]
            undertaking | name       | ""
            """, quoteCharacter = '\'')
    void values_that_could_do_harm_are_named(String part, String field, String value) throws Exception {
        String literal = value.startsWith("\"") || value.startsWith("[") || field.equals("amount") ? value : "\"" + value + "\"";
        String content = with(tree -> ((ObjectNode) tree.get(part)).put(field, "@@")).replace("\"@@\"", literal);

        MockHttpServletResponse answer = file(UUID.randomUUID().toString(), content);

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(fields(answer)).containsExactly(part + "." + field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "EERSTE",}          | regel 1, teken
            {"kind": "EERSTE"            | regel 1, teken
            {"kind":"A","kind":"B"}      | regel 1, teken
            {} {}                        | regel 1, teken
            ''                           | regel 1, teken
            []                           | één JSON-object
            """, quoteCharacter = '\'')
    void what_is_not_an_application_is_refused_with_its_place(String content, String detail) throws Exception {
        MockHttpServletResponse answer = file(UUID.randomUUID().toString(), content);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(body(answer).get("detail").textValue()).contains(detail);
    }

    @Test
    void a_body_that_is_too_large_is_not_read_to_its_end() throws Exception {
        MockHttpServletResponse answer = file(UUID.randomUUID().toString(), " ".repeat(ApplicantApi.LARGEST + 1));

        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(body(answer).get("detail").textValue()).contains("512 KB");
    }

    @Test
    void problems_speak_dutch_or_english_whatever_the_language_of_the_server() throws Exception {
        var without = post("/api/applications").contentType("application/json").content(example());
        assertThat(body(send(without)).get("detail").textValue()).startsWith("De kop Idempotency-Key ontbreekt");
        assertThat(body(send(without.header("Accept-Language", "fr;q=0.9, en;q=0.5"))).get("detail").textValue())
                .startsWith("The header Idempotency-Key is missing");
        assertThat(file("no-uuid", example()).getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/applications,405", "POST,/api/elsewhere,404", "GET,/api/dossiers,404", "DELETE,/api/dossiers/D1,405", "GET,/api/dossiers/D1/notes,404", "POST,/api/applications/,404"})
    void wrong_addresses_and_methods_get_a_problem(String method, String address, int status) throws Exception {
        MockHttpServletResponse answer = send(request(HttpMethod.valueOf(method), address));

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(body(answer).get("status").intValue()).isEqualTo(status);
    }

    @Test
    void other_content_types_are_refused() throws Exception {
        var xml = post("/api/applications").contentType("application/xml").content("<a/>").header("Idempotency-Key", UUID.randomUUID());
        assertThat(send(xml).getStatus()).isEqualTo(415);
    }

    @Test
    void people_and_strangers_are_not_the_portal() throws Exception {
        caller = new Actor("an", "An Peeters", Set.of(Roles.HANDLER));
        assertThat(file(UUID.randomUUID().toString(), example()).getStatus()).isEqualTo(403);
        assertThat(send(get("/api/dossiers/DC-ERK-2026-00001")).getStatus()).isEqualTo(403);
        caller = Actor.SYSTEM;
        assertThat(send(get("/api/dossiers/DC-ERK-2026-00001")).getStatus()).isEqualTo(403);
    }

    @Test
    void a_failure_of_ours_gets_an_incident_number_and_shows_nothing_of_the_inside() throws Exception {
        when(DOSSIERS.open(any())).thenThrow(new IllegalStateException("secret"));

        MockHttpServletResponse answer = file(UUID.randomUUID().toString(), example());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).doesNotContain("secret");
        assertThat(body(answer).get("detail").textValue()).contains(body(answer).get("incident").textValue());
    }

    @Test
    void an_applicant_sees_where_the_dossier_stands_and_until_when() throws Exception {
        dossier("D1", "IN_BEHANDELING", null, null);
        when(TERMS.of("D1")).thenReturn(List.of(term("T-REC-02", TODAY.plusDays(50), null), term("T-REC-01", TODAY.plusDays(100), null)));

        assertThat(body(send(get("/api/dossiers/D1")))).isEqualTo(json.readTree("""
                {"dossier": "D1", "state": {"code": "IN_BEHANDELING", "text": "We behandelen uw aanvraag."}, "receivedOn": "2026-11-02",
                 "decisionDue": "2027-03-03", "paused": false, "pausedSince": null, "outcome": null, "closedOn": null}"""));
    }

    @Test
    void an_applicant_sees_that_the_clock_stands_still() throws Exception {
        dossier("D1", "WACHT_OP_AANVRAGER", null, null);
        when(TERMS.of("D1")).thenReturn(List.of(term("T-REC-01", null, LocalDate.of(2026, 11, 20))));

        JsonNode status = body(send(get("/api/dossiers/D1").header("Accept-Language", "en")));

        assertThat(status.at("/state/text").textValue()).isEqualTo("We are waiting for documents or an answer from you.");
        assertThat(status.get("paused").booleanValue()).isTrue();
        assertThat(status.get("pausedSince").textValue()).isEqualTo("2026-11-20");
        assertThat(status.get("decisionDue").isNull()).isTrue();
    }

    @Test
    void an_outcome_is_told_only_when_the_dossier_is_closed() throws Exception {
        dossier("D1", "IN_BEHANDELING", "GEWEIGERD", null);
        assertThat(body(send(get("/api/dossiers/D1"))).get("outcome").isNull()).isTrue();
        for (String outcome : List.of("ERKEND", "GEDEELTELIJK_ERKEND", "GEWEIGERD", "ZONDER_GEVOLG", "INGETROKKEN_DOOR_AANVRAGER")) {
            dossier("D1", "GESLOTEN", outcome, TODAY);
            JsonNode status = body(send(get("/api/dossiers/D1")));
            assertThat(status.at("/outcome/code").textValue()).isEqualTo(outcome);
            assertThat(status.at("/outcome/text").textValue()).isNotBlank();
            assertThat(status.get("closedOn").textValue()).isEqualTo("2026-11-23");
        }
    }

    @Test
    void a_number_nobody_knows_is_not_found() throws Exception {
        MockHttpServletResponse answer = send(get("/api/dossiers/DC-ERK-1999-00001"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(body(answer).get("detail").textValue()).isEqualTo("Er is geen dossier met nummer DC-ERK-1999-00001.");
    }

    private static void dossier(String number, String state, String outcome, LocalDate closedOn) {
        when(DOSSIERS.find(number)).thenReturn(Optional.of(new Dossiers.Details(number, "erkenning", "Poetshulp Voorbeeld bv", "0403019261", "Gent",
                "PORTAAL", LocalDate.of(2026, 11, 2), null, "an", "An Peeters", null, state, outcome, closedOn)));
    }

    private static TermStanding term(String rule, LocalDate due, LocalDate pausedSince) {
        return new TermStanding("D1", rule, "Termijn", "WETTELIJK", LocalDate.of(2026, 11, 3), due, null, 20, 0, 120, pausedSince, null, null, false);
    }

    private MockHttpServletResponse file(String key, String content) throws Exception {
        return send(post("/api/applications").contentType("application/json").header("Idempotency-Key", key)
                .content(content.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder call) {
        return spring.getBean(CurrentActor.class).as(caller, () -> {
            try {
                MockHttpServletResponse answer = mvc.perform(call).andReturn().getResponse();
                answer.setDefaultCharacterEncoding("UTF-8");
                return answer;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray());
    }

    private static List<String> fields(MockHttpServletResponse answer) throws Exception {
        return StreamSupport.stream(body(answer).get("errors").spliterator(), false).peek(error -> assertThat(error.get("message").textValue()).isNotBlank())
                .map(error -> error.get("field").textValue()).toList();
    }

    static String example() throws Exception {
        return Files.readString(Path.of("src/docs/examples/aanvraag.json"));
    }

    private static String with(Consumer<ObjectNode> change) throws Exception {
        ObjectNode tree = (ObjectNode) json.readTree(example());
        change.accept(tree);
        return json.writeValueAsString(tree);
    }

    private static ObjectNode undertaking(ObjectNode tree) {
        return (ObjectNode) tree.get("undertaking");
    }
}
