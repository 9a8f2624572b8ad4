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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
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

/** The whole story on the screens: from the report of the inspection to a withdrawal whose conditions were not met, and the money that is paid back. */
@BrowserTest
class InfringementStoryTest {

    private static final LocalDate RECOGNISED = LocalDate.of(2027, 9, 1);
    private static final LocalDate REPORTED = LocalDate.of(2027, 10, 4);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private Recognitions recognitions;
    @Autowired private Recoveries recoveries;
    @Autowired private ReceiveInspectionReport receive;
    @Autowired private CurrentActor currentActor;
    @Autowired private Terms terms;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;

    private Application application;
    private String granted;
    private String dossier;
    private String followUp;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void from_an_inspection_report_to_a_withdrawal_and_its_first_instalment(Browser browser) throws Exception {
        on(RECOGNISED);
        recognise(640);
        on(REPORTED);
        dossier = report();
        qualify_and_hold_back(browser);
        hear(browser);
        advise_and_withdraw_on_conditions(browser);
        follow_the_conditions(browser);
        let_the_withdrawal_take_effect(browser);
        read_the_register(browser);
        pay_back(browser);
    }

    @Test
    void a_report_by_hand_keeps_what_was_typed_until_it_is_right(Browser browser) {
        on(RECOGNISED);
        recognise(641);
        on(REPORTED);
        try (Desk ivo = new Desk(browser, port, "ivo")) {
            ivo.open("nieuw-inbreukdossier", "Nieuw inbreukdossier");
            ivo.look("nieuw-leeg");
            ivo.press("Registreer het verslag");
            ivo.sees("5 gegevens van het verslag kloppen niet.");
            ivo.look("nieuw-fouten");
            ivo.type("Ondernemingsnummer", "0403.019.261");
            ivo.type("Kenmerk van het verslag", "KL-2027-1");
            ivo.choose("Herkomst", "Klacht");
            ivo.type("Datum van het verslag", "01/10/2027");
            ivo.type("Feiten", "Een klant meldt tuinwerk met dienstencheques.");
            ivo.press("Registreer het verslag");
            ivo.sees("Onderneming 0403.019.261 is nu niet erkend. Er is geen dossier geopend.");
            assertThat(ivo.field("Feiten")).hasValue("Een klant meldt tuinwerk met dienstencheques.");
            assertThat(ivo.field("Kenmerk van het verslag")).hasValue("KL-2027-1");
            ivo.type("Ondernemingsnummer", application.undertaking().enterpriseNumber());
            ivo.page.locator("input[type=file]").setInputFiles(new FilePayload("klacht.pdf", "application/pdf", pdf("Klacht")));
            ivo.page.locator(".dw-application-filelist li").first().waitFor();
            ivo.look("nieuw-ingevuld");
            ivo.send("Registreer het verslag");
            dossier = number(ivo.url());
            ivo.sees(application.undertaking().name());
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("nieuw-inbreukdossier", "Nieuw inbreukdossier");
            an.type("Ondernemingsnummer", application.undertaking().enterpriseNumber());
            an.type("Kenmerk van het verslag", "RS-2027-1");
            an.choose("Herkomst", "Risicosignaal");
            an.type("Datum van het verslag", "02/10/2027");
            an.type("Feiten", "Het aantal cheques verdubbelde in een maand.");
            an.press("Registreer het verslag");
            an.sees("Er loopt al een inbreukdossier: " + dossier + ". Voeg het verslag daaraan toe.");
            assertThat(an.field("Feiten")).hasValue("Het aantal cheques verdubbelde in een maand.");
            assertThat(jdbc.sql("select count(*) from infringement_report where dossier = ?").param(dossier).query(Long.class).single()).isEqualTo(1);
            an.page.getByLabel("Voeg toe aan het lopende dossier, als er een is").check();
            an.send("Registreer het verslag");
            assertThat(number(an.url())).isEqualTo(dossier);
            an.open("dossier/" + dossier + "?deel=tijdlijn");
            an.sees("An Peeters voegde het verslag RS-2027-1 van zaterdag 2 oktober 2027 toe; de beslissingstermijn begint opnieuw.");
        }
    }

