package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.training.Training;
import be.dossierwerk.training.TrainingModel;
import be.dossierwerk.training.TrainingStatus;
import be.dossierwerk.training.Trainings;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Approval of trainings on the screens: one that is granted after a negative advice, and a group file of forty of which two go their own way. */
@BrowserTest
class TrainingStoryTest {

    /** A Monday. */
    private static final LocalDate RECEIVED = LocalDate.of(2027, 3, 1);
    private static final LocalDate SESSION = LocalDate.of(2027, 3, 22);
    private static final int UNDERTAKINGS = 12;
    private static final int TRAININGS = 40;
    private static final int FIRST_UNDERTAKING = RecognisedFixture.reserve(61);

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private Trainings trainings;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_training_is_granted_after_a_negative_advice_and_a_reaction(Browser browser) {
        at(RECEIVED);
        String dossier = file_one_training(browser);
        act("an", dossier, "UserTask_VolledigheidNagaan", completeOn());
        try (Desk greet = new Desk(browser, port, "greet")) {
            greet.openTask(dossier, "Opleiding onderzoeken");
            greet.tick("Kwaliteitsregistratie van de verstrekker", "Geregistreerd");
            greet.type("Geregistreerd vanaf", "01/01/2026");
            greet.type("Geregistreerd tot en met", "31/03/2027");
            greet.type("Waar u dat zag", "Register van het departement");
            greet.type("Bevindingen", "De opleiding past bij de functie.");
            greet.tick("Vooruitzicht", "Goedkeuren");
            greet.press("Bewaar het onderzoek");
            greet.sees("De verstrekker is niet geregistreerd op de dagen van de sessies.");
            greet.type("Geregistreerd tot en met", "31/12/2028");
            greet.send("Bewaar het onderzoek");
            greet.openTask(dossier, "Op agenda plaatsen");
            greet.type("Datum van de zitting", "22/03/2027");
            greet.send("Plaats op de agenda");
        }
        at(SESSION);
        try (Desk greet = new Desk(browser, port, "greet")) {
            greet.openTask(dossier, "Advies registreren");
            greet.type("Aantal aanwezige leden", "7");
            greet.tick("Was het quorum bereikt?", "Ja");
            greet.tick("Strekking", "Ongunstig");
            greet.type("Motivering", "Het verband met de functie is niet duidelijk.");
            greet.send("Registreer het advies");
            greet.open("dossier/" + dossier);
            greet.sees("pauze sinds 22/03/2027");
        }
        at(SESSION.plusDays(7));
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("werk?tab=pauze&q=" + dossier);
            els.page.locator("a.dw-task").first().click();
            els.type("Samenvatting van de reactie", "De huishoudhulpen krijgen elke week boze klanten aan de deur.");
            els.send("Registreer de reactie");
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Reactie beoordelen");
            assertThat(an.field("Wat de aanvrager antwoordt")).hasValue(Pattern.compile("boze klanten"));
            an.type("Antwoord op de argumenten", "Het verband is nu aangetoond.");
            an.tick("Vooruitzicht na de reactie", "Goedkeuren");
            an.send("Bewaar de beoordeling");
            an.openTask(dossier, "Beslissing opstellen");
            assertThat(an.field("Motieven")).hasValue(Pattern.compile("De aanvrager reageerde op maandag 29 maart 2027"));
            an.type("Waarom u van het advies afwijkt", "De reactie toont het verband met de functie aan.");
            an.send("Leg voor aan de jurist");
        }
        act("joke", dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            karel.press("Onderteken…");
            karel.press("Onderteken");
            karel.sees("ondertekend");
        }
        jobs.run();
        act("els", dossier, "UserTask_ZendingRegistreren", TypedForms.posted(LocalDate.now(clock), 9_001));
        jobs.run();

