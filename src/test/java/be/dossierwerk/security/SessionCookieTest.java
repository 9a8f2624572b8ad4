package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.server.Session;
import org.springframework.mock.env.MockEnvironment;

/** The cookie as a real server sends it. */
class SessionCookieTest {

    @ParameterizedTest
    @CsvSource({
            "auto,  jdbc:postgresql://server/d, auto, true",
            "auto,  jdbc:postgresql://server/d, true, false",
            "auto,  '',                         auto, false",
            "true,  '',                         auto, true",
            "false, jdbc:postgresql://server/d, auto, false"})
    void behind_tls_it_goes_over_tls_alone(String https, String database, String demo, boolean expected) throws Exception {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory(0);
        server.getSession().getCookie().setSameSite(Session.Cookie.SameSite.LAX);
        server.getSession().getCookie().setHttpOnly(true);
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", database).withProperty("dossierwerk.demo", demo);
        WebServer running = server.getWebServer(new SessionCookie(https, environment), context -> context.addServlet("any", new Greeting()).addMapping("/"));
        running.start();
        try {
            String cookie = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + running.getPort())).build(), HttpResponse.BodyHandlers.discarding())
                    .headers().firstValue("Set-Cookie").orElseThrow();

            assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
            assertThat(cookie.startsWith(SessionCookie.NAME + "=")).isEqualTo(expected);
            assertThat(cookie.contains("Secure")).isEqualTo(expected);
            assertThat(cookie).doesNotContain("Domain");
        } finally {
            running.stop();
        }
    }

    private static final class Greeting extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.getSession();
        }
    }
}
