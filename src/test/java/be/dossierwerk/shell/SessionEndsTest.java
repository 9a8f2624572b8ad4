package be.dossierwerk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.EndedSessions;
import be.dossierwerk.security.Roles;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** How long a session lasts, and how it ends before. */
@DossierwerkTest
class SessionEndsTest {

    private static final Duration LONGEST = Duration.ofHours(12);

    @LocalServerPort private int port;
    @Autowired private CurrentActor currentActor;
    @Autowired private EndedSessions ended;
    @Autowired private Environment environment;
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private SessionEnds ends;
    private MockHttpSession session;
    private Actor somebody;

    @BeforeEach
    void signed_in() {
        ends = new SessionEnds(currentActor, ended, () -> now, LONGEST);
        session = new MockHttpSession();
        somebody = new Actor(UUID.randomUUID().toString(), "Iemand", Set.of(Roles.HANDLER));
    }

    @AfterEach
    void everybody_may_come_back() {
        ended.admit("bram");
    }

    @Test
    void after_twelve_hours_it_ends_however_busy_it_is() {
        for (int hour = 0; hour < 12; hour++) {
            assertThat(stays()).as("after %d hours", hour).isTrue();
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(stays()).isFalse();
    }

    @Test
    void another_person_in_the_same_browser_has_twelve_hours_of_his_own() {
        assertThat(stays()).isTrue();
        now = now.plus(Duration.ofHours(11));
        somebody = new Actor(UUID.randomUUID().toString(), "Iemand anders", Set.of(Roles.HANDLER));
        assertThat(stays()).isTrue();
        now = now.plus(Duration.ofHours(11));
        assertThat(stays()).isTrue();
    }

    @Test
    void signed_out_everywhere_it_ends_within_ten_seconds_and_a_new_one_may_begin() {
        assertThat(stays()).isTrue();
        ended.end(somebody.id());
        now = now.plus(SessionEnds.LOOK_AGAIN);
        assertThat(stays()).isFalse();

        session = new MockHttpSession();
        assertThat(stays()).isTrue();
    }

    @Test
    void who_is_barred_has_no_session_until_admitted_again() {
        ended.bar(somebody.id());
        assertThat(stays()).isFalse();
        session = new MockHttpSession();
        assertThat(stays()).isFalse();

        ended.admit(somebody.id());
        session = new MockHttpSession();
        assertThat(stays()).isTrue();
    }

    @Test
    void over_http_a_barred_person_comes_no_further_than_the_sign_in_page() throws Exception {
        Visitor visitor = new Visitor(port, Redirect.NEVER);
        ended.bar("bram");
        visitor.signIn("bram", "demo");

        assertThat(visitor.get("/werk").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/aanmelden"));
    }

    @Test
    void signing_in_gives_the_session_another_name() throws Exception {
        Visitor visitor = new Visitor(port, Redirect.NEVER);
        String before = cookie(visitor.get("/werk").headers().firstValue("Set-Cookie").orElseThrow());
        String after = cookie(visitor.signIn("an", "demo").headers().firstValue("Set-Cookie").orElseThrow());

        assertThat(after).isNotEqualTo(before);
        assertThat(new Visitor(port, Redirect.NEVER).get("/werk", "Cookie", before).statusCode()).as("the name from before").isEqualTo(302);
        assertThat(new Visitor(port, Redirect.NEVER).get("/werk", "Cookie", after).statusCode()).as("the name that counts").isEqualTo(200);
    }

    @Test
    void a_session_stands_in_no_address_and_ends_when_nothing_is_done() throws Exception {
        assertThat(new Visitor(port, Redirect.NEVER).get("/werk").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).doesNotContain("jsessionid"));
        assertThat(environment.getProperty("server.servlet.session.timeout", Duration.class)).isEqualTo(Duration.ofMinutes(30));
        assertThat(environment.getProperty("vaadin.closeIdleSessions", Boolean.class)).isTrue();
        assertThat(environment.getProperty("dossierwerk.longest-session", Duration.class)).isEqualTo(LONGEST);
    }

    private boolean stays() {
        return currentActor.as(somebody, () -> {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/werk");
            request.setSession(session);
            try {
                ends.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return !session.isInvalid();
        });
    }

    private static String cookie(String header) {
        return header.substring(0, header.indexOf(';'));
    }
}
