package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.OwnDatabase;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.sources.ReceiveNotice;
import be.dossierwerk.sources.SourceNoticeReceived;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What a source sends and gets back, with the real validation and a real PostgreSQL. */
class SourceNoticeApiTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Actor PORTAL = new Actor("portaal", "Portaal", Set.of(ApiAccounts.ROLE));
    private static final String NOTICE = """
            {"kind": "SCHULD", "source": "RSZ", "reference": "RSZ-1", "enterpriseNumber": "0403.019.261", "date": "2026-11-20", "amount": 2500.01,
             "plan": "GEEN"}""";

    /** Hears what the product is told. */
    interface Told {
        void on(SourceNoticeReceived event);
    }

    @Configuration
    @EnableTransactionManagement
    static class Transactions { }

    private static final Told TOLD = mock(Told.class);
    private static AnnotationConfigApplicationContext spring;
    private static JdbcClient jdbc;
    private static ObjectMapper json;
    private static MockMvc mvc;

    private Actor caller = PORTAL;

    @BeforeAll
    static void start() throws Exception {
        DataSource data = OwnDatabase.migrated();
        MovableClock clock = new MovableClock();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 30), MovableClock.BRUSSELS));
        json = Jackson2ObjectMapperBuilder.json().featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();
        jdbc = JdbcClient.create(data);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared", "messages/security", "messages/sources", "messages/api");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(DataSource.class, () -> data);
        spring.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(data));
        spring.registerBean(JdbcClient.class, () -> jdbc);
        spring.registerBean(Clock.class, () -> clock);
        spring.registerBean(ObjectMapper.class, () -> json);
        spring.registerBean("messageSource", MessageSource.class, () -> messages);
        spring.register(Transactions.class, CurrentActor.class, ReceiveNotice.class, ApiText.class, JsonBody.class, SourceNoticeApi.class, Problems.class);
        spring.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof SourceNoticeReceived told) {
                TOLD.on(told);
            }
        });
        spring.refresh();
        mvc = MockMvcBuilders.standaloneSetup(spring.getBean(SourceNoticeApi.class)).setControllerAdvice(spring.getBean(Problems.class))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json)).build();
    }

    @AfterAll
    static void stop() throws Exception {
        spring.close();
    }

    @BeforeEach
    void nothing_was_received() {
        jdbc.sql("delete from source_notice").update();
        reset(TOLD);
    }

    @Test
    void a_notice_sent_twice_is_kept_and_told_once() throws Exception {
        known("0403019261");

        MockHttpServletResponse first = send(NOTICE);
        MockHttpServletResponse second = send(NOTICE.replace("0403.019.261", "0403019261"));

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(body(first).at("/status/code").asText()).isEqualTo("AANVAARD");
        assertThat(second.getStatus()).isEqualTo(200);
        assertThat(body(second)).isEqualTo(body(first));
        verify(TOLD, times(1)).on(any());
        assertThat(jdbc.sql("select amount::text || ' ' || received_by from source_notice").query(String.class).list()).containsExactly("2500.01 portaal");
    }

    @Test
    void an_unknown_undertaking_is_answered_clearly_and_starts_nothing() throws Exception {
        MockHttpServletResponse answer = send(NOTICE.replace("0403.019.261", "0431.371.173"));

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(body(answer).at("/status/code").asText()).isEqualTo("ONBEKEND");
        assertThat(body(answer).at("/status/text").asText()).contains("geen dossier van deze onderneming");
        verify(TOLD, times(0)).on(any());
        assertThat(jdbc.sql("select status from source_notice").query(String.class).list()).containsExactly("ONBEKEND");
    }

    @Test
    void a_malformed_notice_is_refused_field_by_field() throws Exception {
        MockHttpServletResponse answer = send("""
                {"kind": "SCHULD", "source": "REGSOL", "reference": "", "enterpriseNumber": "0403019262", "date": "2026-13-01", "amount": "veel", "colour": 1}""");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(StreamSupport.stream(body(answer).get("errors").spliterator(), false))
                .extracting(field -> field.get("field").asText(), field -> field.get("message").asText().isBlank())
                .containsExactlyInAnyOrder(tuple("colour", false), tuple("date", false), tuple("amount", false), tuple("source", false),
                        tuple("reference", false), tuple("enterpriseNumber", false), tuple("plan", false));
        assertThat(jdbc.sql("select count(*) from source_notice").query(Integer.class).single()).isZero();
    }

    @Test
    void what_belongs_to_another_kind_and_what_lies_in_the_future_is_refused() throws Exception {
        assertThat(wrongFields(NOTICE.replace("SCHULD", "STOPZETTING").replace("\"RSZ\"", "\"KBO\""))).containsExactly("amount", "plan");
        assertThat(wrongFields("""
                {"kind": "FUSIE", "source": "KBO", "reference": "K", "enterpriseNumber": "0403019261", "date": "2026-11-24", "successor": "0403.019.261"}"""))
                .containsExactly("date", "successor");
        assertThat(wrongFields("{}")).containsExactly("kind", "source", "reference", "enterpriseNumber", "date");
    }

    @Test
    void one_reference_is_one_notice_and_what_is_no_json_is_said_so() throws Exception {
        send(NOTICE);
        assertThat(body(send(NOTICE.replace("2500.01", "9000"))).get("type").asText()).isEqualTo("urn:dossierwerk:problem:sources.notice.other-content");
        assertThat(send("{\"kind\": ").getStatus()).isEqualTo(400);
        assertThat(send("[]").getStatus()).isEqualTo(400);
        assertThat(send("{\"reference\": \"" + "x".repeat(70_000) + "\"}").getStatus()).isEqualTo(413);
    }

    @Test
    void only_the_account_of_systems_may_send_notices() throws Exception {
        caller = new Actor("an", "An Peeters", Set.of("dc-dossierbehandelaar"));

        assertThat(send(NOTICE).getStatus()).isEqualTo(403);
    }

    private List<String> wrongFields(String notice) throws Exception {
        MockHttpServletResponse answer = send(notice);
        assertThat(answer.getStatus()).isEqualTo(422);
        return StreamSupport.stream(body(answer).get("errors").spliterator(), false).map(field -> field.get("field").asText()).toList();
    }

    private MockHttpServletResponse send(String notice) {
        return spring.getBean(CurrentActor.class).as(caller, () -> {
            try {
                return mvc.perform(post("/api/bronmeldingen").contentType("application/json").content(notice)).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static JsonNode body(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private static void known(String enterpriseNumber) {
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, source, received_on, registered_at, state)
                values ('DC-ERK-2026-00001', 'erkenning', 'Poetshulp Voorbeeld bv', ?, 'PAPIER', ?, now(), 'IN_BEHANDELING')""")
                .params(enterpriseNumber, TODAY).update();
    }
}
