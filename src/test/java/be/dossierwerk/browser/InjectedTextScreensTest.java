package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A tour of the main screens, with a dossier whose every text tries to be script: nothing of it runs, and no screen breaks its own policy. */
@BrowserTest
class InjectedTextScreensTest {

    private static final LocalDate TODAY = LocalDate.of(2033, 5, 10);
    private static final String SCRIPT = "<img src=x onerror=window.__ran=1><svg/onload=window.__ran=1><script>window.__ran=1</script>\"'-->";
    private static final String WATCH = "window.__broken = []; document.addEventListener('securitypolicyviolation', e => window.__broken.push(e.violatedDirective + ' ' + e.blockedURI));";

    @LocalServerPort private int port;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;

    @BeforeEach
    void a_day_of_its_own() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @ParameterizedTest
    @CsvSource({"an, 4482, werk?tab=groepen dossiers DOSSIER DOSSIER/verloop meldingen register",
            "ann, 4483, DOSSIER boordtabel uitvoer raadplegingen procesanalyse termijnregels betaalrondes"})
    void nothing_runs_and_no_policy_is_broken(String person, int n, String screens, Browser browser) {
        String dossier = dossier(n);
        try (Desk desk = new Desk(browser, port, person)) {
            List<String> dialogs = new ArrayList<>();
            desk.page.addInitScript(WATCH);
            desk.page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            desk.open("toegang");
            for (String screen : screens.split(" ")) {
                follow(desk, screen.replace("DOSSIER", "dossier/" + dossier));
                if (screen.equals("DOSSIER")) {
                    desk.sees(SCRIPT);
                }
                assertThat(desk.page.evaluate("() => window.__ran")).as("script run on " + screen).isNull();
                assertThat((List<?>) desk.page.evaluate("() => window.__broken")).as("what the policy held up on " + screen).isEmpty();
            }
            assertThat(dialogs).isEmpty();
        }
    }

    /** As a link on a screen does it: the page stays, with whatever earlier screens left in it, and is not loaded again for each. */
    private static void follow(Desk desk, String screen) {
        desk.page.locator("main h1").first().waitFor();
        desk.settled();
        desk.page.evaluate("""
                screen => { document.querySelectorAll('main h1').forEach(each => each.setAttribute('data-before', ''));
                  const link = document.createElement('a'); link.href = '/' + screen; document.body.append(link); link.click(); link.remove(); }""", screen);
        desk.page.locator("main h1:not([data-before])").first().waitFor();
        desk.settled();
    }

    private String dossier(int n) {
        Application made = InventedApplications.make(n, TODAY, false);
        Application.Undertaking as = made.undertaking();
        Application application = new Application(made.kind(), new Application.Undertaking(as.enterpriseNumber(), SCRIPT, as.legalForm(), as.type(), SCRIPT, as.postalCode(),
                SCRIPT.substring(0, 90), SCRIPT, as.email(), as.iban()), List.of(new Application.Person(made.persons().get(0).nationalNumber(), SCRIPT, made.persons().get(0).function())),
                made.establishments(), made.activities(), made.infoSession(), made.deposit(), made.businessPlan(), false, null, true);
        String dossier = acts.file(people.actor("els"), application, "PAPIER", TODAY, InventedApplications.attachments(made));
        Map<String, Object> form = new HashMap<>(TypedForms.depositMissing());
        form.put("toelichting", SCRIPT);
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", form);
        return dossier;
    }
}
