package be.dossierwerk.sources;

import static be.dossierwerk.sources.Unavailable.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real adapter against servers that are slow, broken, gone or wrong: always an answer or a reason, in bounded time. */
class HttpSourcesTest {

    private static final String NUMBER = "0403019261";
    private static final String ACTIVE = """
            {"reference": "K-1", "enterpriseNumber": "0403.019.261", "status": "ACTIEF", "since": "2010-05-01", "successor": null, "moreOverTime": [1],
             "representatives": [{"name": "Lotte Voorbeeld", "function": "Zaakvoerder", "from": "2010-05-01", "to": "2020-12-31", "x": 1}],
             "directors": []}""";

    private final MovableClock clock = new MovableClock();
    private Misbehaving server;

    /** On a busy machine an answer may take its time; silence is short. */
    private Duration patience = Duration.ofSeconds(15);
    @BeforeEach
    void start() throws IOException {
        server = new Misbehaving();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void facts_are_read_and_fields_that_nobody_knows_are_ignored() {
        server.say(200, ACTIVE);

        HttpSources.Reply reply = sources(0, 5).ask(NUMBER, Source.KBO);

        assertThat(reply.unavailable()).isNull();
        assertThat(reply.json()).isEqualTo(ACTIVE);
        assertThat(reply.read().reference()).isEqualTo("K-1");
        Facts facts = reply.read().facts();
        assertThat(facts.status()).isEqualTo(Facts.Status.ACTIEF);
        assertThat(facts.since()).isEqualTo(LocalDate.of(2010, 5, 1));
        assertThat(facts.mayBind(LocalDate.of(2020, 12, 31))).extracting(Facts.Person::name).containsExactly("Lotte Voorbeeld");
        assertThat(facts.mayBind(LocalDate.of(2021, 1, 1))).isEmpty();
        assertThat(server.lastHead).startsWith("GET /kbo/0403019261 HTTP/1.1").containsIgnoringCase("authorization: Bearer geheim");
    }

    @Test
    void a_successor_a_debt_and_a_bankruptcy_are_read() {
        server.say(200, ACTIVE.replace("ACTIEF", "ONTBONDEN").replace("\"successor\": null", "\"successor\": \"0431371173\""));
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).read().facts().successor()).isEqualTo("0431371173");

        server.say(200, "{\"reference\": \"R\", \"enterpriseNumber\": \"0403019261\", \"debt\": 4812.3, \"plan\": \"NIET_NAGELEEFD\"}");
        assertThat(sources(0, 5).ask(NUMBER, Source.RSZ).read().facts()).isEqualTo(Facts.owing(new BigDecimal("4812.30"), RepaymentPlan.NIET_NAGELEEFD));

        server.say(200, "{\"reference\": \"R\", \"enterpriseNumber\": \"0403019261\", \"bankruptSince\": \"2026-10-05\"}");
        assertThat(sources(0, 5).ask(NUMBER, Source.REGSOL).read().facts().status()).isEqualTo(Facts.Status.FAILLIET);

