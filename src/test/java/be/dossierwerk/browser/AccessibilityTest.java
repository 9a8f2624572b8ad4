package be.dossierwerk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.LimitationKind;
import be.dossierwerk.recovery.StartRecovery;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.withdrawal.FileVoluntaryRequest;
import be.dossierwerk.withdrawal.SelectInactive;
import be.dossierwerk.withdrawal.VoluntaryReason;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    @Autowired private ReceiveInspectionReport receiveInspectionReport;
    @Autowired private StartRecovery startRecovery;
    @Autowired private ImportActivity importActivity;
    @Autowired private SelectInactive selectInactive;
    @Autowired private JdbcClient jdbc;
    private String toSign;
    private String withdrawal;
    private String infringement;
    private String recovery;
    private long batch;
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
                List.of(new AttachedFile("verzoek.pdf", InventedApplications.proofOfDeposit("Verzoek").content()))));
        String checking = acts.task(withdrawal, "UserTask_VerzoekNagaan");
        String number = recognitions.of(recognised).enterpriseNumber();
        infringement = currentActor.as(people.actor("ivo"), () -> receiveInspectionReport.receive(new InspectionReport("VSI-506", "VSI", number, RECEIVED, "De registers ontbraken.",
                List.of(new InspectionReport.Reported("I05", null, RECEIVED.minusMonths(3), RECEIVED.minusMonths(1), 12, new BigDecimal("300.84"))), List.of(), false))).dossier();
        recovery = currentActor.as(people.actor("an"), () -> startRecovery.start(number, recognised, LimitationKind.GEWOON, "Geen werk bewezen"));
        batch = silentBatch(number);
        toSign = office.onTheAgenda(505, RECEIVED);
        office.advised(toSign, RECEIVED);
        office.readyToSign(toSign);
        tasks = List.of(acts.task(office.file(500, RECEIVED), "UserTask_VolledigheidNagaan"), acts.task(complete, "UserTask_BronnenNagaan"),
                acts.task(complete, "UserTask_OndernemingsplanBeoordelen"), acts.task(complete, "UserTask_WaarborgNagaan"),
                acts.task(checked, "UserTask_VoorwaardenBeoordelen"), acts.task(advised, "UserTask_BeslissingOpstellen"), checking,
                acts.task(infringement, "UserTask_InbreukenKwalificeren"), acts.task(recovery, "UserTask_LijnenIngeven"));
    }

    /** One undertaking is silent for a year while another has figures. */
    private long silentBatch(String active) {
        jdbc.sql("""
                insert into dossier (number, procedure, subject, enterprise_number, municipality, source, received_on, registered_at, state, outcome, closed_on)
                values ('DC-TOE-2020-00001', 'erkenning', 'Stille Strijk bv', '0299999323', 'Gent', 'PAPIER', '2020-01-01', now(), 'GESLOTEN', 'ERKEND', '2020-01-01')""").update();
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                values ('DC-TOE-2020-00001', '0299999323', 'Stille Strijk bv', 'Gent', 'EERSTE', '{}', 'ERKEND', 'VTOE1', '2020-01-01')""").update();
        String rows = IntStream.rangeClosed(1, 12).mapToObj(back -> ";%s;%s;12;300,84\n".formatted(active, YearMonth.from(RECEIVED).minusMonths(back))).collect(Collectors.joining());
        byte[] content = ("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n" + rows + ";12;2027-07;1;1\n").getBytes(StandardCharsets.UTF_8);
        currentActor.as(people.actor("nele"), () -> {
            try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(content), ImportActivity.MOST_MEGABYTES)) {
                return importActivity.importFile("toegankelijk.csv", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return currentActor.as(people.actor("tom"), () -> selectInactive.select(RECEIVED));
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void no_screen_has_a_fault_on_a_desk_or_a_phone(Browser browser) {
        List<String> faults = new ArrayList<>();
        try (Desk desk = new Desk(browser, port, "an")) {
            look(desk, "werk?tab=groepen", faults);
            look(desk, "werk?tab=pauze", faults);
            look(desk, "afwezigheden", faults);
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
            for (String dossier : List.of(withdrawal, infringement, recovery)) {
                desk.open("dossier/" + dossier);
                desk.page.locator(".dw-dossier-nav a").last().waitFor();
                desk.page.locator(".dw-dossier-nav a").all().stream().map(link -> link.getAttribute("href")).toList().stream()
                        .filter(href -> PARTS.stream().noneMatch(part -> href.endsWith("deel=" + part))).forEach(href -> look(desk, href, faults));
            }
            look(desk, "intrekking-aanvragen", faults);
            look(desk, "nieuw-inbreukdossier", faults);
            look(desk, "bestaat-niet", faults);
        }
        for (var screen : Map.of("els", "nieuwe-aanvraag", "sofie", "commissie", "karel", "ondertekenen", "pieter", "termijnregels", "tom", "reeksen", "nele", "activiteit", "ann", "bronnen", "lieve", "reeksen/" + batch).entrySet()) {
            try (Desk desk = new Desk(browser, port, screen.getKey())) {
                look(desk, screen.getValue(), faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Desk desk, String path, List<String> faults) {
        desk.page.setViewportSize(1366, 768);
        open(desk, path);
        desk.accessibilityFaults().forEach(fault -> faults.add(path + " on a desk " + fault));
        desk.page.setViewportSize(390, 844);
        if (desk.page.locator("vaadin-grid").count() > 0) {
            // The server lays lists out for the width that it is told; all else is laid out by the browser (WindowWidth).
            open(desk, path);
        } else {
            desk.page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        }
        desk.accessibilityFaults().forEach(fault -> faults.add(path + " on a phone " + fault));
    }

    private static void open(Desk desk, String path) {
        desk.open(path);
        desk.page.locator("h1").first().waitFor();
        desk.page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
