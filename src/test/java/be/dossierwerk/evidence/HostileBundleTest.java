package be.dossierwerk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HostileTexts;
import be.dossierwerk.audit.CollectChanges;
import be.dossierwerk.audit.VerifyCommand;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.export.PrintDossier;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A dossier of which each name, note, title and file name could be more than text: what leaves the product says it as it was typed, and does nothing. */
@DossierwerkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBundleTest {

    private static final LocalDate RECEIVED = LocalDate.of(2031, 10, 6);
    private static final Actor LAWYER = new Actor("joke", "Joke Maes", Set.of(Roles.LAWYER));
    private static final Actor AUDITOR = new Actor("omer", "Omer Daems", Set.of(Roles.AUDITOR));
    private static final List<String> TEXTS = texts();
    private static int undertakings = 4_320;

    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private Dossiers dossiers;
    @Autowired private AddNote addNote;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private TransactionTemplate transaction;
    @Autowired private CollectChanges collectChanges;
    @Autowired private MakeEvidence makeEvidence;
    @Autowired private PrintDossier printDossier;
    @Autowired private ObjectMapper json;

    private String dossier;
    private Path bundle;

    @BeforeAll
    void a_dossier_full_of_it() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        Application made = InventedApplications.make(undertakings++, RECEIVED, true);
        dossier = acts.file(people.actor("els"), made, "PAPIER", RECEIVED, InventedApplications.attachments(made));
        currentActor.as(people.actor("an"), () -> {
            for (String text : TEXTS) {
                addNote.add(dossier, text);
                byte[] content = InventedApplications.proofOfDeposit("Stuk " + TEXTS.indexOf(text)).content();
                transaction.executeWithoutResult(status -> dossiers.attach(dossier, "STUK", text, text + ".pdf", content, null));
            }
            return null;
        });
        collectChanges.collect();
        bundle = currentActor.as(LAWYER, () -> makeEvidence.make(dossier)).file();
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
        bundle.toFile().delete();
    }

    @Test
    void the_bundle_agrees_and_its_records_say_what_was_typed() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(VerifyCommand.run(List.of(bundle.toString()), new PrintStream(said, true, StandardCharsets.UTF_8), System.err)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("klopt: " + dossier + ", ");

        assertThat(values("documenten.jsonl")).containsAll(TEXTS);
        assertThat(values("handelingen.jsonl")).containsAll(TEXTS).contains("An Peeters voegde het document \"" + TEXTS.get(0) + "\" toe.");
    }

    @Test
    void its_page_has_our_own_elements_alone() throws IOException {
        Document page = Jsoup.parse(text("index.html"));

        assertThat(new TreeSet<>(page.getAllElements().stream().map(Element::normalName).toList())).isSubsetOf("#root", "html", "head", "meta", "title", "style", "body", "main",
                "h1", "h2", "p", "dl", "dt", "dd", "ul", "ol", "li", "a", "span", "code", "em", "pre");
        assertThat(new TreeSet<>(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()).map(Attribute::getKey).toList()))
                .isSubsetOf("lang", "charset", "name", "content", "http-equiv", "class", "href");
        assertThat(page.select("a").eachAttr("href")).isNotEmpty().allMatch(to -> to.matches("documenten/[0-9]{3}-[A-Za-z0-9._-]+"));
        assertThat(TEXTS).allSatisfy(text -> assertThat(squeezed(page.text())).contains(squeezed(text)));
    }

    @Test
    void a_file_lands_beside_the_others_whatever_its_name_was() throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z-]+(/[A-Za-z0-9_-]+)*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?(\\.[a-z]+)*"))
                    .filteredOn(name -> name.startsWith("documenten/")).hasSizeGreaterThanOrEqualTo(TEXTS.size());
        }
    }

    @Test
    void the_printed_dossier_says_it_too_and_has_nothing_that_runs() throws IOException {
        byte[] pdf = currentActor.as(AUDITOR, () -> printDossier.print(dossier));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = squeezed(new PDFTextStripper().getText(document));
            assertThat(TEXTS.stream().filter(each -> each.chars().allMatch(sign -> sign >= ' ' && sign < 127))).hasSizeGreaterThan(25)
                    .allSatisfy(each -> assertThat(text).contains(squeezed(each)));
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames() == null || document.getDocumentCatalog().getNames().getJavaScript() == null).isTrue();
        }
    }

    /** All texts at any depth of the records of that file. */
    private Set<String> values(String file) throws IOException {
        Set<String> values = new TreeSet<>();
        for (String line : text(file).lines().toList()) {
            collect(json.readTree(line), values);
        }
        return values;
    }

    private void collect(JsonNode node, Collection<String> into) throws IOException {
        if (node.isTextual()) {
            into.add(node.textValue());
            // What was said and changed is kept as it was hashed: text that is a record itself.
            if (node.textValue().startsWith("{\"")) {
                collect(json.readTree(node.textValue()), into);
            }
        }
        for (JsonNode each : node) {
            collect(each, into);
        }
    }

    private String text(String file) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(file)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> texts() {
        Map<String, String> seen = new TreeMap<>(HostileTexts.all());
        seen.keySet().removeIf(HostileTexts::hasUnseen);
        return new ArrayList<>(seen.values());
    }
}
