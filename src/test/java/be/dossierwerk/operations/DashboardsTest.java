package be.dossierwerk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The dashboard and the alarms ask for figures that the product tells, each alarm stands in the book of the person on duty, and what is in src/run can be read. */
@DossierwerkTest
@SuppressWarnings("unchecked")
class DashboardsTest {

    private static final Path RUN = Path.of("src", "run");
    /** What Prometheus itself adds, and the words of its language. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "sum", "max", "min", "by", "rate", "histogram_quantile", "and", "or");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\[[^]]*]|by\\s*\\([^)]*\\)");
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");

    private static final LocalDate RECEIVED = LocalDate.of(2027, 6, 1);

    @Autowired private PrometheusMeterRegistry prometheus;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @LocalServerPort private int port;

    @Test
    void the_dashboard_and_the_alarms_ask_for_figures_that_exist() throws Exception {
        work();
        List<String> asked = new ArrayList<>();
        new ObjectMapper().readTree(RUN.resolve("grafana/dossierwerk.json").toFile()).findValues("expr").forEach(expression -> asked.add(expression.asText()));
        assertThat(asked).hasSizeGreaterThan(20);
        alarms().forEach(alarm -> asked.add((String) alarm.get("expr")));
        assertThat(asked).hasSizeGreaterThan(35);

        String told = prometheus.scrape();
        assertThat(asked.stream().flatMap(DashboardsTest::figures).filter(name -> !OF_PROMETHEUS.contains(name) && !tells(told, name)).distinct()).isEmpty();
        assertThat(told).contains("dossierwerk_step_seconds_count{procedure=\"erkenning\"}");
    }

    @Test
    void each_alarm_stands_in_the_book_of_the_person_on_duty() throws IOException {
        String book = Files.readString(Path.of("src", "docs", "operations.md"));

        assertThat(alarms()).hasSizeGreaterThanOrEqualTo(15).allSatisfy(alarm -> assertThat(book).contains("### " + alarm.get("alert") + "\n"));
    }

    @Test
    void what_an_operator_copies_can_be_read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RUN)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(5).allSatisfy(file -> assertThat(documents(file)).isNotEmpty().doesNotContainNull());
        assertThat(documents(RUN.resolve("kubernetes/dossierwerk.yaml"))).extracting(part -> String.valueOf(((Map<?, ?>) part).get("kind"))).contains("Deployment", "Service", "Ingress", "PodDisruptionBudget");
    }

    @Test
    void an_image_is_named_by_the_operator() throws IOException {
        for (String file : List.of("compose.yaml", "kubernetes/dossierwerk.yaml", "kubernetes/database.yaml")) {
            assertThat(Files.readAllLines(RUN.resolve(file)).stream().map(String::strip).filter(line -> line.startsWith("image:"))).isNotEmpty().allSatisfy(line -> assertThat(line).startsWith("image: ${"));
        }
    }

    /** What is told of a step and of a request only shows after one. */
    private void work() throws Exception {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/aanmelden")).build(), BodyHandlers.discarding());
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        try {
            Application application = InventedApplications.make(2_595, RECEIVED, true);
            String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
            jobs.run();
            acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        } finally {
            clock.release();
        }
    }

    private static Stream<String> figures(String expression) {
        return WORD.matcher(LABELS.matcher(expression).replaceAll(" ")).results().map(MatchResult::group);
    }

    private static boolean tells(String told, String name) {
        return told.lines().anyMatch(line -> line.startsWith(name + "{") || line.startsWith(name + " "));
    }

    private static List<Map<String, Object>> alarms() throws IOException {
        var groups = (List<Map<String, Object>>) ((Map<String, Object>) documents(RUN.resolve("prometheus/alarms.yaml")).get(0)).get("groups");
        return (List<Map<String, Object>>) groups.get(0).get("rules");
    }

    private static List<Object> documents(Path file) throws IOException {
        List<Object> all = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(in).forEach(all::add);
        }
        return all;
    }
}
