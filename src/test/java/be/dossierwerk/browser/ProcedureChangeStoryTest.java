package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.engine.PublishedDiagrams;
import be.dossierwerk.inbox.Colleagues;
import be.dossierwerk.procedurechange.ChangeDrafts;
import be.dossierwerk.procedurechange.PublishOnDay;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole story on the screens: a manager changes who does a task, a second one approves, and the day comes. */
@BrowserTest
class ProcedureChangeStoryTest {

    private static final String TITLE = "Een collega onderzoekt mee";
    private static final LocalDate DAY = LocalDate.of(2027, 11, 9);
    private static final String KLACHT = "bpmn/klacht/klacht.bpmn";

    @LocalServerPort private int port;
    @Autowired private DemoPeople people;
    @Autowired private Colleagues colleagues;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private PublishedDiagrams published;
    @Autowired private ChangeDrafts drafts;
    @Autowired private PublishOnDay publishOnDay;
    @Autowired private TransactionTemplate transactions;

    private DiagramSet before;

    @BeforeEach
    void a_tuesday_morning() {
        jobs.byHand();
        people.all().forEach(colleagues::know);
        clock.moveTo(ZonedDateTime.of(DAY, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        before = published.current();
    }

    @AfterEach
    void the_product_holds_again() {
        transactions.executeWithoutResult(on -> published.publish(before, PublishedDiagrams.Source.PRODUCT));
        clock.release();
    }

    @Test
    void a_change_is_drawn_approved_by_somebody_else_published_on_its_day_and_taken_back(Browser browser) {
        String change;
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            pieter.open("wijzigingen", "Wijzigingen van procedures");
            pieter.press("Procedure wijzigen");
            pieter.press("Begin het ontwerp");
            pieter.sees("Kies welke procedure u wilt wijzigen.");
            pieter.choose("Welke procedure of bouwsteen?", "Klacht");
            pieter.type("Hoe heet de wijziging?", TITLE);
            pieter.type("Waarom is ze nodig?", "Sommige klachten vragen meer kennis.");
            pieter.press("Begin het ontwerp");
            pieter.page.waitForURL("**/wijziging/DC-WIJ-*");
            change = pieter.page.url().replaceAll(".*(DC-WIJ-\\d{4}-\\d{5}).*", "$1");
            pieter.page.locator(".djs-palette").waitFor();
            step(pieter, "Klacht onderzoeken");
            pieter.choose("Wie doet dit", "Jurist");
            pieter.page.keyboard().press("Escape");
            pieter.sees("Bewaard om 09:00");
            assertThat(handledBy(change)).isEqualTo("dc-dossierbehandelaar,dc-jurist");
            // What the check finds stands beside the drawing at once, and leads to its place.
            Locator finding = pieter.page.locator(".dw-draft .dw-finding-blocks vaadin-button").first();
            finding.click();
            assertThat(pieter.page.locator(".dw-step-name[aria-current='true']")).hasText(finding.innerText());
            step(pieter, "Klacht onderzoeken");
            pieter.type("Uw opmerking bij Klacht onderzoeken", "Ook Joke kijkt dit na.");
            pieter.press("Voeg toe");
            pieter.sees("Ook Joke kijkt dit na.");
            picture(pieter, "ontwerp");
            assertThat(pieter.accessibilityFaults()).isEmpty();
        }
        try (Desk pieter = new Desk(browser, port, "pieter")) {
            // The lawyers check the answer too: whoever prepares it may not.
            pieter.open("wijziging/" + change + "?tab=bekendmaking", TITLE);
            pieter.press("Leg voor aan een collega");
            pieter.sees("Vul dit in.");
            pieter.choose("Voor welke dossiers", "Alleen nieuwe dossiers");
            pieter.type("Wat lezen collega's", "De teamleider kan een klacht mee onderzoeken.");
            pieter.press("Leg voor aan een collega");
            pieter.sees("Los ze eerst op.");
            picture(pieter, "geweigerd");
            // Another browser: what was done is still there to be undone and done again.
            pieter.open("wijziging/" + change, TITLE);
            pieter.page.locator(".djs-palette").waitFor();
            pieter.press("Ongedaan maken");
            pieter.sees("Ongedaan gemaakt om 09:00");
            assertThat(handledBy(change)).isEqualTo("dc-dossierbehandelaar");
            pieter.press("Opnieuw");
            pieter.sees("Opnieuw gedaan om 09:00");
            assertThat(handledBy(change)).isEqualTo("dc-dossierbehandelaar,dc-jurist");
            pieter.press("Ongedaan maken");
            pieter.sees("Ongedaan gemaakt om 09:00");
            step(pieter, "Klacht onderzoeken");
            pieter.choose("Wie doet dit", "Teamleider");
            pieter.page.keyboard().press("Escape");
            pieter.sees("Bewaard om 09:00");
            assertThat(handledBy(change)).isEqualTo("dc-dossierbehandelaar,dc-teamlead");
            pieter.open("wijziging/" + change + "?tab=bekendmaking", TITLE);
            pieter.choose("Voor welke dossiers", "Alleen nieuwe dossiers");
            pieter.type("Wat lezen collega's", "De teamleider kan een klacht mee onderzoeken.");
            picture(pieter, "bekendmaking");
            pieter.press("Leg voor aan een collega");
            pieter.sees("Ligt voor bij een collega");
            pieter.press("Keur goed");
            pieter.sees("U werkte zelf aan deze wijziging.");
        }
        try (Desk hilde = new Desk(browser, port, "hilde")) {
            hilde.open("wijziging/" + change + "?tab=bekendmaking", TITLE);
            hilde.press("Keur goed");
            hilde.sees("Goedgekeurd, wacht op haar dag");
            picture(hilde, "goedgekeurd");
        }
        clock.moveTo(ZonedDateTime.of(DAY.plusDays(1), LocalTime.of(0, 5), MovableClock.BRUSSELS));
        // Changes of other stories may have their day too.
        assertThat(publishOnDay.sweep()).isPositive();
        assertThat(groups(published.current().text(KLACHT).orElseThrow())).isEqualTo("dc-dossierbehandelaar,dc-teamlead");
        try (Desk hilde = new Desk(browser, port, "hilde")) {
            hilde.open("wijzigingen", "Wijzigingen van procedures");
            hilde.sees(TITLE);
            hilde.look("wijzigingen");
            picture(hilde, "lijst");
            hilde.press("Ga terug naar de vorige versie");
            hilde.type("Waarom?", "De teamleiders hebben het te druk.");
            hilde.press("Leg de terugkeer voor");
            hilde.page.waitForURL("**/wijziging/DC-WIJ-*");
            hilde.sees("Ligt voor bij een collega");
        }
        try (Desk pieter = new Desk(browser, port, "pieter", 390, 844)) {
            pieter.open("wijzigingen", "Wijzigingen van procedures");
            pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Terug naar de versie vóór \"" + TITLE + "\"")).first().click();
            pieter.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bekendmaking")).click();
            pieter.sees("Wij gaan terug naar hoe het was");
            assertThat(pieter.accessibilityFaults()).isEmpty();
            picture(pieter, "terugkeer-390");
            pieter.press("Keur goed");
            pieter.sees("Nieuwe dossiers beginnen met deze versie.");
        }
        assertThat(published.current().hash()).isEqualTo(before.hash());
    }

    private String handledBy(String change) {
        return groups(new String(drafts.file(change, KLACHT).orElseThrow(), StandardCharsets.UTF_8));
    }

    private static String groups(String diagram) {
        return diagram.replaceAll("(?s).*<bpmn:userTask id=\"UserTask_KlachtOnderzoeken\"[^>]*candidateGroups=\"([^\"]*)\".*", "$1");
    }

    private static void step(Desk desk, String name) {
        Locator row = desk.page.locator(".dw-step-name").getByText(name, new Locator.GetByTextOptions().setExact(true));
        row.click();
        assertThat(row).hasAttribute("aria-current", "true");
    }

    /** To look at while one works on these pages. */
    private static void picture(Desk desk, String name) {
        RequestDeskScreens.picture(desk, "wijziging-" + name);
    }
}
