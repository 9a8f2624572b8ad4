package be.dossierwerk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.security.Roles;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in through an OpenID Connect provider, the whole code flow; demo people do not come along then. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "dossierwerk.data=${java.io.tmpdir}/dossierwerk-test-${random.uuid}",
        "dossierwerk.postgresql-binaries=${java.io.tmpdir}/embedded-pg",
        "dossierwerk.oidc.roles-claim=realm_access.roles",
        "spring.security.oauth2.client.registration.acm.client-id=dossierwerk",
        "spring.security.oauth2.client.registration.acm.client-secret=geheim",
        "spring.security.oauth2.client.registration.acm.client-name=ACM/IDM",
        "spring.security.oauth2.client.registration.acm.scope=openid,profile"})
@DirtiesContext
class ProviderSignInTest {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    private Visitor visitor;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        PROVIDER.start();
        registry.add("spring.security.oauth2.client.provider.acm.issuer-uri", () -> PROVIDER.issuerUrl("vlaanderen").toString());
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @BeforeEach
    void browse() {
        visitor = new Visitor(port, Redirect.ALWAYS);
    }

    @Test
    void a_known_role_opens_the_door_with_the_name_that_people_use() throws Exception {
        answers("u-123", "Mieke Maes", List.of(Roles.HANDLER, "iets-anders"));
        HttpResponse<String> asked = visitor.get("/werk?tab=groepen");
        assertThat(asked.uri().getPath()).isEqualTo("/aanmelden");

        HttpResponse<String> arrived = visitor.get("/oauth2/authorization/acm");

        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.uri()).hasPath("/werk").hasQuery("tab=groepen");
        assertThat(visitor.get("/werk").uri().getPath()).isEqualTo("/werk");
        assertThat(jdbc.sql("select name || ' ' || roles from inbox_colleague where id = 'u-123'").query(String.class).single())
                .isEqualTo("Mieke Maes dc-dossierbehandelaar");
    }

    @Test
    void without_a_known_role_the_door_stays_closed() throws Exception {
        answers("u-456", "Jan Zonderrol", List.of("iets-anders", "api-portaal"));

        HttpResponse<String> refused = visitor.get("/oauth2/authorization/acm");

        assertThat(refused.uri()).hasPath("/aanmelden").hasQuery(SignInView.NO_ROLE);
        assertThat(visitor.get("/werk").uri().getPath()).isEqualTo("/aanmelden");
        assertThat(jdbc.sql("select count(*) from inbox_colleague where id = 'u-456'").query(Integer.class).single()).isZero();
    }

    @Test
    void a_code_that_was_caught_on_its_way_is_worth_nothing() throws Exception {
        HttpResponse<String> sent = new Visitor(port, Redirect.NEVER).get("/oauth2/authorization/acm");

        assertThat(sent.headers().firstValue("Location").orElse("")).contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"systeem", "Systeem", "portaal"})
    void nobody_is_called_as_the_product_itself(String name) throws Exception {
        answers(name, "Sluwe Vos", List.of(Roles.HANDLER));

        assertThat(visitor.get("/oauth2/authorization/acm").uri()).hasPath("/aanmelden").hasQuery(SignInView.NO_ROLE);
        assertThat(visitor.get("/werk").uri().getPath()).isEqualTo("/aanmelden");
    }

    @Test
    void demo_people_and_the_demo_password_of_the_portal_do_not_exist_here() throws Exception {
        assertThat(visitor.signIn("an", "demo").uri()).hasPath("/aanmelden").hasQuery("error");
        assertThat(visitor.get("/api/openapi", "Authorization", Visitor.basic("portaal", "portaal")).statusCode()).isEqualTo(401);
        assertThat(visitor.get("/api/openapi", "Authorization", Visitor.basic("portaal", "")).statusCode()).isEqualTo(401);
    }

    private static void answers(String subject, String name, List<String> roles) {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback("vlaanderen", subject, "JWT", List.of("dossierwerk"),
                Map.of("name", name, "realm_access", Map.of("roles", roles)), 3600));
    }
}
