package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HostileTexts;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Text that could be more than text somewhere comes out as it went in, in records, letters and logs; or is refused where it came in. */
@DossierwerkTest
@ExtendWith(OutputCaptureExtension.class)
class InjectedTextTest {

    private static final LocalDate TODAY = LocalDate.of(2033, 5, 9);
    private static final AtomicInteger NEXT = new AtomicInteger(4_400);

    @Autowired private MockMvc mvc;
    @Autowired private ObjectMapper json;
    @Autowired private Dossiers dossiers;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;

    @BeforeEach
    void a_day_of_its_own() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    static Stream<Arguments> payloads() {
        return HostileTexts.all().entrySet().stream().map(payload -> Arguments.of(payload.getKey(), payload.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void the_portal_brings_text_and_nothing_else(String name, String payload, CapturedOutput log) throws Exception {
        ObjectNode body = json.valueToTree(application());
        ObjectNode undertaking = (ObjectNode) body.get("undertaking");
        undertaking.put("name", payload).put("street", payload).put("municipality", payload).put("phone", payload);
        ((ObjectNode) body.get("persons").get(0)).put("name", payload);
        ((ObjectNode) body.get("businessPlan")).put("generalInformation", payload).put("staff", payload);
        MockHttpServletResponse answer = mvc.perform(post("/api/applications").with(httpBasic("portaal", "portaal")).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json").content(json.writeValueAsBytes(body))).andReturn().getResponse();

        if (HostileTexts.hasUnseen(name)) {
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("undertaking.name", "persons[0].name");
        } else {
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
            String dossier = json.readTree(answer.getContentAsByteArray()).get("dossier").textValue();
            assertThat(dossiers.get(dossier).subject()).isEqualTo(payload);
        }
        assertThat(log.getAll()).doesNotContain("Incident").doesNotContainPattern("(?m)^2026-11-22T10:00:00Z  INFO Signed in: admin");
    }

    @Test
    void a_letter_says_what_was_typed_and_computes_nothing() throws Exception {
        List<String> all = List.copyOf(HostileTexts.all().values());
        Application application = application();
        String dossier = acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(application));
        Map<String, Object> form = new HashMap<>(TypedForms.depositMissing());
        form.put("toelichting", String.join("\n", all));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", form);
        Dossiers.Document letter = dossiers.documents(dossier).stream().filter(each -> !each.kind().matches("AANVRAAGFORMULIER|ONDERNEMINGSPLAN|ATTEST_INFOSESSIE")).findFirst().orElseThrow();

        String text = squeezed(text(dossiers.content(letter.id())));
        assertThat(text).doesNotContain("1337", "root:");
        // What is outside ASCII may have no sign in the font of the letter.
        assertThat(all.stream().filter(payload -> payload.chars().allMatch(sign -> sign >= ' ' && sign < 127))).hasSizeGreaterThan(25)
                .allSatisfy(payload -> assertThat(text).contains(squeezed(payload)));
    }

    @Test
    void a_path_or_a_name_that_was_typed_is_not_a_line_of_the_log(CapturedOutput log) throws Exception {
        mvc.perform(get("/documenten/x%0d%0a2026-11-22T10:00:00Z  INFO forged").with(user("an").roles(Roles.HANDLER))).andReturn();
        mvc.perform(post("/aanmelden").param("username", "an\r\n2026-11-22T10:00:00Z  INFO forged" + "x".repeat(500)).param("password", "verborgen-42")).andReturn();

        assertThat(log.getAll()).contains("Sign-in refused: an??2026-11-22").doesNotContainPattern("(?m)^2026-11-22T10:00:00Z  INFO forged").doesNotContain("x".repeat(100), "verborgen-42");
    }

    @Test
    void only_our_own_drawings_and_style_are_html() throws IOException {
        Map<String, Pattern> html = Map.of("src/main/java", Pattern.compile("new Html\\(|innerHTML|outerHTML"), "src/main/resources/letters", Pattern.compile("th:utext|\\[\\("),
                "src/main/resources/META-INF/resources", Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write"));
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, Pattern> where : html.entrySet()) {
            try (Stream<Path> files = Files.walk(Path.of(where.getKey()))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|html|js)") && !each.toString().contains("/vendor/")).toList()) {
                    if (where.getValue().matcher(Files.readString(file)).find()) {
                        found.add(file.getFileName().toString());
                    }
                }
            }
        }

        assertThat(found).containsExactly("CalibrationChart.java", "RangeBars.java", "TrendChart.java", "layout.html");
    }

    private static Application application() {
        return InventedApplications.make(NEXT.getAndIncrement(), TODAY, false);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
