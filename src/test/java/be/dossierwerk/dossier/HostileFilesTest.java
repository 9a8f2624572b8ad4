package be.dossierwerk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HostileDocuments;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are not what they say, or more than they say: refused, or kept as what they are under a name that fits. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    @Autowired private Dossiers dossiers;
    @Autowired private Acts acts;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    private String dossier;

    @BeforeAll
    void a_dossier() {
        LocalDate today = LocalDate.now().minusDays(1);
        Application application = InventedApplications.make(4_490, today, true);
        dossier = acts.file(people.actor("els"), application, "PAPIER", today, InventedApplications.attachments(application));
    }

    @ParameterizedTest
    @CsvSource({
            "EICAR,            plan.pdf,  dossier.document.type",
            "EICAR_ZIP,        plan.pdf,  dossier.document.type",
            "MACRO_DOCUMENT,   plan.docm, dossier.document.type",
            "MACRO_DOCUMENT,   plan.pdf,  dossier.document.type",
            "OLD_OFFICE,       plan.doc,  dossier.document.type",
            "RTF,              plan.rtf,  dossier.document.type",
            "ZIP_BOMB,         plan.pdf,  dossier.document.type",
            "GZIP_BOMB,        plan.pdf,  dossier.document.type",
            "HTML,             plan.pdf,  dossier.document.type",
            "HTML_THEN_PDF,    plan.pdf,  dossier.document.type",
            "SVG,              foto.png,  dossier.document.type",
            "GIF_SCRIPT,       foto.png,  dossier.document.type",
            "WINDOWS_PROGRAM,  plan.pdf,  dossier.document.type",
            "LINUX_PROGRAM,    plan.pdf,  dossier.document.type",
            "SHELL_SCRIPT,     plan.pdf,  dossier.document.type",
            "JAVA_CLASS,       plan.pdf,  dossier.document.type",
            "XML_ENTITY,       plan.pdf,  dossier.document.type",
            "PNG_65535,        foto.png,  dossier.document.pixels",
            "PNG_WITHOUT_END,  foto.png,  dossier.document.type",
            "JPEG_WITHOUT_END, foto.jpg,  dossier.document.type",
            "TIFF_WITHOUT_END, foto.tif,  dossier.document.type"})
    void it_is_refused(String what, String name, String because) {
        int before = dossiers.documents(dossier).size();

        assertThatThrownBy(() -> attach(name, HostileDocuments.content(what))).hasMessage(because);
        assertThat(dossiers.documents(dossier)).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "PDF,         ../../../../etc/cron.d/plan.pdf,    plan.pdf,              application/pdf",
            "PDF,         ..\\\\..\\\\windows\\\\plan.pdf,    plan.pdf,              application/pdf",
            "PDF,         C:\\\\scans\\\\plan.pdf,            plan.pdf,              application/pdf",
            "PDF,         plan.exe,                           plan.exe.pdf,          application/pdf",
            "PDF,         plan.html,                          plan.html.pdf,         application/pdf",
            "PDF,         plan.PDF,                           plan.PDF,              application/pdf",
            "PDF,         plan,                               plan.pdf,              application/pdf",
            "PDF,         .htaccess,                          htaccess.pdf,          application/pdf",
            "PDF,         a<b>\"c|d?e*.pdf,                   abcde.pdf,             application/pdf",
            "PDF,         REGEL,                              planSet-Cookie a=b.pdf, application/pdf",
            "PDF,         OMGEKEERD,                          planfdp.exe.pdf,       application/pdf",
            "PNG,         foto.jpg,                           foto.jpg.png,          image/png",
            "PDF_AND_ZIP, stuk.pdf,                           stuk.pdf,              application/pdf",
            "PNG_AND_ZIP, foto.png,                           foto.png,              image/png"})
    void it_is_kept_as_what_it_is_under_a_name_that_fits(String what, String name, String kept, String type) throws Exception {
        String given = switch (name) {
            case "REGEL" -> "plan\r\nSet-Cookie: a=b.pdf";
            case "OMGEKEERD" -> "plan\u202efdp.exe";
            default -> name;
        };
        UUID id = attach(given, HostileDocuments.content(what));

        Dossiers.Document document = dossiers.document(id).orElseThrow();
        assertThat(document.fileName()).isEqualTo(kept);
        assertThat(document.mediaType()).isEqualTo(type);
    }

    @Test
    void a_name_without_end_is_cut_and_keeps_its_ending() throws Exception {
        assertThat(dossiers.document(attach("x".repeat(5_000) + ".pdf", HostileDocuments.content("PDF"))).orElseThrow().fileName()).hasSize(200).endsWith("x.pdf");
    }

    private UUID attach(String name, byte[] content) {
        // The same content twice is one document.
        return currentActor.as(people.actor("an"), () -> dossiers.attach(dossier, "BIJLAGE", "Stuk", name, content, LocalDate.now()));
    }
}