    @Test
    void a_report_that_joins_after_the_qualification_is_judged_and_heard_on_the_screens(Browser browser) {
        on(RECOGNISED);
        recognise(644);
        on(REPORTED);
        dossier = reportBy("ivo", "VSI-2027-644", "I05", null, false);
        act(dossier, "an", "UserTask_InbreukenKwalificeren", Map.of("inhouding", "NEE"));
        on(terms.due(dossier, "T-HOR-01").plusDays(1));
        reportBy("ivo", "VSI-2027-645", "I03", new BigDecimal("500.00"), true);
        act(dossier, "an", "UserTask_AanpakBepalen", Map.of("hoorzitting", "NEE", "regularisatie", "NEE"));
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Toegevoegde inbreuken beoordelen");
            assertThat(an.field("Toegevoegde verslagen")).hasValue("VSI-2027-645 van vrijdag 1 oktober 2027");
            an.press("Leg uw keuze vast");
            an.sees("Wat gebeurt er met de toegevoegde inbreuken?");
            an.look("toevoegingen-leeg");
            an.tick("Wat gebeurt er met de toegevoegde inbreuken?", "Niet weerhouden");
            an.field("Waarom?").waitFor();
            an.tick("Wat gebeurt er met de toegevoegde inbreuken?", "Meenemen in dit dossier en de onderneming opnieuw horen");
            an.field("Toegevoegd bedrag dat onterecht ontvangen is, in euro").waitFor();
            an.type("Feiten", "Bij een tweede controle werd tuinwerk betaald met dienstencheques.");
            an.look("toevoegingen-meenemen");
            an.send("Leg uw keuze vast");
            an.open("dossier/" + dossier + "?deel=documenten");
            an.sees("Aanvullend voornemen over vastgestelde inbreuken");
            an.open("dossier/" + dossier + "?deel=infringement-title");
            an.sees("€ 500,00");
            an.look("dossier-toegevoegd");
        }
        try (Desk els = new Desk(browser, port, "els")) {
            waiting(els, dossier);
            els.sees("Verweer registreren");
        }
    }

    private String reportBy(String person, String reference, String code, BigDecimal amount, boolean add) {
        return currentActor.as(people.actor(person), () -> receive.receive(new InspectionReport(reference, "VSI", application.undertaking().enterpriseNumber(),
                LocalDate.of(2027, 10, 1), "Bij de controle bleek een inbreuk.", List.of(new InspectionReport.Reported(code, null, null, null, null, amount)), List.of(), add)))
                .dossier();
    }

    private void qualify_and_hold_back(Browser browser) {
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("dossier/" + dossier + "?deel=infringement-title");
            an.sees("I03 Activiteiten die niet toegelaten zijn");
            an.sees("Gemeld");
            an.look("dossier-gemeld");
            an.openTask(dossier, "Inbreuken kwalificeren");
            assertThat(an.field("Onterecht ontvangen bedrag, in euro")).hasValue(Pattern.compile("^7008"));
            an.tick("Hoe ernstig is het geheel?", "Zwaar");
            an.tick("Is een inhouding nodig in afwachting van de beslissing?", "Ja");
            an.look("kwalificeren");
            an.press("Leg de kwalificatie vast");
            an.sees("De tabel stelt middelzwaar voor. Leg uit waarom u daarvan afwijkt.");
            an.look("kwalificeren-reden");
            an.tick("Hoe ernstig is het geheel?", "Middelzwaar");
            an.send("Leg de kwalificatie vast");
            an.openTask(dossier, "Inhouding voorstellen");
            an.type("Waarom is dat nu nodig?", "Zonder inhouding verdwijnt het geld voor wij beslissen.");
            an.look("inhouding-voorstellen");
            an.send("Stel de inhouding voor");
            an.openTask(dossier, "Beslissing opstellen");
            assertThat(an.field("Wat stelt u voor?")).hasValue("Inhouding van 5 euro per dienstencheque");
            an.type("Waarom is deze maatregel evenredig?", "De helft van de cheques blijft buiten schot.");
            an.look("beslissing-inhouding");
            an.send("Leg voor aan de jurist");
            sign(false);
            an.open("dossier/" + dossier + "?deel=infringement-title");
            an.sees("5 euro per dienstencheque, sinds maandag 4 oktober 2027.");
            an.look("dossier-inhouding");
            an.open("dossier/" + dossier + "?deel=documenten");
            an.sees("Voornemen over vastgestelde inbreuken");
        }
    }

    private void hear(Browser browser) {
        on(REPORTED.plusDays(7));
        try (Desk els = new Desk(browser, port, "els")) {
            waiting(els, dossier);
            els.type("Ontvangen op", "11/10/2027");
            els.tick("Hoe kwam het verweer binnen?", "Per brief");
            els.type("Samenvatting", "De zaakvoerder betwist het tuinwerk en vraagt een hoorzitting.");
            els.look("verweer-registreren");
            els.send("Registreer het verweer");
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Verweer beoordelen");
            an.type("Antwoord op elk argument", "De werkbonnen spreken dit tegen.");
            an.tick("Wat stelt u nu voor?", "Ongunstig: de maatregel blijft nodig");
            an.look("verweer-beoordelen");
            an.send("Bewaar uw beoordeling");
            an.openTask(dossier, "Verdere aanpak bepalen");
            an.tick("Vroeg de onderneming om mondeling gehoord te worden?", "Ja");
            an.tick("Kan de onderneming de inbreuken nog rechtzetten?", "Nee");
            an.look("aanpak");
            an.send("Ga verder");
            on(REPORTED.plusDays(21));
            an.openTask(dossier, "Hoorzitting houden");
            an.type("Gehouden op", "26/10/2027");
            an.type("Wie was aanwezig?", "De zaakvoerder en haar advocaat.");
            an.type("Verslag", "Zij erkent twee tuinen.");
            an.press("Leg het verslag vast");
            an.sees("Die dag ligt in de toekomst.");
            an.type("Gehouden op", "25/10/2027");
            an.look("hoorzitting");
            an.send("Leg het verslag vast");
            an.open("dossier/" + dossier + "?deel=documenten");
            an.sees("Verslag van de hoorzitting van maandag 25 oktober 2027");
            an.openTask(dossier, "Nota voor de commissie opstellen");
            an.tick("Wat stelt u voor?", "De erkenning intrekken, met of zonder voorwaarden");
            an.type("Beoordeling", "Het verweer overtuigt niet. Wij stellen een intrekking met voorwaarden voor.");
            an.look("nota");
            an.send("Bezorg de nota aan het secretariaat");
        }
    }

    private void advise_and_withdraw_on_conditions(Browser browser) {
        act(dossier, "sofie", "UserTask_OpAgendaPlaatsen", TypedForms.agenda(today()));
        act(dossier, "sofie", "UserTask_AdviesRegistreren", TypedForms.advice("ONGUNSTIG", today()));
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Beslissing opstellen");
            assertThat(an.field("Wat de tabel voorstelt")).hasValue(Pattern.compile("intrekking met voorwaarden"));
            assertThat(an.field("Wat de tabel voorstelt")).hasValue(Pattern.compile("terugvordering"));
            an.choose("Wat stelt u voor?", "De erkenning intrekken met voorwaarden");
            an.press("Leg voor aan de jurist");
            an.page.getByText("Waarom is deze maatregel evenredig?").first().waitFor();
            assertThat(an.page.locator(".dw-errors")).containsText("Waarom is deze maatregel evenredig?");
            an.look("beslissing-fout");
            an.type("Waarom is deze maatregel evenredig?", "Een waarschuwing volstaat niet na twee jaar tuinwerk; met voorwaarden kan de onderneming zich herpakken.");
            an.look("beslissing-intrekking");
            an.send("Leg voor aan de jurist");
        }
        sign(true);
        followUp = jdbc.sql("select dossier from withdrawal_follow_up where infringement_case = ?").param(dossier).query(String.class).single();
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("dossier/" + dossier + "?deel=infringement-title");
            an.sees("Opgeheven");
            an.look("dossier-beslist");
            an.open("dossier/" + dossier + "?deel=tijdlijn");
            an.sees("De maatregel kan niet wachten. De onderneming wordt achteraf gehoord.");
            an.sees("De tabel stelt voor:");
            an.sees("Dossier " + followUp + " volgt de voorwaarden op.");
            an.open("register/" + recognitions.of(granted).recognitionNumber());
            an.sees("erkend onder voorwaarden");
            an.look("register-voorwaardelijk");
        }
    }

    private void follow_the_conditions(Browser browser) {
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("dossier/" + followUp + "?deel=infringement-conditions");
            an.sees("Er zijn nog geen voorwaarden geregistreerd.");
            an.openTask(followUp, "Voorwaarden registreren");
            an.type("Wat moet voorwaarde 1 bereiken?", "Stop met tuinwerk.");
            an.type("Welk bewijs verwacht u voor voorwaarde 1?", "De planning van drie maanden.");
            an.type("Wat moet voorwaarde 2 bereiken?", "Betaal het onterecht ontvangen bedrag terug.");
            an.type("Welk bewijs verwacht u voor voorwaarde 2?", "Een betalingsbewijs.");
            an.look("voorwaarden-registreren");
            an.send("Leg de voorwaarden vast");
        }
        on(today().plusDays(40));
        try (Desk els = new Desk(browser, port, "els")) {
            waiting(els, followUp);
            els.type("Ontvangen op", today().format(DAY));
            els.tick("Voor welke voorwaarden is dit het bewijs?", "Voorwaarde 1");
            els.type("Wat bezorgde de onderneming?", "De planning van september tot november.");
            els.tick("Is nu alles binnen?", "Nee");
            els.look("bewijs-registreren");
            els.send("Registreer het bewijs");
        }
        on(terms.due(followUp, "T-INB-04").plusDays(1));
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(followUp, "Voorwaarden beoordelen");
            assertThat(an.page.getByText("Voorwaarde 3")).hasCount(0);
            an.tick("Is voorwaarde 1 vervuld?", "Vervuld");
            an.type("Waarop steunt u voor voorwaarde 1?", "De planning toont geen tuinwerk meer.");
            an.tick("Is voorwaarde 2 vervuld?", "Niet vervuld");
            an.type("Waarop steunt u voor voorwaarde 2?", "Er is niets betaald.");
            an.press("Leg de beoordeling vast");
            an.sees("Een voorwaarde is niet vervuld: zeg wat u voorstelt.");
            an.tick("Wat stelt u dan voor?", "De intrekking uitwerking geven");
            an.look("voorwaarden-beoordelen");
            an.send("Leg de beoordeling vast");
            an.open("dossier/" + followUp + "?deel=infringement-conditions");
            an.sees("Niet vervuld");
            an.sees("De planning van september tot november.");
            an.look("dossier-voorwaarden");
        }
    }

    private void let_the_withdrawal_take_effect(Browser browser) {
        on(terms.due(followUp, "T-HOR-01").plusDays(1));
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(followUp, "Beslissing opstellen");
            an.choose("Wat stelt u voor?", "De intrekking uitwerking geven");
            an.type("De intrekking werkt vanaf", today().format(DAY));
            an.type("Motieven", "Voorwaarde 2 is niet vervuld en er kwam geen verweer.");
            an.type("Waarom is deze maatregel evenredig?", "De onderneming kreeg negentig dagen en deed niets.");
            an.look("beslissing-uitwerking");
            an.send("Leg voor aan de jurist");
        }
        String first = dossier;
        dossier = followUp;
        sign(true);
        dossier = first;
    }

    private void read_the_register(Browser browser) {
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("register/" + recognitions.of(granted).recognitionNumber());
            ann.sees("ingetrokken na inbreuk");
            ann.look("register-ingetrokken");
            ann.open("dossier/" + followUp + "?deel=tijdlijn");
            ann.sees("Het uitgiftebedrijf kreeg bericht");
        }
        List<String> directors = application.persons().stream().map(Application.Person::nationalNumber).toList();
        assertThat(recognitions.barred(directors, today().plusDays(1))).isNotEmpty();
    }

    private void pay_back(Browser browser) {
        String recovery = jdbc.sql("""
                select d.number from dossier_link l join dossier d on d.number = case when l.dossier = :dossier then l.other else l.dossier end
                where :dossier in (l.dossier, l.other) and d.procedure = 'terugvordering'""").param("dossier", dossier).query(String.class).single();
        act(recovery, "an", "UserTask_LijnenIngeven", Map.of("lijnen", "03/2020; 300; niet bewezen; werkbonnen zonder uren"));
        act(recovery, "bram", "UserTask_BerekeningNazien", Map.of("akkoord", "JA"));
        on(terms.due(recovery, "T-HOR-01").plusDays(1));
        act(recovery, "an", "UserTask_BeslissingOpstellen", Map.of("uitkomst", "TERUGVORDEREN", "motieven", "Er kwam geen verweer."));
        act(recovery, "joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        act(recovery, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        act(recovery, "els", "UserTask_ZendingRegistreren", TypedForms.posted(today(), 642));
        jobs.run();
        assertThat(recoveries.balance(recovery)).isEqualTo("7008.00");
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("dossier/" + recovery + "?deel=recovery-title");
            nele.sees("Nog te betalen: € 7.008,00");
            choose(nele, "Afbetaling afspreken");
            Locator dialog = nele.page.getByRole(AriaRole.DIALOG);
            fill(dialog, "Aantal delen", "3");
            fill(dialog, "Eerste deel te betalen op", today().plusDays(10).format(DAY));
            button(dialog, "Spreek af").click();
            nele.sees("De onderneming betaalt af volgens een plan.");
            on(today().plusDays(10));
            nele.open("dossier/" + recovery + "?deel=recovery-title");
            choose(nele, "Geld noteren");
            fill(dialog, "Bedrag (euro)", "2336,00");
            button(dialog, "Noteer").click();
            nele.sees("Nog te betalen: € 4.672,00");
            nele.sees("betaald");
            nele.look("terugvordering");
        }
        assertThat(recoveries.plan(recovery).orElseThrow().overdue()).isEqualByComparingTo("0");
    }

    /** By the use cases: lawyer, head where needed, signatory and post are shown in other stories. */
    private void sign(boolean head) {
        act(dossier, "joke", "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        if (head) {
            act(dossier, "lieve", "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        }
        act(dossier, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        act(dossier, "els", "UserTask_ZendingRegistreren", TypedForms.posted(today(), 643));
        jobs.run();
    }

    private String report() throws Exception {
        String body = """
                {"reference": "VSI-2027-640", "origin": "VSI", "enterpriseNumber": "%s", "dated": "2027-10-01",
                 "facts": "Op vijf adressen werd tuinwerk betaald met dienstencheques.",
                 "infringements": [{"code": "I03", "from": "2026-09-01", "until": "2027-08-31", "vouchers": 300, "amount": 7008.00}, {"code": "I05"}],
                 "attachments": [{"fileName": "verslag.pdf", "content": "%s"}]}""".formatted(application.undertaking().enterpriseNumber(),
                Base64.getEncoder().encodeToString(pdf("Verslag")));
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/inspectieverslagen"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("portaal:portaal".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return number(answer.body());
    }

    private void recognise(int n) {
        BackOffice office = new BackOffice(acts, people);
        application = InventedApplications.make(n, RECOGNISED, true);
        granted = office.onTheAgenda(n, RECOGNISED);
        office.advised(granted, RECOGNISED);
        office.readyToSign(granted);
        act(granted, "karel", "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        act(granted, "els", "UserTask_ZendingRegistreren", TypedForms.posted(RECOGNISED, n));
        jobs.run();
    }

    /** What waits for the undertaking stands in its own list. */
    private static void waiting(Desk desk, String number) {
        desk.open("werk?tab=pauze&q=" + number);
        desk.page.locator("a.dw-task").first().click();
        desk.page.locator(".dw-taskpage h1").first().waitFor();
    }

    private static void choose(Desk desk, String action) {
        desk.page.getByText("Acties", new Page.GetByTextOptions().setExact(true)).first().click();
        desk.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action).setExact(true)).click();
    }

    private static void fill(Locator dialog, String label, String text) {
        Desk.type(dialog.getByLabel(label), text);
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static byte[] pdf(String title) {
        return InventedApplications.proofOfDeposit(title).content();
    }

    private static String number(String text) {
        Matcher number = Pattern.compile("DC-INB-2027-\\d{5}").matcher(text);
        assertThat(number.find()).as(text).isTrue();
        return number.group();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void act(String dossier, String person, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, fields);
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
