package be.dossierwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HostileDocuments;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the screens do not take as a file (HostileFilesTest) does not come in by the portal either, and leaves nothing behind. */
@DossierwerkTest
class HostileAttachmentsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 2);

    @Autowired private ApplicationContext spring;
    @Autowired private ObjectMapper json;
    @Autowired private Dossiers dossiers;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    private Portal portal;
    private ObjectNode request;
    private ArrayNode files;
    private String before;

    @BeforeEach
    void a_request_without_files() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        portal = new Portal("/api/intrekkingen", WithdrawalApi.class, spring);
        int n = RecognisedFixture.reserve(1);
        String number = RecognisedFixture.recognise(jdbc, n, "Stopt " + n + " bv");
        request = json.createObjectNode().put("recognitionNumber", "VX" + n).put("enterpriseNumber", number).put("reason", "STOPZETTING").put("effectiveOn", "2027-07-01")
                .put("signatory", "Leen Verhoeven");
        files = request.putArray("attachments");
        before = kept();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EICAR", "EICAR_ZIP", "MACRO_DOCUMENT", "OLD_OFFICE", "RTF", "ZIP_BOMB", "GZIP_BOMB", "HTML", "HTML_THEN_PDF", "SVG", "GIF_SCRIPT", "WINDOWS_PROGRAM", "LINUX_PROGRAM",
            "SHELL_SCRIPT", "JAVA_CLASS", "XML_ENTITY", "PNG_65535", "PNG_WITHOUT_END", "JPEG_WITHOUT_END", "TIFF_WITHOUT_END"})
    void what_is_no_document_is_refused_with_all_that_came_along(String what) throws Exception {
        add("verzoek.pdf", InventedApplications.proofOfDeposit("Verzoek").content());
        add("plan.pdf", HostileDocuments.content(what));

        MockHttpServletResponse answer = send();

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(portal.body(answer).get("type").textValue()).matches("urn:dossierwerk:problem:dossier\\.document\\.(type|pixels)");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_name_is_never_a_path_and_fits_what_the_file_is() throws Exception {
        add("../../../../etc/cron.d/plan.pdf", HostileDocuments.content("PDF"));
        add("C:\\scans\\stuk.exe", HostileDocuments.content("PDF_AND_ZIP"));
        add("foto\u202egpj.exe", HostileDocuments.content("PNG"));
        add("plan\r\nSet-Cookie: a=b.pdf", HostileDocuments.content("PDF"));

        MockHttpServletResponse answer = send();

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(201, 422);
        if (answer.getStatus() == 422) {
            // Signs that nobody sees are refused as in any other text of the portal.
            assertThat(portal.fields(answer)).allMatch(field -> field.matches("attachments\\[[23]]\\.fileName"));
            files.remove(3);
            files.remove(2);
            answer = send();
        }
        assertThat(dossiers.documents(portal.body(answer).get("dossier").textValue())).extracting(Dossiers.Document::fileName).contains("plan.pdf", "stuk.exe.pdf")
                .noneMatch(name -> name.matches("(?s).*[/\\\\\\p{Cntrl}\u202e].*"));
    }

    @Test
    void many_files_are_too_many() {
        for (int i = 0; i <= 100; i++) {
            add("plan" + i + ".pdf", ("%PDF-1.7\n" + i).getBytes());
        }

        MockHttpServletResponse answer = send();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(portal.message(answer, "attachments")).startsWith("Er zijn meer dan 100 bestanden.");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_body_that_is_too_large_or_too_deep_is_not_read_to_its_end() {
        add("plan.pdf", new byte[16 * 1024 * 1024]);
        assertThat(send().getStatus()).isEqualTo(413);
        assertThat(portal.send(UUID.randomUUID().toString(), "[".repeat(100_000)).getStatus()).isEqualTo(400);
        assertThat(portal.send(UUID.randomUUID().toString(), "{\"a\":".repeat(100_000)).getStatus()).isEqualTo(400);
        assertThat(kept()).isEqualTo(before);
    }

    private void add(String name, byte[] content) {
        files.addObject().put("fileName", name).put("content", Base64.getEncoder().encodeToString(content));
    }

    private MockHttpServletResponse send() {
        return portal.send(UUID.randomUUID().toString(), request.toString());
    }

    /** No dossier, no document and no key that counts as used. */
    private String kept() {
        return jdbc.sql("select (select count(*) from dossier) || ' ' || (select count(*) from document) || ' ' || (select count(*) from api_request)").query(String.class).single();
    }
}
