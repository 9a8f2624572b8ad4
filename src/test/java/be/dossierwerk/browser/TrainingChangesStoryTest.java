package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.FileTraining;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingModel;
import be.dossierwerk.training.TrainingStatus;
import be.dossierwerk.training.TrainingTheme;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to a training besides its decision: the applicant drops one of a group file, and an approval is withdrawn by two people. */
@BrowserTest
class TrainingChangesStoryTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SESSION = LocalDate.of(2027, 3, 22);
    private static final String GONE = "Strijken zonder stoom";
    private static final String STAYS = "Ramen wassen op hoogte";
    private static final Path SHOTS = Path.of("target/opleidingen");

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private FileTraining fileTraining;
    @Autowired private Trainings trainings;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void one_training_of_a_group_file_is_dropped_and_the_approval_of_the_other_withdrawn(Browser browser) {
        jobs.byHand();
        at(RECEIVED);
        String file = file();
        Map<String, String> dossiers = new HashMap<>();
        trainings.ofFile(file).forEach(training -> dossiers.put(training.title(), training.dossier()));
        drop(browser, file, dossiers.get(GONE));
        approve(dossiers.get(STAYS));
        propose(browser, dossiers.get(STAYS));
        refuse_and_propose_again(browser, dossiers.get(STAYS));
        agree(browser, dossiers.get(STAYS));
        assertThat(listed(browser)).as("until the first day without approval").isTrue();
        at(LocalDate.of(2027, 5, 3));
        assertThat(listed(browser)).isFalse();
    }

    private void drop(Browser browser, String file, String gone) {
        try (Desk els = new Desk(browser, port, "els")) {
            Locator dialog = act(els, gone, "Aanvraag intrekken");
            assertThat(dialog).containsText("Andere opleidingen van een groepsdossier lopen door.");
            button(dialog, "Trek de aanvraag in").click();
            assertThat(dialog).containsText("Leg uit waarom, in hoogstens 2.000 tekens.");
            look(els, dialog, "intrekken", "Trek de aanvraag in");
            els.type("Reden", "De lesgever is ziek en er is geen andere.");
            button(dialog, "Trek de aanvraag in").press("Enter");
            els.sees("De aanvraag is ingetrokken.");
            els.open("dossier/" + gone + "?deel=tijdlijn");
            els.sees("De aanvrager trok de aanvraag voor de opleiding \"" + GONE + "\" in; Els Janssens registreerde dit.");
        }
        assertThat(trainings.find(gone).orElseThrow().status()).isEqualTo(TrainingStatus.INGETROKKEN_DOOR_AANVRAGER);
        try (Desk greet = new Desk(browser, port, "greet")) {
            greet.open("opleidingsgroep/" + file, "Groepsdossier " + file);
            greet.sees("Ingediend: 1 · Ingetrokken door de aanvrager: 1");
            greet.sees("De aanvrager trok de aanvraag in.");
            greet.sees("Wij gaan na of het dossier volledig is.");
            assertThat(greet.accessibilityFaults()).isEmpty();
            greet.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve("groep-1366.png")));
        }
    }

    private void propose(Browser browser, String dossier) {
        try (Desk an = new Desk(browser, port, "an")) {
            Locator dialog = act(an, dossier, "Goedkeuring wijzigen of intrekken");
            button(dialog, "Stel voor").click();
            assertThat(dialog).containsText("Maak een keuze.");
            an.choose("Wat verandert er?", "De goedkeuring stopt");
            an.type("Waarom?", "De lesgever heeft geen attest meer om op hoogte te werken.");
            an.type("Eerste dag zonder goedkeuring", "01/03/2027");
            button(dialog, "Stel voor").click();
            assertThat(dialog).containsText("Kies een dag van vandaag of later.");
            look(an, dialog, "voorstellen", "Stel voor");
            assertThat(an.field("Waarom?")).hasValue(Pattern.compile("^De lesgever heeft geen attest"));
            an.type("Eerste dag zonder goedkeuring", "03/05/2027");
            an.type("Wat zei de aanvrager hierover?", "Ze zoekt een andere lesgever.");
            button(dialog, "Stel voor").dblclick();
            an.sees("Uw voorstel wacht op de tekenbevoegde.");
            assertThat(an.page.locator("vaadin-notification-card[theme~=error]")).hasCount(0);
        }
    }

    private void refuse_and_propose_again(Browser browser, String dossier) {
        try (Desk karel = new Desk(browser, port, "karel", 390, 844); Desk an = new Desk(browser, port, "an")) {
            Locator dialog = act(karel, dossier, "Beslissen over de wijziging");
            button(dialog, "Bevestig").click();
            assertThat(dialog).containsText("Maak een keuze.");
            karel.choose("Gaat u akkoord?", "Nee, er verandert niets");
            button(dialog, "Bevestig").click();
            assertThat(dialog).containsText("Leg uit waarom niet, in hoogstens 2.000 tekens.");
            look(karel, dialog, "beslissen", "Bevestig");
            karel.type("Waarom niet?", "Ze heeft nog tot mei om iemand te vinden.");
            button(dialog, "Bevestig").press("Enter");
            karel.sees("Uw beslissing is geregistreerd.");
            assertThat(trainings.find(dossier).orElseThrow().validTo()).isNull();

            an.open("dossier/" + dossier + "?deel=training-approval");
            an.sees("Karel Mertens ging niet akkoord op maandag 5 april 2027: Ze heeft nog tot mei om iemand te vinden.");
            dialog = act(an, dossier, "Goedkeuring wijzigen of intrekken");
            an.choose("Wat verandert er?", "De goedkeuring stopt");
            an.type("Waarom?", "De aanvrager vindt niemand.");
            an.type("Eerste dag zonder goedkeuring", "03/05/2027");
            an.type("Wat zei de aanvrager hierover?", "Ze gaat akkoord.");
            button(dialog, "Stel voor").click();
            an.sees("Uw voorstel wacht op de tekenbevoegde.");
        }
    }

    private void agree(Browser browser, String dossier) {
        try (Desk karel = new Desk(browser, port, "karel")) {
            Locator dialog = act(karel, dossier, "Beslissen over de wijziging");
            assertThat(dialog).containsText("De goedkeuring stopt. Laatste dag: zondag 2 mei 2027. An Peeters stelde dit voor op maandag 5 april 2027: "
                    + "De aanvrager vindt niemand. De aanvrager zei hierover: Ze gaat akkoord.");
            karel.choose("Gaat u akkoord?", "Ja, ik teken de beslissing");
            assertThat(dialog.getByLabel("Waarom niet?")).hasCount(0);
            button(dialog, "Bevestig").dblclick();
            karel.sees("Uw beslissing is geregistreerd.");
            assertThat(karel.page.locator("vaadin-notification-card[theme~=error]")).hasCount(0);
            karel.open("dossier/" + dossier + "?deel=training-approval");
            karel.sees("Karel Mertens ging akkoord op maandag 5 april 2027.");
        }
        Training after = trainings.find(dossier).orElseThrow();
        assertThat(after.validTo()).isEqualTo("2027-05-02");
        assertThat(after.status()).isEqualTo(TrainingStatus.GOEDGEKEURD);
    }

    private boolean listed(Browser browser) {
        try (BrowserContext nobody = browser.newContext(new Browser.NewContextOptions().setLocale("nl-BE"))) {
            Page page = nobody.newPage();
            page.navigate("http://localhost:" + port + "/opleidingen?q=ramen");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Goedgekeurde opleidingen").setLevel(1)).waitFor();
            Locator found = page.getByText(STAYS);
            found.or(page.getByText("Er is geen goedgekeurde opleiding die u zoekt.")).first().waitFor();
            return found.count() > 0;
        }
    }

    /** From the dossier's menu. */
    private static Locator act(Desk desk, String dossier, String act) {
        desk.open("dossier/" + dossier);
        desk.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(act).setExact(true)).click();
        return desk.page.getByRole(AriaRole.DIALOG);
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** At a desk and on a telephone: everything is in sight or can be scrolled to, and the act stays in reach. */
    private static void look(Desk desk, Locator dialog, String name, String act) {
        var size = desk.page.viewportSize();
        Stream.of(new int[] {1366, 768}, new int[] {390, 844}).forEach(screen -> {
            desk.page.setViewportSize(screen[0], screen[1]);
            desk.page.waitForTimeout(500);
            desk.picture(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + "-" + screen[0] + ".png")));
            assertThat(desk.accessibilityFaults()).as("%s at %s", name, screen[0]).isEmpty();
            // Now that all stands still.
            BoundingBox box = button(dialog, act).boundingBox();
            assertThat(box.x).as(name).isNotNegative();
            assertThat(box.x + box.width).as(name).isLessThanOrEqualTo(screen[0]);
            assertThat(box.y + box.height).as(name).isLessThanOrEqualTo(screen[1]);
        });
        desk.page.setViewportSize(size.width, size.height);
    }

    private String file() {
        String applicant = RecognisedFixture.recognise(jdbc, RecognisedFixture.reserve(1), "Helder Glas bv");
        List<FileTraining.Asked> asked = Stream.of(GONE, STAYS).map(title -> new FileTraining.Asked(title, TrainingTheme.ERGONOMIE, TrainingKind.INTERN, "Veilig werken",
                "Houding en hulpmiddelen", "Oefenen in groep", "Huishoudhulpen", new BigDecimal("7.50"), 12, "Greet Maes", "Tien jaar ergotherapeut", null, null, null, null,
                "Nederlands", List.of(new Trainings.Session(LocalDate.of(2027, 5, 4), "Gent")), List.of())).toList();
        return currentActor.as(people.actor("els"), () -> fileTraining.file(UUID.randomUUID(), new FileTraining.Request(
                new FileTraining.Applicant(false, applicant, null, null, null, null, null, null), RECEIVED, List.of(), asked), List.of()));
    }

    private void approve(String dossier) {
        Map<String, Object> complete = new HashMap<>(TypedForms.complete());
        complete.put("datumVolledig", RECEIVED.toString());
        send("an", dossier, "UserTask_VolledigheidNagaan", complete);
        send("an", dossier, "UserTask_Vooronderzoek", Map.of("themaPast", "JA", "registratie", "NIET_NODIG", "bevindingen", "De opleiding past bij de functie.",
                "vooruitzicht", "GUNSTIG"));
        send("greet", dossier, TrainingModel.PLACE, Map.of("zitting", SESSION.toString()));
        at(SESSION);
        send("greet", dossier, TrainingModel.RECORD_ADVICE, Map.of("strekking", "GUNSTIG", "gegevenOp", SESSION.toString(), "aanwezig", "7", "quorumBereikt", "JA",
                "motivering", "De commissie besprak de opleiding."));
        at(SESSION.plusDays(14));
        send("an", dossier, "UserTask_BeslissingOpstellen", Map.of("uitkomst", "GOEDGEKEURD"));
        send("joke", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        send("karel", dossier, "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        send("els", dossier, "UserTask_ZendingRegistreren", TypedForms.posted(LocalDate.now(clock), 9_300));
        jobs.run();
    }

    private void send(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
