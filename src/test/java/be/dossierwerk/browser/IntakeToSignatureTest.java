package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.NationalNumber;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The screens of intake, committee, signatory and register, as people use them in a browser. */
@BrowserTest
class IntakeToSignatureTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int PATIENCE_MILLIS = 60_000;

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private Clock clock;

    private final Browser browser;
    private BrowserContext context;
    private Page page;

    IntakeToSignatureTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        context = browser.newContext(new Browser.NewContextOptions().setLocale("nl-BE").setViewportSize(1366, 768));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void a_paper_application_survives_a_reload_says_what_is_wrong_and_becomes_a_dossier() {
        Application invented = InventedApplications.make(901, today(), true);
        signIn("els", "nieuwe-aanvraag");
        field("Ondernemingsnummer").fill("0123456700");
        assertThat(page.getByText("Dit ondernemingsnummer klopt niet.").first()).isVisible();
        field("Ondernemingsnummer").fill(invented.undertaking().enterpriseNumber());
        assertThat(field("Ondernemingsnummer")).hasValue(EnterpriseNumber.format(invented.undertaking().enterpriseNumber()));
        assertThat(page.getByText("Het controlegetal klopt.")).isVisible();
        upload("scan bewijs borgsom.pdf");
        assertThat(page.locator(".dw-application-filelist li")).hasCount(1);
        assertThat(page.locator(".dw-application-filelist")).containsText("scan bewijs borgsom.pdf");
        assertThat(page.locator(".dw-application-filelist")).containsText("Bewijs van de borgsom");
        assertThat(page.locator(".dw-saved")).containsText("bewaard");

        page.reload();
        assertThat(page.getByText("U was hieraan bezig.")).isVisible();
        assertThat(field("Ondernemingsnummer")).hasValue(EnterpriseNumber.format(invented.undertaking().enterpriseNumber()));
        assertThat(page.locator(".dw-application-filelist li")).hasCount(1);
        assertThat(page.locator(".dw-application-filelist")).containsText("scan bewijs borgsom.pdf");

        date("Datum van ontvangst", today().plusDays(1));
        send();
        Locator summary = page.locator(".dw-errors");
        assertThat(summary).containsText("velden die u moet nakijken");
        assertThat(summary).containsText("Datum van ontvangst: Deze datum ligt in de toekomst.");
        accessible("aanvraag");
        summary.getByText("Persoon 1, Rijksregisternummer").or(summary.getByText("Bestuurders en gemachtigden")).first().click();

        date("Datum van ontvangst", today().minusDays(1));
        Locator undertaking = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Onderneming").setExact(true));
        undertaking.getByLabel("Naam").fill(invented.undertaking().name());
        undertaking.getByLabel("Straat en nummer").fill(invented.undertaking().street());
        undertaking.getByLabel("Postcode").fill(invented.undertaking().postalCode());
        undertaking.getByLabel("Gemeente").fill(invented.undertaking().municipality());
        Locator person = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Persoon 1"));
        person.getByLabel("Naam").fill("Leen Verhoeven");
        person.getByLabel("Rijksregisternummer").fill(invented.persons().get(0).nationalNumber());
        assertThat(person.getByLabel("Rijksregisternummer")).hasValue(NationalNumber.format(invented.persons().get(0).nationalNumber()));
        person.getByLabel("Functie").fill("zaak");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Zaakvoerder")).click();
        page.getByLabel("schoonmaken van de woning").check();
        send();

        page.waitForURL("**/dossier/DC-ERK-*");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first()).isVisible();
        page.navigate(address("nieuwe-aanvraag"));
        assertThat(field("Ondernemingsnummer")).hasValue("");
    }

    @Test
    void the_committee_advises_two_files_at_once_and_what_was_read_is_signed() {
        List<String> dossiers = List.of(toCommittee(902), toCommittee(903));
        signIn("sofie", "commissie");
        for (String dossier : dossiers) {
            page.getByLabel("Kies " + dossier).check();
        }
        page.getByText("Nota van de dossierbehandelaar").first().click();
        assertThat(page.getByText("Vooruitzicht: gunstig.")).isVisible();
        accessible("commissie");
        page.getByText("Registreer het advies").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("Registreer het advies").click();
        assertThat(dialog.getByRole(AriaRole.ALERT).first()).containsText("velden");
        dialog.getByLabel("Aantal aanwezige leden").fill("7");
        dialog.getByLabel("Ja", new Locator.GetByLabelOptions().setExact(true)).check();
        dialog.getByLabel("Gunstig", new Locator.GetByLabelOptions().setExact(true)).check();
        dialog.getByLabel("Motivering").fill("De onderneming voldoet aan de voorwaarden.");
        accessible("advies");
        dialog.getByText("Registreer het advies").click();
        assertThat(page.getByText("Het advies is geregistreerd in 2 dossiers.")).isVisible();
        assertThat(page.getByText("Advies: gunstig").first()).isVisible();

        dossiers.forEach(this::toSigning);
        context.clearCookies();
        signIn("karel", "ondertekenen");
        assertThat(page.getByText("2 beslissingen, 0 gelezen")).isVisible();
        assertThat(page.frameLocator("iframe").locator("body")).isAttached();
        accessible("ondertekenen");
        page.getByText("Gelezen, volgende").click();
        assertThat(page.getByText("2 beslissingen, 1 gelezen")).isVisible();
        page.getByText("Onderteken de gelezen beslissing").click();
        page.getByRole(AriaRole.DIALOG).getByText("Onderteken", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("1 beslissing ondertekend.")).isVisible();
        assertThat(page.getByText("1 beslissing, 0 gelezen")).isVisible();
        page.locator("h1").click();
        page.keyboard().press("s");
        page.getByRole(AriaRole.DIALOG).getByText("Onderteken", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("U bent klaar: 2 ondertekend, 0 teruggestuurd.")).isVisible();

        dossiers.forEach(dossier -> acts.send(people.actor("els"), dossier, "UserTask_ZendingRegistreren", TypedForms.posted(today(), 902)));
        page.navigate(address("register?gemeente=" + InventedApplications.make(902, today(), true).undertaking().municipality()));
        assertThat(page.getByText(InventedApplications.make(902, today(), true).undertaking().name()).first()).isVisible();
        accessible("register");
        page.setViewportSize(390, 800);
        assertThat(page.locator(".dw-card").first()).isVisible();
        page.getByLabel("Zoek op naam").fill("bestaat zeker niet");
        assertThat(page.getByText("Geen onderneming past bij deze zoekopdracht.")).isVisible();
    }

    private String toCommittee(int n) {
        Application application = InventedApplications.make(n, today(), true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", today(), InventedApplications.attachments(application));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        acts.send(people.actor("an"), dossier, "UserTask_BronnenNagaan", TypedForms.cleanSources());
        acts.send(people.actor("an"), dossier, "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        acts.send(people.actor("an"), dossier, "UserTask_WaarborgNagaan", TypedForms.depositPaid(today().minusDays(10)));
        acts.send(people.actor("an"), dossier, "UserTask_VoorwaardenBeoordelen", TypedForms.conditionsMet());
        acts.send(people.actor("an"), dossier, "UserTask_NotaOpstellen", TypedForms.note("GUNSTIG"));
        acts.send(people.actor("sofie"), dossier, "UserTask_OpAgendaPlaatsen", TypedForms.agenda(today()));
        return dossier;
    }

    private void toSigning(String dossier) {
        acts.send(people.actor("an"), dossier, "UserTask_BeslissingOpstellen", TypedForms.decision("ERKEND", List.of("SCHOONMAKEN")));
        acts.send(people.actor("joke"), dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
    }

    private void signIn(String person, String then) {
        page.navigate(address(then));
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill("demo");
        page.locator("vaadin-login-form vaadin-button[theme~=submit], vaadin-login-form vaadin-button[slot=submit]").first().click();
        page.waitForURL("**/" + then + "**");
    }

    private void upload(String name) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(
                new FilePayload(name, "application/pdf", InventedApplications.proofOfDeposit("Poets & Co bv").content()));
    }

    private Locator field(String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label)).first();
    }

    private void date(String label, LocalDate day) {
        Locator input = page.getByLabel(label).first();
        input.fill(TYPED.format(day));
        input.press("Enter");
        input.press("Tab");
    }

    private void send() {
        page.getByText("Open het dossier").click();
    }

    /** No serious finding of axe; a picture for who looks on. */
    private void accessible(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
        page.evaluate(axe());
        Object serious = page.evaluate("""
                () => axe.run().then(found => found.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => rule.id + ': ' + rule.nodes[0].html))""");
        assertThat((List<?>) serious).as(name).isEmpty();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
