package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.VoluntaryReason;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** axe-core finds no violation of WCAG 2.2 A and AA on any screen, wide or narrow. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 8, 2);
    private static final List<String> PARTS = List.of("overzicht", "documenten", "notities", "koppelingen", "tijdlijn");

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private CurrentActor currentActor;
    @Autowired private Recognitions recognitions;
    @Autowired private FileVoluntaryRequest fileVoluntaryRequest;
    private String toSign;
    private String withdrawal;
    private String recognitionNumber;
    private List<String> tasks;

    @BeforeAll
    void dossiers_in_every_state() {
        jobs.byHand();
        clock.moveTo(ZonedDateTime.of(RECEIVED.atTime(9, 0), MovableClock.BRUSSELS));
        BackOffice office = new BackOffice(acts, people);
        String complete = office.complete(501, RECEIVED);
        String checked = office.checked(502, RECEIVED);
        String advised = office.onTheAgenda(503, RECEIVED);
        office.advised(advised, RECEIVED);
        office.onTheAgenda(504, RECEIVED);
        String recognised = office.onTheAgenda(506, RECEIVED);
        office.advised(recognised, RECEIVED);
        office.readyToSign(recognised);
        office.act(recognised, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        office.act(recognised, "els", "UserTask_ZendingRegistreren", TypedForms.posted(RECEIVED, 506));
        jobs.run();
        recognitionNumber = recognitions.of(recognised).recognitionNumber();
        withdrawal = currentActor.as(people.actor("els"), () -> fileVoluntaryRequest.file(UUID.randomUUID(), new FileVoluntaryRequest.Request(recognised, RECEIVED,
                VoluntaryReason.STOPZETTING, null, null, RECEIVED.plusMonths(1), "Leen Verhoeven"),
                List.of(new FileVoluntaryRequest.Attachment("verzoek.pdf", InventedApplications.proofOfDeposit("Verzoek").content()))));
        String checking = acts.task(withdrawal, "UserTask_VerzoekNagaan");
        toSign = office.onTheAgenda(505, RECEIVED);
        office.advised(toSign, RECEIVED);
        office.readyToSign(toSign);
        tasks = List.of(acts.task(office.file(500, RECEIVED), "UserTask_VolledigheidNagaan"), acts.task(complete, "UserTask_BronnenNagaan"),
                acts.task(complete, "UserTask_OndernemingsplanBeoordelen"), acts.task(complete, "UserTask_WaarborgNagaan"),
                acts.task(checked, "UserTask_VoorwaardenBeoordelen"), acts.task(advised, "UserTask_BeslissingOpstellen"), checking);
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void no_screen_has_a_fault_on_a_desk(Browser browser) {
        assertThat(faults(browser, 1366, 768)).isEmpty();
    }

    @Test
    void no_screen_has_a_fault_on_a_phone(Browser browser) {
        assertThat(faults(browser, 390, 844)).isEmpty();
    }

    private List<String> faults(Browser browser, int width, int height) {
        List<String> faults = new ArrayList<>();
        try (Desk desk = new Desk(browser, port, "an", width, height)) {
            look(desk, "werk?tab=groepen", faults);
            look(desk, "werk?tab=pauze", faults);
            tasks.forEach(task -> look(desk, "taak/" + task, faults));
            look(desk, "dossiers", faults);
            for (String part : PARTS) {
                look(desk, "dossier/" + toSign + "?deel=" + part, faults);
            }
            desk.open("dossier/" + toSign);
            desk.page.locator(".dw-dossier-nav a").last().waitFor();
            List<String> others = desk.page.locator(".dw-dossier-nav a").all().stream().map(link -> link.getAttribute("href")).toList();
            others.stream().filter(href -> PARTS.stream().noneMatch(part -> href.endsWith("deel=" + part))).forEach(href -> look(desk, href, faults));
            look(desk, "termijn/" + toSign + "/T-REC-01", faults);
            look(desk, "register", faults);
            look(desk, "register/" + recognitionNumber, faults);
            desk.open("dossier/" + withdrawal);
            desk.page.locator(".dw-dossier-nav a").last().waitFor();
            desk.page.locator(".dw-dossier-nav a").all().stream().map(link -> link.getAttribute("href")).toList().stream()
                    .filter(href -> PARTS.stream().noneMatch(part -> href.endsWith("deel=" + part))).forEach(href -> look(desk, href, faults));
            look(desk, "intrekking-aanvragen", faults);
            look(desk, "bestaat-niet", faults);
        }
        for (var screen : Map.of("els", "nieuwe-aanvraag", "sofie", "commissie", "karel", "ondertekenen", "pieter", "termijnregels", "tom", "reeksen").entrySet()) {
            try (Desk desk = new Desk(browser, port, screen.getKey(), width, height)) {
                look(desk, screen.getValue(), faults);
            }
        }
        return faults;
    }

    private static void look(Desk desk, String path, List<String> faults) {
        desk.open(path);
        desk.page.locator("h1").first().waitFor();
        desk.page.waitForLoadState(LoadState.NETWORKIDLE);
        desk.accessibilityFaults().forEach(fault -> faults.add(path + " " + fault));
    }
}
