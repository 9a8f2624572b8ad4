package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A director of an undertaking that was withdrawn after an infringement applies again: the handler sees why that cannot be, until the withdrawal is undone. */
@BrowserTest
class BarredDirectorStoryTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 4, 1);
    private static final int DIRECTOR = 580;

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ReceiveInspectionReport receive;
    @Autowired private Recognitions recognitions;
    @Autowired private Terms terms;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void the_evidence_stands_in_the_tasks_and_is_gone_after_the_withdrawal_is_undone(Browser browser) {
        on(RECOGNISED);
        BackOffice office = new BackOffice(acts, people);
        String granted = office.onTheAgenda(DIRECTOR, RECOGNISED);
        office.advised(granted, RECOGNISED);
        office.readyToSign(granted);
        leave(office, granted);
        String infringement = withdrawn(office, granted);
        Recognitions.Recognition before = recognitions.of(granted);
        on(before.endedOn().plusYears(2));

        String dossier = applied(581);
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Bronnen nagaan");
            assertThat(an.field("Wat collega's moeten weten")).hasValue(Pattern.compile(".* bestuurde " + before.name() + ".*" + infringement + ".*"));
            checked(office, dossier);
            an.openTask(dossier, "Voorwaarden beoordelen");
            assertThat(an.field("Resultaat C08")).hasValue("Niet in orde");
            assertThat(an.field("Bewijs C08")).hasValue(Pattern.compile(".* bestuurde " + before.name() + " \\(ondernemingsnummer .*ingetrokken na een inbreuk vanaf .*"
                    + infringement + ", grond INB-4\\."));
            assertThat(an.accessibilityFaults()).isEmpty();
        }
        try (Desk joke = new Desk(browser, port, "joke", 390, 844)) {
            joke.open("dossier/" + infringement);
            joke.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
            joke.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Intrekking ongedaan maken").setExact(true)).click();
            Locator dialog = joke.page.getByRole(AriaRole.DIALOG);
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Maak ongedaan").setExact(true)).click();
            joke.sees("Leg uit waarom, in ten hoogste 2000 tekens.");
            assertThat(joke.accessibilityFaults()).isEmpty();
            dialog.getByLabel("Reden").fill("De Raad van State vernietigde de beslissing.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Maak ongedaan").setExact(true)).click();
            joke.sees("De intrekking is ongedaan gemaakt. De onderneming is opnieuw erkend.");
            joke.open("register/" + before.recognitionNumber(), "Erkenning " + before.recognitionNumber() + ": " + before.name());
            joke.sees("De Raad van State vernietigde de beslissing.");
            assertThat(joke.accessibilityFaults()).isEmpty();
        }
        String after = applied(582);
        checked(office, after);
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(after, "Voorwaarden beoordelen");
            assertThat(an.field("Resultaat C08")).hasValue("In orde");
        }
    }

    /** By the whole procedure, on the engine. @return the infringement file */
    private String withdrawn(BackOffice office, String granted) {
        String number = recognitions.of(granted).enterpriseNumber();
        String dossier = currentActor.as(people.actor("ivo"), () -> receive.receive(new InspectionReport("VSI-" + granted, "VSI", number, RECOGNISED, "Prestaties ontbreken.",
                List.of(new InspectionReport.Reported("I01", null, RECOGNISED, RECOGNISED, 80, null)), List.of(), false))).dossier();
        office.act(dossier, "an", "UserTask_InbreukenKwalificeren", Map.of("ernst", "ZWAAR", "inhouding", "NEE"));
        on(terms.due(dossier, "T-HOR-01").plusDays(1));
        LocalDate today = LocalDate.now(clock);
        office.act(dossier, "an", "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"));
        office.act(dossier, "an", "UserTask_NotaOpstellen", Map.of("vooruitzicht", "ONGUNSTIG", "feiten", "Feiten.", "beoordeling", "Beoordeling."));
        office.act(dossier, "sofie", "UserTask_OpAgendaPlaatsen", TypedForms.agenda(today));
        office.act(dossier, "sofie", "UserTask_AdviesRegistreren", TypedForms.advice("ONGUNSTIG", today));
        office.act(dossier, "an", "UserTask_BeslissingOpstellen", Map.of("uitkomst", "INTREKKING_ZONDER_VOORWAARDEN", "motieven", "Motieven.",
                "evenredigheid", "Een lichtere maatregel volstaat niet.", "ingangsdatum", today.plusDays(5).toString()));
        office.act(dossier, "joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        office.act(dossier, "lieve", "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        leave(office, dossier);
        return dossier;
    }

    private void leave(BackOffice office, String dossier) {
        office.act(dossier, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        office.act(dossier, "els", "UserTask_ZendingRegistreren", TypedForms.posted(LocalDate.now(clock), DIRECTOR));
        jobs.run();
    }

    /** Another undertaking, the same director. */
    private String applied(int n) {
        LocalDate today = LocalDate.now(clock);
        Application made = InventedApplications.make(n, today, true);
        Application application = new Application(made.kind(), made.undertaking(), InventedApplications.make(DIRECTOR, today, true).persons(), made.establishments(),
                made.activities(), made.infoSession(), made.deposit(), made.businessPlan(), made.otherActivities(), made.separateDepartment(), made.commitments());
        String dossier = acts.file(people.actor("els"), application, "PAPIER", today, InventedApplications.attachments(application));
        acts.send(people.actor("an"), dossier, "UserTask_VolledigheidNagaan", TypedForms.complete());
        return dossier;
    }

    private void checked(BackOffice office, String dossier) {
        office.act(dossier, "an", "UserTask_BronnenNagaan", TypedForms.cleanSources());
        office.act(dossier, "an", "UserTask_OndernemingsplanBeoordelen", TypedForms.goodPlan());
        office.act(dossier, "an", "UserTask_WaarborgNagaan", TypedForms.depositPaid(LocalDate.now(clock).minusDays(5)));
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
