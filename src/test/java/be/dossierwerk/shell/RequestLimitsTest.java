package be.dossierwerk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Limits;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who tries, asks or saves more often than he may is told so, and when to come back. */
@DossierwerkTest
class RequestLimitsTest {

    private static final int MOST = 5;
    private static final FilterChain ANSWERED = (request, response) -> { };

    @Autowired private Limits counts;
    @Autowired private CurrentActor currentActor;
    @Autowired private ApiEntryProblem problem;
    private RequestLimits limits;
    private String address;
    private Actor somebody;

    @BeforeEach
    void somebody_new() {
        limits = new RequestLimits(counts, currentActor, problem, MOST, MOST, MOST);
        address = UUID.randomUUID().toString();
        somebody = new Actor(address, "Iemand", Set.of("api-portaal"));
    }

    @Test
    void the_sixth_wrong_password_is_not_even_looked_at() throws Exception {
        for (int i = 0; i < MOST; i++) {
            assertThat(signIn("POST", "/aanmelden", null).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = signIn("POST", "/aanmelden", null);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("\"status\":429", "Te vaak");
        // A system from the same address is the same somebody; a page is not.
        assertThat(signIn("GET", "/x", "Basic eDp5").getStatus()).isEqualTo(429);
        assertThat(signIn("GET", "/aanmelden", null).getStatus()).isEqualTo(200);
    }

    @Test
    void right_passwords_do_not_count() {
        currentActor.as(somebody, () -> {
            for (int i = 0; i < MOST * 2; i++) {
                assertThat(uncheckedSignIn().getStatus()).isEqualTo(200);
            }
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests", "downloads"})
    void of_forty_at_once_exactly_five_get_through(String what) throws Exception {
        Filter filter = what.equals("requests") ? limits.ofRequests() : limits.ofDownloads();
        var sides = Executors.newFixedThreadPool(8);
        try {
            int through = 0;
            for (var each : sides.invokeAll(IntStream.range(0, 40).<Callable<Integer>>mapToObj(i -> () -> currentActor.as(somebody, () -> status(filter, "/register.csv"))).toList())) {
                through += each.get() == 200 ? 1 : 0;
            }
            assertThat(through).isEqualTo(MOST);
        } finally {
            sides.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/VAADIN/dynamic/resource/0/7d1b/logboek-12.xes", "/VAADIN/dynamic/resource/0/7d1b/logboek-12.json", "/VAADIN/dynamic/resource/0/7d1b/DC-ERK-2026-00001.pdf",
            "/boordtabel/uitvoer/csv", "/boordtabel/uitvoer/pdf", "/procesanalyse-tabel", "/bewaring/vernietigd-2026.csv", "/betaalrondes/BET-2026-001/bestand.xml",
            "/termijnen/DC-ERK-2026-00001/T-REC-01.pdf", "/administratief-dossier-downloaden/DC-RVS-2026-00001"})
    void whatever_is_saved_counts(String path) {
        currentActor.as(somebody, () -> {
            for (int i = 0; i < MOST; i++) {
                assertThat(status(limits.ofDownloads(), path)).isEqualTo(200);
            }
            assertThat(status(limits.ofDownloads(), path)).isEqualTo(429);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/werk", "/dossier/DC-ERK-2026-00001", "/VAADIN/build/index.js", "/documenten/7d1b"})
    void a_page_is_no_download(String path) {
        currentActor.as(somebody, () -> {
            for (int i = 0; i < MOST * 2; i++) {
                assertThat(status(limits.ofDownloads(), path)).isEqualTo(200);
            }
            return null;
        });
    }

    private MockHttpServletResponse uncheckedSignIn() {
        try {
            return signIn("POST", "/aanmelden", null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse signIn(String method, String path, String credentials) throws Exception {
        MockHttpServletRequest request = request(method, path);
        if (credentials != null) {
            request.addHeader("Authorization", credentials);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.ofSignIn().doFilter(request, response, ANSWERED);
        return response;
    }

    private int status(Filter filter, String path) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request("GET", path), response, ANSWERED);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return response.getStatus();
    }

    private MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }
}
