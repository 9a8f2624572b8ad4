package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deadline.PauseGround;
import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.dossier.AddNote;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** An auditor goes through the life of a dossier: with the slider by keyboard, as a film, and to the evidence of a step. */
@BrowserTest
class LifeStoryTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 9, 6);

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private Terms terms;
    @Autowired private AddNote addNote;
    @Autowired @Qualifier("outbox") private Object outbox;
    @Autowired private CurrentActor currentActor;
    @Autowired private MovableClock clock;

    @AfterAll
    static void clock_runs_again(@Autowired MovableClock clock) {
        clock.release();
    }

    @Test
    void an_auditor_plays_a_life_and_opens_its_evidence(Browser browser) {
        jobs.byHand();
        String dossier = lived();
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("dossier/" + dossier);
            ann.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            ann.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Verloop").setExact(true)).click();
            Locator slider = ann.page.getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName("Ogenblik in het leven van dit dossier"));
            slider.waitFor();
            int last = Integer.parseInt(slider.getAttribute("max"));
            assertThat(last).isGreaterThan(5);

            slider.focus();
            slider.press("Home");
            assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("maandag 6 september 2027 om 9\\.00 uur: .*opende dit dossier.*"));
            ann.sees("Stap 1 van " + (last + 1));
            ann.page.locator(".dw-life-diagram").getByText("Volledigheid nagaan").first().waitFor();
            slider.press("ArrowRight");
            ann.sees("Stap 2 van " + (last + 1));
            slider.press("Home");
            ann.sees("Stap 1 van " + (last + 1));
            slider.press("PageUp");
            assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("woensdag 8 september 2027.*"));
            slider.press("Shift+PageUp");
            assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("maandag 20 september 2027.*"));
            // What was believed that day, and what is known now.
            ann.sees("Toen opgeschort sinds maandag 20 september 2027");
            slider.press("End");
            ann.sees("Stap " + (last + 1) + " van " + (last + 1));

            slider.press("Home");
            ann.sees("Stap 1 van " + (last + 1));
            ann.page.locator(".dw-film-speed").click();
            ann.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("4 keer")).click();
            ann.press("Speel af");
            assertThat(ann.page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Pauzeer"))).isVisible();
            ann.sees("Stap " + (last + 1) + " van " + (last + 1));
            assertThat(ann.page.locator("vaadin-button", new Page.LocatorOptions().setHasText("Speel af"))).isVisible();

            slider.focus();
            slider.press("Home");
            ann.sees("Stap 1 van " + (last + 1));
            slider.press("PageUp");
            assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("woensdag 8 september 2027.*"));
            ann.page.getByText("Toon het bewijs van deze stap").click();
            ann.page.getByText(Pattern.compile("^[0-9a-f]{64}$")).first().waitFor();
            ann.page.getByText(Pattern.compile("Door An Peeters, als .*Dossierbehandelaar")).first().waitFor();
            ann.sees("Volledig sinds");
            ann.settled();
            ann.look("verloop");
            ann.page.setViewportSize(390, 844);
            ann.open("dossier/" + dossier + "/verloop?dag=2027-09-14", "Verloop van");
            ann.sees("Die dag gebeurde er niets.");
        }
    }

    private String lived() {
        at(RECEIVED);
        Application application = InventedApplications.make(590, RECEIVED, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", RECEIVED, InventedApplications.attachments(application));
        at(RECEIVED.plusDays(2));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        at(RECEIVED.plusDays(14));
        as("an", () -> terms.pause(dossier, PauseGround.AANVULLING_AANVRAGER, RECEIVED.plusDays(14), "wacht op een stuk"));
        at(RECEIVED.plusDays(24));
        as("an", () -> terms.resume(dossier, PauseGround.AANVULLING_AANVRAGER, RECEIVED.plusDays(24), "het stuk kwam"));
        acts.send(people.actor("an"), dossier, "UserTask_BronnenNagaan", TypedForms.cleanSources());
        acts.send(people.actor("an"), dossier, "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        at(RECEIVED.plusDays(30));
        as("an", () -> addNote.add(dossier, "De zaakvoerder belde over de waarborg."));
        return dossier;
    }

    private void at(LocalDate day) {
        // Letters leave in a thread of their own: on the day they were written.
        ReflectionTestUtils.invokeMethod(outbox, "dispatchDue");
        clock.moveTo(ZonedDateTime.of(day.atTime(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }

    private void as(String person, Runnable work) {
        currentActor.as(people.actor(person), () -> {
            work.run();
            return null;
        });
    }
}