        server.say(200, "{\"reference\": \"R\", \"enterpriseNumber\": \"0403019261\", \"bankruptSince\": null}");
        assertThat(sources(0, 5).ask(NUMBER, Source.REGSOL).read().facts().status()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"reference\": \"K-1\", \"enterpriseN                                      | half JSON",
            "<html>Even geduld</html>                                                    | a page for people",
            "null                                                                        | nothing",
            "[]                                                                          | a list",
            "{}                                                                          | no fields",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0431371173\",\"debt\":1,\"plan\":\"GEEN\"}     | another undertaking",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019262\",\"debt\":1,\"plan\":\"GEEN\"}     | a number that cannot exist",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019261\",\"debt\":\"1\",\"plan\":\"GEEN\"} | an amount as text",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019261\",\"debt\":-1,\"plan\":\"GEEN\"}    | a debt below zero",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019261\",\"debt\":1.001,\"plan\":\"GEEN\"} | parts of a cent",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019261\",\"debt\":1}                     | no plan",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019261\",\"debt\":1,\"plan\":\"MISSCHIEN\"} | a plan that does not exist",
            "{\"reference\":\"\",\"enterpriseNumber\":\"0403019261\",\"debt\":1,\"plan\":\"GEEN\"}      | an empty reference",
            "{\"reference\":\"R\",\"enterpriseNumber\":\"0403019261\",\"debt\":1,\"plan\":\"GEEN\"} {}  | something behind it"})
    void an_answer_that_cannot_be_trusted_gives_no_facts(String body, String why) {
        server.say(200, body);

        HttpSources.Reply reply = sources(2, 5).ask(NUMBER, Source.RSZ);

        assertThat(reply.unavailable()).as(why).isEqualTo(ONGELDIG_ANTWOORD);
        assertThat(reply.read()).isNull();
        assertThat(server.requests.get()).as("a wrong answer does not get better by asking again").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"\"since\": \"2010-05-01\",\"since\": \"2010-02-30\"", "\"status\": \"ACTIEF\",\"status\": \"LEVEND\"",
            "\"successor\": null,\"successor\": \"0403019261\"", "\"successor\": null,\"successor\": \"0431371173\"", "\"directors\": [],\"directors\": {}",
            "\"directors\": [],\"oldDirectors\": []", "\"to\": \"2020-12-31\",\"to\": \"2009-01-01\"", "\"name\": \"Lotte Voorbeeld\",\"name\": 5"})
    void a_wrong_field_of_the_register_spoils_the_whole_answer(String right, String wrong) {
        assertThat(ACTIVE).contains(right);
        server.say(200, ACTIVE.replace(right, wrong));

        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONGELDIG_ANTWOORD);
    }

    @Test
    void a_source_that_does_not_know_the_number_says_so_itself_and_a_wrong_address_is_not_that() {
        server.say(404, "{\"code\": \"ONBEKEND_NUMMER\"}");
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONBEKEND_NUMMER);

        server.say(404, "<html>Not found</html>");
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONGELDIG_ANTWOORD);
    }

    @Test
    void errors_of_the_source_are_tried_again_a_bounded_number_of_times() {
        server.say(500, "{}");
        HttpSources.Reply reply = sources(2, 50).ask(NUMBER, Source.KBO);
        assertThat(reply.unavailable()).isEqualTo(ONBEREIKBAAR);
        assertThat(server.requests.get()).isEqualTo(3);

        server.requests.set(0);
        server.behave(out -> out.write((server.requests.get() < 3 ? Misbehaving.http(503, "") : Misbehaving.http(200, ACTIVE)).getBytes(StandardCharsets.UTF_8)));
        assertThat(sources(2, 50).ask(NUMBER, Source.KBO).unavailable()).isNull();
    }

    @Test
    void silence_and_a_body_that_drips_end_in_time() {
        server.behave(out -> Thread.sleep(20_000));
        assertEndsInTime();

        server.behave(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(200);
            }
        });
        assertEndsInTime();
    }

    @Test
    void a_connection_that_is_refused_or_broken_off_is_unreachable() throws IOException {
        server.behave(out -> out.close());
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONBEREIKBAAR);
        server.behave(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"ref".getBytes(StandardCharsets.US_ASCII));
            out.close();
        });
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONBEREIKBAAR);
        int free;
        try (ServerSocket gone = new ServerSocket(0)) {
            free = gone.getLocalPort();
        }
        assertThat(sources("http://127.0.0.1:" + free, 1, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONBEREIKBAAR);
    }

    @Test
    void an_answer_without_end_does_not_fill_the_memory() {
        server.behave(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = new byte[64 * 1024];
            for (int i = 0; i < 200; i++) {
                out.write(blanks);
            }
        });
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(ONGELDIG_ANTWOORD);
    }

    @Test
    void after_failures_in_a_row_the_source_rests_and_one_question_finds_out_whether_it_is_back() {
        HttpSources sources = sources(0, 3);
        server.say(500, "");
        for (int i = 0; i < 3; i++) {
            assertThat(sources.ask(NUMBER, Source.KBO).asked()).isTrue();
        }
        HttpSources.Reply resting = sources.ask(NUMBER, Source.KBO);
        assertThat(resting.asked()).isFalse();
        assertThat(resting.unavailable()).isEqualTo(ONBEREIKBAAR);
        assertThat(server.requests.get()).isEqualTo(3);
        assertThat(sources.ask(NUMBER, Source.RSZ).asked()).as("another source").isTrue();

        clock.moveOn(Duration.ofSeconds(61));
        assertThat(sources.ask(NUMBER, Source.KBO).asked()).isTrue();
        assertThat(sources.ask(NUMBER, Source.KBO).asked()).as("one failure and it rests again").isFalse();

        clock.moveOn(Duration.ofSeconds(61));
        server.say(200, ACTIVE);
        assertThat(sources.ask(NUMBER, Source.KBO).back()).isTrue();
        assertThat(sources.ask(NUMBER, Source.KBO).back()).isFalse();
    }

    @Test
    void a_clock_that_is_put_back_does_not_keep_a_source_asleep() {
        HttpSources sources = sources(0, 1);
        server.say(500, "");
        sources.ask(NUMBER, Source.KBO);
        assertThat(sources.ask(NUMBER, Source.KBO).asked()).isFalse();

        clock.moveOn(Duration.ofDays(-400));

        assertThat(sources.ask(NUMBER, Source.KBO).asked()).isTrue();
    }

    @Test
    void without_an_address_nothing_is_asked_and_nothing_is_invented_where_no_demo_people_are() throws IOException {
        SourceSettings settings = settings("", 0, 5);
        DemoPeople nobody = mock(DemoPeople.class);
        SimulatedSources simulated = new SimulatedSources(settings, nobody, mock(ReceiveNotice.class), new CurrentActor(Optional.empty()), new ObjectMapper());
        simulated.afterPropertiesSet();

        HttpSources.Reply reply = new HttpSources(settings, simulated, new RestingSources(settings, clock)).ask(NUMBER, Source.KBO);

        assertThat(simulated.running()).isFalse();
        assertThat(reply.asked()).isFalse();
        assertThat(reply.unavailable()).isEqualTo(ONBEREIKBAAR);
    }

    private void assertEndsInTime() {
        patience = Duration.ofSeconds(1);
        long began = System.nanoTime();
        assertThat(sources(0, 5).ask(NUMBER, Source.KBO).unavailable()).isEqualTo(TIJD_VERSTREKEN);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    private HttpSources sources(int retries, int failuresBeforeRest) {
        return sources(server.url() + "/", retries, failuresBeforeRest);
    }

    private HttpSources sources(String url, int retries, int failuresBeforeRest) {
        SourceSettings settings = settings(url, retries, failuresBeforeRest);
        return new HttpSources(settings, mock(SimulatedSources.class), new RestingSources(settings, clock));
    }

    private SourceSettings settings(String url, int retries, int failuresBeforeRest) {
        return new SourceSettings(url, "geheim", patience, patience, retries, Duration.ofMillis(5), failuresBeforeRest,
                Duration.ofMinutes(1), Duration.ofHours(24), 100);
    }
}
