package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.EnterpriseNumber;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What intake, committee and signatory meet besides the straight story: mistakes, a reload, several dossiers at once. */
@BrowserTest
class IntakeCommitteeSigningTest {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private Clock clock;
    private BackOffice office;

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Desk.PATIENCE_MILLIS);
    }

    @BeforeEach
    void office() {
        jobs.byHand();
        office = new BackOffice(acts, people);
    }

    @Test
    void a_paper_application_survives_a_reload_and_says_what_is_wrong(Browser browser) {
        Application invented = InventedApplications.make(901, today(), true);
        String number = EnterpriseNumber.format(invented.undertaking().enterpriseNumber());
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("nieuwe-aanvraag", "Nieuwe aanvraag op papier");
            els.type("Ondernemingsnummer", "0123456700");
            els.sees("Dit ondernemingsnummer klopt niet.");
            els.type("Ondernemingsnummer", invented.undertaking().enterpriseNumber());
            assertThat(els.field("Ondernemingsnummer")).hasValue(number);
            els.page.locator("input[type=file]").setInputFiles(new FilePayload("scan bewijs borgsom.pdf", "application/pdf",
                    InventedApplications.proofOfDeposit(invented.undertaking().name()).content()));
            Locator files = els.page.locator(".dw-application-filelist li");
            assertThat(files).hasCount(1);
            assertThat(files).containsText("Bewijs van de borgsom");
            assertThat(els.page.locator(".dw-saved")).containsText("bewaard");

            els.page.reload();
            els.sees("U was hieraan bezig.");
            assertThat(els.field("Ondernemingsnummer")).hasValue(number);
            assertThat(files).containsText("scan bewijs borgsom.pdf");

            els.type("Datum van ontvangst", TYPED.format(today().plusDays(1)));
            els.press("Open het dossier");
            Locator errors = els.page.locator(".dw-errors");
            assertThat(errors).containsText("velden die u moet nakijken");
            assertThat(errors).containsText("Datum van ontvangst: Deze datum ligt in de toekomst.");
            assertThat(els.accessibilityFaults()).isEmpty();
            errors.getByText("Datum van ontvangst").click();
            assertThat(els.field("Datum van ontvangst")).isFocused();
            assertThat(els.field("Ondernemingsnummer")).hasValue(number);
        }
    }

    @Test
    void the_committee_advises_two_dossiers_at_once(Browser browser) {
        List<String> dossiers = List.of(office.onTheAgenda(902, today()), office.onTheAgenda(903, today()));
        try (Desk sofie = new Desk(browser, port, "sofie")) {
            sofie.open("commissie", "Adviescommissie");
            dossiers.forEach(dossier -> sofie.page.getByLabel("Kies " + dossier).check());
            sofie.press("Registreer het advies");
            Locator dialog = sofie.page.getByRole(AriaRole.DIALOG);
            dialog.getByText("Registreer het advies").click();
            assertThat(dialog.getByRole(AriaRole.ALERT).first()).containsText("velden");
            assertThat(sofie.accessibilityFaults()).isEmpty();
            dialog.getByLabel("Aantal aanwezige leden").fill("7");
            dialog.getByLabel("Ja", new Locator.GetByLabelOptions().setExact(true)).check();
            dialog.getByLabel("Gunstig", new Locator.GetByLabelOptions().setExact(true)).check();
            dialog.getByLabel("Motivering").fill("De onderneming voldoet aan de voorwaarden.");
            dialog.getByText("Registreer het advies").click();
            sofie.sees("Het advies is geregistreerd in 2 dossiers.");
        }
        dossiers.forEach(dossier -> assertThat(acts.task(dossier, "UserTask_BeslissingOpstellen")).as(dossier).isNotNull());
    }

    @Test
    void only_what_was_read_is_signed_and_several_at_once(Browser browser) {
        List<String> dossiers = List.of(office.onTheAgenda(904, today()), office.onTheAgenda(905, today()));
        dossiers.forEach(dossier -> {
            office.advised(dossier, today());
            office.readyToSign(dossier);
        });
        try (Desk karel = new Desk(browser, port, "karel")) {
            for (int i = 0; i < dossiers.size(); i++) {
                karel.open("ondertekenen?dossier=" + dossiers.get(i), "Ondertekenen");
                assertThat(karel.page.getByText(Pattern.compile(", " + i + " gelezen$"))).isVisible();
                karel.press("Gelezen, volgende");
                assertThat(karel.page.getByText(Pattern.compile(", " + (i + 1) + " gelezen$"))).isVisible();
            }
            karel.press("Onderteken de 2 gelezen beslissingen\u2026");
            karel.press("Onderteken 2 beslissingen");
            karel.sees("2 beslissingen ondertekend.");
        }
        jobs.run();
        dossiers.forEach(dossier -> office.act(dossier, "els", "UserTask_ZendingRegistreren", TypedForms.posted(today(), 902)));
        var undertaking = InventedApplications.make(904, today(), true).undertaking();
        try (Desk ann = new Desk(browser, port, "ann", 390, 844)) {
            ann.open("register?gemeente=" + undertaking.municipality(), "Register van erkende ondernemingen");
            assertThat(ann.page.locator(".dw-card").first()).isVisible();
            ann.sees(undertaking.name());
            ann.page.getByLabel("Zoek op naam").fill("bestaat zeker niet");
            ann.sees("Geen onderneming past bij deze zoekopdracht.");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
