package be.dossierwerk.shell;

import static be.dossierwerk.shell.Visitor.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import be.dossierwerk.DossierwerkTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who gets in where, over HTTP, on the whole product with demo people. */
@DossierwerkTest
class WebSecurityTest {

    @LocalServerPort private int port;
    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;
    private Visitor visitor;

    @BeforeEach
    void browse() {
        visitor = new Visitor(port, Redirect.NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/werk", "/taak/1", "/bestaat-niet"})
    void strangers_are_sent_to_the_sign_in_page(String path) throws Exception {
        HttpResponse<String> answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/aanmelden"));
    }

    @Test
    void an_address_that_goes_around_the_rules_is_refused() throws Exception {
        assertThat(visitor.get("/VAADIN/../werk").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/aanmelden", "/dossierwerk.css", "/dossierwerk.js", "/dossierwerk.svg", "/actuator/health", "/actuator/health/readiness",
            "/vendor/diagram-viewer.js", "/vendor/LICENSES.txt"})
    void what_everybody_needs_is_open(String path) throws Exception {
        assertThat(visitor.get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/aanmelden", "/api/x", "/actuator/health"})
    void every_answer_carries_the_security_headers(String path) throws Exception {
        var headers = visitor.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'self'", "object-src 'none'").doesNotContain("*", "http"));
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_request_that_only_asks_for_itself_back_is_refused() throws Exception {
        HttpResponse<String> trace = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/aanmelden"))
                .method("TRACE", HttpRequest.BodyPublishers.noBody()).header("X-Ours", "geheim").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(trace.statusCode()).isBetween(400, 499);
        assertThat(trace.body()).doesNotContain("geheim");
    }

    @Test
    void no_page_stays_in_a_cache() throws Exception {
        visitor.signIn("an", "demo");

        assertThat(visitor.get("/werk").headers().firstValue("Cache-Control")).hasValueSatisfying(how -> assertThat(how).contains("no-store"));
    }

    @Test
    void over_https_the_browser_is_told_to_stay_there() throws Exception {
        mvc.perform(get("/api/x").secure(true)).andExpect(header().string("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
    }

    @Test
    void a_demo_person_signs_in_and_comes_back_where_he_wanted_to_be() throws Exception {
        visitor.get("/werk?tab=groepen");
        HttpResponse<String> signedIn = visitor.signIn("an", "demo");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/werk?tab=groepen"));
        assertThat(visitor.get("/werk").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select name || ' ' || roles from inbox_colleague where id = 'an'").query(String.class).single())
                .isEqualTo("An Peeters dc-dossierbehandelaar");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        assertThat(visitor.get("/werk").headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie ->
                assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @ParameterizedTest
    @CsvSource({"an, fout", "an, ''", "niemand, demo", "portaal, portaal", "systeem, demo"})
    void wrong_names_and_passwords_are_refused(String name, String password) throws Exception {
        HttpResponse<String> answer = visitor.signIn(name, password);

        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/aanmelden?error"));
        assertThat(visitor.get("/werk").statusCode()).isEqualTo(302);
    }

    @Test
    void rest_asks_for_the_account_of_the_portal_in_the_language_of_the_sender() throws Exception {
        HttpResponse<String> dutch = visitor.get("/api/openapi");
        HttpResponse<String> english = visitor.get("/api/openapi", "Accept-Language", "en");

        assertThat(dutch.statusCode()).isEqualTo(401);
        assertThat(dutch.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(how -> assertThat(how).startsWith("Basic"));
        assertThat(dutch.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(dutch.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(dutch.body()).contains("\"status\":401", "\"title\":\"Meld u aan\"");
        assertThat(english.body()).contains("\"title\":\"Sign in\"");
    }

    @ParameterizedTest
    @CsvSource({"/api/openapi, portaal, portaal, 200", "/api/openapi, portaal, fout, 401", "/api/openapi, an, demo, 401",
            "/actuator/prometheus, portaal, portaal, 200", "/actuator/prometheus, an, demo, 401", "/actuator/env, portaal, portaal, 404", "/api/bestaat-niet, portaal, portaal, 404"})
    void rest_and_metrics_are_for_the_portal_account_only(String path, String name, String password, int status) throws Exception {
        assertThat(visitor.get(path, "Authorization", basic(name, password)).statusCode()).isEqualTo(status);
    }

    @Test
    void a_signed_in_person_has_no_way_into_rest() throws Exception {
        visitor.signIn("pieter", "demo");

        assertThat(visitor.get("/api/openapi").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    @Test
    void metrics_are_closed_to_strangers() throws Exception {
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    }
}
