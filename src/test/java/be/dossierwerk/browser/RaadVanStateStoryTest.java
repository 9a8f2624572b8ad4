package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.deadline.Terms;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.deposit.Deposits;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.recognition.RecognitionStatus;
import be.dossierwerk.recognition.Recognitions;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole story on the screens: a withdrawal after an infringement that the Council of State suspends and then annuls, and a hearing that takes place again. */
@BrowserTest
class RaadVanStateStoryTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 9, 1);
    private static final LocalDate REPORTED = LocalDate.of(2027, 10, 4);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private CurrentActor currentActor;
    @Autowired private ReceiveInspectionReport receive;
    @Autowired private Recognitions recognitions;
    @Autowired private Recoveries recoveries;
    @Autowired private Deposits deposits;
    @Autowired private Dossiers dossiers;
    @Autowired private OpenWork openWork;
    @Autowired private Terms terms;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;

    private String granted;
    private String number;
    private String contested;
    private String recovery;
    private String appeal;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_withdrawal_is_suspended_then_annulled_and_heard_again(Browser browser) {
        withdraw_after_an_infringement();
        register_the_petition(browser);
        seal_and_deposit_the_file(browser);
        suspend(browser);
        annul_and_choose_the_hearing(browser);
        read_what_was_restored(browser);
    }

    /** By the use cases: other stories show these screens. */
    private void withdraw_after_an_infringement() {
        on(RECOGNISED);
        BackOffice office = new BackOffice(acts, people);
        granted = office.onTheAgenda(650, RECOGNISED);
        number = InventedApplications.make(650, RECOGNISED, true).undertaking().enterpriseNumber();
        office.advised(granted, RECOGNISED);
        office.readyToSign(granted);
        sign(granted, false);
        on(REPORTED);
        contested = currentActor.as(people.actor("ivo"), () -> receive.receive(new InspectionReport("VSI-2027-650", "VSI", number, REPORTED.minusDays(3),
                "Bij de controle ontbraken prestaties.", List.of(new InspectionReport.Reported("I01", null, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), 800,
                new BigDecimal("12000.50"))), List.of(), false))).dossier();
        act(contested, "an", "UserTask_InbreukenKwalificeren", Map.of("inhouding", "NEE"));
        on(terms.due(contested, "T-HOR-01").plusDays(1));
        act(contested, "an", "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"));
        act(contested, "an", "UserTask_NotaOpstellen", TypedForms.note("ONGUNSTIG"));
        act(contested, "sofie", "UserTask_OpAgendaPlaatsen", TypedForms.agenda(today()));
        act(contested, "sofie", "UserTask_AdviesRegistreren", TypedForms.advice("ONGUNSTIG", today()));
        act(contested, "an", "UserTask_BeslissingOpstellen", Map.of("uitkomst", "INTREKKING_ZONDER_VOORWAARDEN", "motieven", "De prestaties ontbreken.",
                "evenredigheid", "Een lichtere maatregel volstaat niet.", "ingangsdatum", today().plusDays(5).toString()));
        sign(contested, true);
        recovery = jdbc.sql("""
                select d.number from dossier_link l join dossier d on d.number = case when l.dossier = :dossier then l.other else l.dossier end
                where :dossier in (l.dossier, l.other) and d.procedure = 'terugvordering'""").param("dossier", contested).query(String.class).single();
        act(recovery, "an", "UserTask_LijnenIngeven", Map.of("lijnen", "03/2020; 300; niet bewezen; werkbonnen zonder uren"));
        act(recovery, "bram", "UserTask_BerekeningNazien", Map.of("akkoord", "JA"));
        on(terms.due(recovery, "T-HOR-01").plusDays(1));
        act(recovery, "an", "UserTask_BeslissingOpstellen", Map.of("uitkomst", "TERUGVORDEREN", "motieven", "Er kwam geen verweer."));
        sign(recovery, false);
        currentActor.as(people.actor("an"), () -> {
            dossiers.note(contested, "Overleg met de inspectie: de zaakvoerder wil het geschil nog regelen.");
            return null;
        });
        assertThat(recognitions.of(granted).status()).isEqualTo(RecognitionStatus.INGETROKKEN_INBREUK);
        assertThat(deposits.of(granted).orElseThrow().balance()).isEqualByComparingTo("0");
    }

    private void register_the_petition(Browser browser) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("dossier/" + contested);
            choose(els, "Beroep bij de Raad van State registreren");
            els.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Beroep bij de Raad van State registreren").setLevel(1)).waitFor();
            assertThat(els.field("Bestreden beslissing")).hasValue(Pattern.compile(contested));
            els.press("Registreer het beroep");
            els.sees("Het verzoekschrift kan nog niet geregistreerd worden.");
            els.look("verzoekschrift-fouten");
            els.type("Rolnummer", "A. 243.650/XII-9650");
            els.type("Kamer", "XII");
            els.choose("Wat vraagt de verzoeker?", "De nietigverklaring en de schorsing");
            els.type("Datum van het verzoekschrift", today().format(DAY));
            els.page.locator("input[type=file]").setInputFiles(pdf("Verzoekschrift"));
            els.page.locator(".dw-application-filelist li").first().waitFor();
            els.look("verzoekschrift");
            els.send("Registreer het beroep");
            els.page.waitForURL(Pattern.compile(".*/dossier/DC-RVS-.*"));
            Matcher found = Pattern.compile("DC-RVS-\\d{4}-\\d{5}").matcher(els.url());
            assertThat(found.find()).isTrue();
            appeal = found.group();
        }
    }

    private void seal_and_deposit_the_file(Browser browser) {
        try (Desk mira = new Desk(browser, port, "mira")) {
            mira.open("dossier/" + appeal);
            choose(mira, "Administratief dossier");
            mira.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Administratief dossier van " + appeal).setLevel(1)).waitFor();
            mira.sees("Notitie van An Peeters");
            mira.page.getByLabel("Laat weg").first().check();
            mira.press("Verzegel het dossier");
            mira.sees("Zeg waarom u deze notitie weglaat");
            mira.type("Waarom laat u deze notitie weg?", "Overleg binnen de dienst.");
            mira.look("inventaris");
            mira.press("Verzegel het dossier");
            mira.sees("Alles in het dossier is nog zoals het verzegeld werd.");
            mira.sees("Weggelaten: Overleg binnen de dienst.");
            mira.look("inventaris-verzegeld");
            var download = mira.page.context().request().get("http://localhost:" + port + "/administratief-dossier-downloaden/" + appeal);
            assertThat(download.status()).isEqualTo(200);
            assertThat(download.headers().get("content-type")).isEqualTo("application/zip");
            a_changed_piece_is_shown(mira);
            mira.openTask(appeal, "Administratief dossier neerleggen");
            mira.type("Neergelegd op", today().format(DAY));
            mira.look("neerleggen");
            mira.send("Registreer de neerlegging");
        }
        assertThat(openWork.ofDossier(appeal)).extracting(OpenWork.Row::taskKey).containsExactly("UserTask_MemorieVanAntwoordIndienen");
    }

    private void a_changed_piece_is_shown(Desk mira) {
        var piece = dossiers.documents(contested).stream().filter(each -> each.kind().equals("ADVIES")).findFirst().orElseThrow();
        byte[] real = dossiers.content(piece.id());
        jdbc.sql("update document_content set content = ? where document = ?").params(InventedApplications.proofOfDeposit("Vervalst").content(), piece.id()).update();
        mira.open("administratief-dossier/" + appeal);
        mira.sees("Let op: deze stukken zijn niet meer zoals ze verzegeld werden: Advies van de adviescommissie");
        mira.look("inventaris-veranderd");
        jdbc.sql("update document_content set content = ? where document = ?").params(real, piece.id()).update();
    }

    private void suspend(Browser browser) {
        on(today().plusDays(21));
        rule(browser, "Beslissing geschorst", "263.101", "De onderneming kreeg het verslag van de inspectie niet te zien.", true);
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("register/" + recognitions.of(granted).recognitionNumber());
            ann.look("register-geschorst");
            ann.open("dossier/" + contested + "?deel=tijdlijn");
            ann.sees("De gevolgen van deze beslissing staan stil. Het uitgiftebedrijf kreeg bericht");
        }
        assertThat(recognitions.of(granted).status().recognised()).isTrue();
        assertThat(messages()).contains("INTREKKING_GESCHORST");
    }

    private void annul_and_choose_the_hearing(Browser browser) {
        on(today().plusDays(120));
        rule(browser, "Beslissing vernietigd", "265.202", "De hoorplicht is geschonden.", false);
        try (Desk mira = new Desk(browser, port, "mira")) {
            mira.openTask(appeal, "Herneming kiezen");
            assertThat(mira.field("Waar de procedure opnieuw kan beginnen")).hasValue(Pattern.compile("^1\\. Onderneming horen"));
            mira.press("Heropen de procedure");
            mira.look("herneming-leeg");
            mira.type("Nummer van de stap", "1");
            mira.type("Waarom deze stap", "De onderneming moet eerst het verslag krijgen en daarop kunnen antwoorden.");
            mira.look("herneming");
            mira.send("Heropen de procedure");
        }
        jobs.run();
    }

    private void read_what_was_restored(Browser browser) {
        assertThat(dossiers.get(appeal).outcome()).isEqualTo("VERNIETIGD");
        assertThat(recognitions.of(granted).status()).isEqualTo(RecognitionStatus.ERKEND);
        // Whoever is recognised has its rights to the training fund.
        assertThat(recognitions.active(number)).isPresent();
        assertThat(deposits.of(granted).orElseThrow().balance()).isEqualByComparingTo("25000");
        assertThat(recoveries.balance(recovery)).isEqualByComparingTo("0");
        assertThat(messages()).contains("INTREKKING_ONGEDAAN");
        assertThat(dossiers.get(contested).closedOn()).isNull();
        assertThat(openWork.ofDossier(contested)).extracting(OpenWork.Row::taskKey).contains("UserTask_VerweerRegistreren");
        assertThat(terms.due(contested, "T-INB-01")).isEqualTo(today().plusDays(180));
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("register/" + recognitions.of(granted).recognitionNumber());
            ann.look("register-hersteld");
            ann.open("dossier/" + appeal + "?deel=appeal.rvs-title");
            ann.sees("Bij de stap \"Onderneming horen\"");
            ann.look("dossier-beroep");
            ann.open("dossier/" + contested + "?deel=appeal.rvs-title");
            ann.sees("Beslissing vernietigd");
            ann.look("dossier-bestreden");
            ann.open("dossier/" + contested + "?deel=tijdlijn");
            ann.sees("Ook de rechten op het opleidingsfonds gelden weer.");
            ann.sees("Het dossier werd heropend, want de Raad van State vernietigde de beslissing met arrest 265.202.");
        }
    }

    private void rule(Browser browser, String ruling, String judgment, String why, boolean emptyFirst) {
        try (Desk mira = new Desk(browser, port, "mira")) {
            mira.open("dossier/" + appeal);
            choose(mira, "Uitspraak van de Raad van State registreren");
            Locator dialog = mira.page.getByRole(AriaRole.DIALOG);
            if (emptyFirst) {
                button(dialog, "Registreer de uitspraak").click();
                mira.sees("Kies de uitspraak.");
                mira.look("uitspraak-fouten");
            }
            mira.choose(dialog.getByLabel("Uitspraak", new Locator.GetByLabelOptions().setExact(true)), ruling);
            fill(dialog, "Datum van het arrest", today().format(DAY));
            fill(dialog, "Nummer van het arrest", judgment);
            fill(dialog, "Waarom", why);
            dialog.locator("input[type=file]").setInputFiles(pdf("Arrest " + judgment));
            dialog.locator(".dw-application-filelist li").first().waitFor();
            button(dialog, "Registreer de uitspraak").click();
            mira.sees("De uitspraak is geregistreerd.");
        }
        jobs.run();
    }

    private List<String> messages() {
        return jdbc.sql("select payload ->> 'bericht' from outbox where dossier = ? and route = 'SYSTEEM'").param(contested).query(String.class).list();
    }

    private static FilePayload pdf(String title) {
        return new FilePayload("stuk.pdf", "application/pdf", InventedApplications.proofOfDeposit(title).content());
    }

    private void sign(String dossier, boolean head) {
        if (openWork.ofDossier(dossier).stream().anyMatch(row -> row.taskKey().equals("UserTask_JuridischNazicht"))) {
            act(dossier, "joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        }
        if (head) {
            act(dossier, "lieve", "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        }
        act(dossier, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        act(dossier, "els", "UserTask_ZendingRegistreren", TypedForms.posted(today(), 650));
        jobs.run();
    }

    private static void choose(Desk desk, String action) {
        desk.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action).setExact(true)).click();
    }

    private static void fill(Locator dialog, String label, String text) {
        Desk.type(dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).first(), text);
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private void act(String dossier, String person, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
