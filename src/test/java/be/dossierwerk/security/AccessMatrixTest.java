package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import be.dossierwerk.DossierwerkTest;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.servlet.WebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every view and every address of the product is tried by each role, by the account of the portal, and by nobody. Who gets in stands in
 * {@code security/access.csv}; what is not there, or is there otherwise, fails. No answer goes without the headers that browsers need. Views and addresses are found, not listed.
 */
@DossierwerkTest
class AccessMatrixTest {

    private static final String NOBODY = "nobody";
    private static final String EVERYBODY = "everybody";
    private static final String SIGNED_IN = "signed-in";
    private static final Set<String> SYSTEMS = Set.of(NOBODY, ApiAccounts.ROLE);

    @Autowired private ApplicationContext beans;
    @Autowired private ServletContext servletContext;
    @Autowired private MockMvc mvc;

    @Test
    void every_view_is_open_to_whom_the_table_says() throws Exception {
        RouteRegistry routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext));
        AccessAnnotationChecker checker = new AccessAnnotationChecker();
        // Views that only tests have stand with the browser tests.
        Set<String> found = routes.getRegisteredRoutes().stream().filter(route -> !route.getNavigationTarget().getPackageName().equals("be.dossierwerk.browser"))
                .map(route -> "view," + route.getTemplate() + "," + whoGetsIn(role -> {
                    // The account of the portal is somebody at REST alone.
                    Principal person = SYSTEMS.contains(role) ? null : () -> "somebody";
                    return checker.hasAccess(route.getNavigationTarget(), person, role::equals);
                })).collect(Collectors.toCollection(TreeSet::new));

        assertThat(kept("view", found)).isEqualTo(table("view"));
        assertThat(found).hasSizeGreaterThan(70);
    }

    @Test
    void every_address_is_open_to_whom_the_table_says() throws Exception {
        Set<String> found = new TreeSet<>();
        for (String address : addresses()) {
            found.add("address," + address + "," + whoGetsIn(role -> opens(address, role)));
        }

        assertThat(kept("address", found)).isEqualTo(table("address"));
        assertThat(found).hasSizeGreaterThan(40);
    }

    @Test
    void who_is_nobody_at_the_screens_is_sent_to_the_sign_in_page() {
        SYSTEMS.forEach(system -> Stream.of("", "werk", "dossiers", "dossier/DC-ERK-2026-00001", "ondertekenen", "uitvoer").forEach(path ->
                assertThat(opens("GET /" + path, system)).as(path + " by " + system).isFalse()));
    }

    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        Stream.concat(beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream(), beans.getBeansOfType(WebMvcEndpointHandlerMapping.class).values().stream())
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> {
                    Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
                    info.getPatternValues().forEach(pattern -> (methods.isEmpty() ? Set.of("GET", "POST") : methods).forEach(method -> addresses.add(method + " " + pattern)));
                }));
        return addresses;
    }

    /** Whether the address lets this role do anything, be it find nothing: with well-formed values that nothing has. */
    private boolean opens(String address, String role) {
        String path = address.substring(address.indexOf(' ') + 1).replaceAll("\\{extension:[^}]*}", "csv").replaceAll("\\{number:BET[^/]*}(?=/)", "BET-2026-001").replaceAll("\\{year:[^/]*?}}?", "2026")
                .replaceAll("\\{id:\\[0-9][^/]*}", "1").replaceAll("\\{area:[^/]*}", "iets").replaceAll("\\{id}", "00000000-0000-4000-8000-000000000000").replaceAll("\\{[^/}]*}", "x").replace("/**", "/x").replace("*", "x");
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(HttpMethod.valueOf(address.substring(0, address.indexOf(' '))), path)
                .contentType("application/json").content("{}").with(csrf()).with(as(role));
        if (path.startsWith("/boordtabel")) {
            request.param("van", "2026-01-01").param("tot", "2026-01-31").param("naastvan", "2025-01-01").param("naasttot", "2025-01-31");
        }
        try {
            MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
            assertThat(answer.getHeaderNames()).as("headers of %s for %s", address, role).contains("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
                    "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Cache-Control");
            boolean sentToSignIn = answer.getStatus() == 302 && String.valueOf(answer.getHeader("Location")).contains("/aanmelden");
            return answer.getStatus() != 401 && answer.getStatus() != 403 && !sentToSignIn;
        } catch (Exception e) {
            throw new AssertionError(address + " by " + role, e);
        }
    }

    private static RequestPostProcessor as(String role) {
        return switch (role) {
            case NOBODY -> request -> request;
            case ApiAccounts.ROLE -> httpBasic("portaal", "portaal");
            default -> user("somebody").roles(role);
        };
    }

    private static String whoGetsIn(Predicate<String> opens) {
        Set<String> people = new TreeSet<>(Roles.names().keySet());
        Set<String> all = Stream.concat(people.stream(), Stream.of(ApiAccounts.ROLE, NOBODY)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> in = all.stream().filter(opens).collect(Collectors.toCollection(TreeSet::new));
        if (in.equals(all)) {
            return EVERYBODY;
        }
        boolean everyRole = in.containsAll(people);
        return Stream.concat(everyRole ? Stream.of(SIGNED_IN) : Stream.empty(), in.stream().filter(role -> !everyRole || !people.contains(role))).collect(Collectors.joining(" "));
    }

    /** What was found lies in target for whoever mends the table. */
    private static String kept(String kind, Set<String> found) throws IOException {
        String all = String.join("\n", found);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "access-" + kind + ".csv"), all);
        return all;
    }

    private static String table(String kind) throws IOException {
        try (var in = AccessMatrixTest.class.getResourceAsStream("/security/access.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith(kind + ",")).sorted().collect(Collectors.joining("\n"));
        }
    }
}