        assertThat(trainings.find(dossier).orElseThrow().status()).isEqualTo(TrainingStatus.GOEDGEKEURD);
        try (Desk an = new Desk(browser, port, "an")) {
            an.open("dossier/" + dossier + "?deel=training-approval");
            an.sees("Omgaan met boze klanten");
            an.open("dossier/" + dossier + "?deel=tijdlijn");
            an.sees("De commissie opleidingsfonds gaf op maandag 22 maart 2027 een advies over de opleiding: ongunstig.");
            an.sees("staat in de openbare lijst. Sessies vanaf maandag 1 maart 2027 komen in aanmerking.");
        }
        everybody_reads_the_list(browser);
    }

    @Test
    void a_group_file_of_forty_trainings_of_twelve_undertakings_waits_for_none_of_them(Browser browser) {
        at(RECEIVED);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < UNDERTAKINGS; i++) {
            numbers.add(RecognisedFixture.recognise(jdbc, FIRST_UNDERTAKING + i, "Groep Poets " + (i + 1) + " bv"));
        }
        String file = file_a_list(browser, numbers);
        List<Training> all = trainings.ofFile(file);
        assertThat(all).hasSize(TRAININGS);
        assertThat(trainings.undertakings(file)).hasSize(UNDERTAKINGS);
        List<String> dossiers = all.stream().map(Training::dossier).toList();
        String late = dossiers.get(TRAININGS - 1);
        String refused = dossiers.get(4);
        List<String> ready = dossiers.subList(0, TRAININGS - 1);
        act("an", late, "UserTask_VolledigheidNagaan", Map.of("ontbreekt", List.of("LESGEVER"), "toelichting", "Wie geeft de opleiding?"));
        for (String each : ready) {
            act("an", each, "UserTask_VolledigheidNagaan", completeOn());
            act("greet", each, "UserTask_Vooronderzoek", Map.of("themaPast", "JA", "registratie", "NIET_NODIG", "bevindingen", "De opleiding past bij de functie.",
                    "vooruitzicht", "GUNSTIG"));
        }
        advise_together(browser, file, refused, ready);
        at(SESSION.plusDays(16));
        decide(ready, refused);

        List<Training> after = trainings.ofFile(file);
        assertThat(after.stream().filter(each -> each.status() == TrainingStatus.GOEDGEKEURD)).hasSize(TRAININGS - 2);
        assertThat(trainings.find(refused).orElseThrow().status()).isEqualTo(TrainingStatus.GEWEIGERD);
        assertThat(trainings.find(late).orElseThrow().status()).isEqualTo(TrainingStatus.INGEDIEND);
        try (Desk greet = new Desk(browser, port, "greet")) {
            greet.open("opleidingsgroep/" + file, "Groepsdossier " + file);
            greet.sees("Ingediend: 1 · Goedgekeurd: 38 · Geweigerd: 1");
            greet.sees("Wacht op de aanvrager. Er ontbreekt:");
            greet.sees("Geweigerd na een negatief advies. De redenen staan in de beslissing.");
            greet.open("opleidingsgroep/" + file + "?toestand=GEWEIGERD", "Groepsdossier " + file);
            greet.sees("Opleiding 05");
            assertThat(greet.page.locator(".dw-training-lines tbody tr")).hasCount(1);
            assertThat(greet.accessibilityFaults()).isEmpty();
        }
        try (Desk phone = new Desk(browser, port, "greet", 390, 844)) {
            phone.open("opleidingsgroep/" + file, "Groepsdossier " + file);
            phone.sees("Geweigerd: 1");
            phone.fits();
        }
        assertThat(jdbc.sql("select count(*) from training_agenda_item where file = ?").param(file).query(Integer.class).single()).isOne();
    }

    private String file_one_training(Browser browser) {
        String undertaking = RecognisedFixture.recognise(jdbc, FIRST_UNDERTAKING + 50, "Alleen Poetsen bv");
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("opleidingen-aanvragen", "Goedkeuring van opleidingen aanvragen");
            els.press("Dien de aanvraag in");
            els.sees("velden niet juist ingevuld");
            choose(els, "Alleen Poetsen bv", undertaking);
            els.type("Titel", "Omgaan met boze klanten");
            els.choose("Thema", "Omgaan met klanten");
            els.choose("Soort opleiding", "Extern");
            els.type("Verstrekker van deze opleiding", "Vorming voor Thuis vzw");
            els.type("Ondernemingsnummer van wie ze geeft", RecognisedFixture.number(FIRST_UNDERTAKING + 60));
            els.type("Kwaliteitsregistratie van wie ze geeft", "QR-2027-12");
            els.type("Aantal uren", "6,5");
            els.type("Hoogste aantal deelnemers", "10");
            for (String text : List.of("Doel", "Inhoud", "Methode", "Doelgroep", "Lesgever", "Ervaring van de lesgever")) {
                els.type(text, text + " van de opleiding");
            }
            els.type("Datum van sessie 1", "04/05/2027");
            els.type("Plaats van sessie 1", "Gent");
            assertThat(els.accessibilityFaults()).isEmpty();
            els.send("Dien de aanvraag in");
            els.page.waitForURL(Pattern.compile(".*/dossier/DC-OPL-.*"));
            return number(els, "DC-OPL-2027-\\d{5}");
        }
    }

    private String file_a_list(Browser browser, List<String> numbers) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("opleidingen-aanvragen", "Goedkeuring van opleidingen aanvragen");
            choose(els, "Groep Poets 1 bv", numbers.get(0));
            els.choose("Hoeveel opleidingen?", "Een lijst van opleidingen");
            els.sees("Een voorbeeld van de lijst (CSV)");
            upload(els, list(numbers).replace("Opleiding 07;ergonomie", "Opleiding 07;dansen").replace(";7,5;12;Greet Maes van 09;", ";veel;12;Greet Maes van 09;"));
            els.sees("40 regels gelezen, waarvan 2 fout.");
            els.sees("\"dansen\" kennen we niet.");
            els.sees("\"veel\" is geen getal dat we kunnen lezen.");
            long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
            els.press("Dien de aanvraag in");
            els.sees("Er zijn 2 foute regels in de lijst.");
            assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single()).isEqualTo(before);
            upload(els, list(numbers));
            els.sees("40 opleidingen van 12 ondernemingen. Alle regels zijn in orde.");
            els.press("Dien de aanvraag in");
            els.page.waitForURL(Pattern.compile(".*/opleidingsgroep/DC-GRP-.*"));
            els.sees("Opleiding 40");
            return number(els, "DC-GRP-2027-\\d{5}");
        }
    }

    private void advise_together(Browser browser, String file, String refused, List<String> ready) {
        try (Desk greet = new Desk(browser, port, "greet")) {
            greet.open("opleidingsgroep/" + file, "Groepsdossier " + file);
            greet.press("Plaats 39 opleidingen op de agenda");
            greet.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Op agenda plaatsen").setLevel(1)).waitFor();
            greet.type("Datum van de zitting", "22/03/2027");
            greet.send("Plaats op de agenda");
        }
        assertThat(ready).allSatisfy(each -> assertThat(acts.task(each, TrainingModel.RECORD_ADVICE)).isNotNull());
        at(SESSION);
        try (Desk greet = new Desk(browser, port, "greet")) {
            greet.open("opleidingsgroep/" + file, "Groepsdossier " + file);
            greet.press("Registreer het advies van maandag 22 maart 2027");
            greet.type("Aantal aanwezige leden", "7");
            greet.choose("Was het quorum bereikt?", "Ja");
            greet.choose("Strekking", "Gunstig");
            greet.type("Motivering", "De opleidingen passen bij de functie.");
            greet.press("Voeg een uitzondering toe");
            greet.choose("Opleiding (uitzondering 1)", "Opleiding 05 · " + refused);
            greet.choose("Strekking (uitzondering 1)", "Ongunstig");
            Locator dialog = greet.page.locator("vaadin-dialog-overlay");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Registreer het advies").setExact(true)).click();
            greet.sees("Kies bij elke uitzondering");
            greet.type("Motivering (uitzondering 1)", "Er is geen verband met de functie.");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Registreer het advies").setExact(true)).click();
            greet.sees("Het advies over 39 opleidingen is geregistreerd.");
            greet.sees("Het advies is negatief. De aanvrager kan antwoorden tot en met maandag 5 april 2027.");
        }
    }

    private void decide(List<String> ready, String refused) {
        for (String each : ready) {
            act("an", each, "UserTask_BeslissingOpstellen", Map.of("uitkomst", each.equals(refused) ? "GEWEIGERD" : "GOEDGEKEURD"));
            act("joke", each, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
            act("karel", each, "UserTask_Ondertekenen", TypedForms.signature());
        }
        jobs.run();
        for (String each : ready) {
            act("els", each, "UserTask_ZendingRegistreren", TypedForms.posted(LocalDate.now(clock), 9_100 + ready.indexOf(each)));
        }
        jobs.run();
    }

    private void everybody_reads_the_list(Browser browser) {
        try (BrowserContext nobody = browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("nl-BE"))) {
            Page page = nobody.newPage();
            page.navigate("http://localhost:" + port + "/opleidingen?q=boze");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Goedgekeurde opleidingen").setLevel(1)).waitFor();
            page.getByText("Omgaan met boze klanten").first().waitFor();
            page.getByText("Vorming voor Thuis vzw").first().waitFor();
            page.getByText("01/03/2027").first().waitFor();
            page.waitForFunction("() => document.documentElement.scrollWidth <= 390");
        }
    }

    /** The list is searched by name, as people do. */
    private static void choose(Desk els, String name, String number) {
        els.field("Onderneming").fill(name);
        els.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name + " · " + EnterpriseNumber.format(number)).setExact(true)).first().click();
    }

    private static void upload(Desk els, String csv) {
        els.page.locator("input[type=file]").first().setInputFiles(new FilePayload("opleidingen.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static String list(List<String> numbers) {
        StringBuilder csv = new StringBuilder("titel;thema;soort;doel;inhoud;methode;doelgroep;uren;deelnemers;lesgever;ervaring;taal;sessies;ondernemingen\n");
        for (int i = 1; i <= TRAININGS; i++) {
            csv.append("Opleiding %02d;ergonomie;intern;Doel;Inhoud;Methode;Huishoudhulpen;7,5;12;Greet Maes van %02d;Tien jaar;Nederlands;04/05/2027 Gent;%s\n"
                    .formatted(i, i, numbers.get(i % UNDERTAKINGS) + "|" + numbers.get((i + 1) % UNDERTAKINGS)));
        }
        return csv.toString();
    }

    private static String number(Desk desk, String pattern) {
        Matcher number = Pattern.compile(pattern).matcher(desk.url());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static Map<String, Object> completeOn() {
        Map<String, Object> fields = new HashMap<>(TypedForms.complete());
        fields.put("datumVolledig", RECEIVED.toString());
        return fields;
    }

    private void act(String person, String dossier, String task, Map<String, Object> fields) {
        acts.send(people.actor(person), dossier, task, new HashMap<>(fields));
    }

    private void at(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
