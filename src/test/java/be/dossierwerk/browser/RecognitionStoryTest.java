package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.shared.MovableClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole story on the screens: a paper application without a deposit, up to the number in the register, each step by its person. */
@BrowserTest
class RecognitionStoryTest {

    private static final LocalDate RECEIVED = LocalDate.of(2027, 2, 1);

    @LocalServerPort private int port;
    @Autowired private MovableClock clock;
    @Autowired private DueJobs jobs;
    @Autowired private ObjectMapper json;
    private Application application;
    private String dossier;

    @BeforeEach
    void background_executor_rests() {
        jobs.byHand();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_paper_application_without_a_deposit_becomes_a_recognition(Browser browser) {
        application = InventedApplications.make(350, RECEIVED, false);
        on(LocalDate.of(2027, 2, 2));
        register_the_paper_application(browser);
        becomes_a_recognition(browser);
    }

    @Test
    void an_application_by_the_portal_goes_the_same_way_and_the_portal_can_follow_it(Browser browser) throws Exception {
        application = InventedApplications.make(351, RECEIVED, false);
        on(LocalDate.of(2027, 2, 2));
        String key = UUID.randomUUID().toString();
        HttpResponse<String> filed = portal("POST", "applications", key, json.writeValueAsString(application));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        dossier = json.readTree(filed.body()).get("dossier").asText();
        HttpResponse<String> again = portal("POST", "applications", key, json.writeValueAsString(application));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json.readTree(again.body()).get("dossier").asText()).isEqualTo(dossier);
        assertThat(standing()).contains("\"code\":\"IN_BEHANDELING\"");

        becomes_a_recognition(browser);

        assertThat(standing()).contains("\"code\":\"GESLOTEN\"", "\"code\":\"ERKEND\"", "\"closedOn\":\"2027-03-02\"");
    }

    private String standing() throws Exception {
        return portal("GET", "dossiers/" + dossier, null, null).body();
    }

    private HttpResponse<String> portal(String method, String path, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("portaal:portaal".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void becomes_a_recognition(Browser browser) {
        on(LocalDate.of(2027, 2, 3));
        ask_for_the_deposit(browser);
        on(LocalDate.of(2027, 2, 15));
        register_the_proof(browser);
        on(LocalDate.of(2027, 2, 16));
        check_everything(browser);
        on(LocalDate.of(2027, 2, 18));
        consult_the_committee(browser);
        decide_and_sign(browser);
        jobs.run();
        notify_the_applicant(browser);
        jobs.run();
        read_the_history(browser);
    }

    private void register_the_paper_application(Browser browser) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("nieuwe-aanvraag", "Nieuwe aanvraag op papier");
            var undertaking = application.undertaking();
            els.type("Datum van ontvangst", "01/02/2027");
            els.type("Ondernemingsnummer", undertaking.enterpriseNumber());
            els.page.getByLabel("Naam").first().fill(undertaking.name());
            els.page.getByLabel("Straat en nummer").first().fill(undertaking.street());
            els.page.getByLabel("Postcode").first().fill(undertaking.postalCode());
            els.page.getByLabel("Gemeente").first().fill(undertaking.municipality());
            els.type("Rekeningnummer (IBAN)", undertaking.iban());
            var person = application.persons().get(0);
            els.page.getByLabel("Naam").last().fill(person.name());
            els.type("Rijksregisternummer", person.nationalNumber());
            els.choose("Functie", "Bestuurder");
            els.tick("Voor welke activiteiten vraagt de onderneming een erkenning?", "schoonmaken van de woning");
            els.type("Infosessie gevolgd op", "05/01/2027");
            els.page.getByText("De onderneming ondertekende de verbintenissen op het formulier").first().click();
            for (String chapter : List.of("Algemene gegevens", "Investeringen", "Personeel", "Inkomsten", "Vaste kosten", "Variabele kosten", "Balans")) {
                els.type(chapter, "Zie het plan in bijlage.");
            }
            var attachments = InventedApplications.attachments(application);
            attachments.forEach(file -> els.page.locator("input[type=file]").setInputFiles(
                    new FilePayload(file.fileName(), "application/pdf", file.content())));
            els.page.locator(".dw-application-filelist li").nth(attachments.size() - 1).waitFor();
            els.send("Open het dossier");
            Matcher number = Pattern.compile("DC-ERK-2027-\\d{5}").matcher(els.url());
            assertThat(number.find()).isTrue();
            dossier = number.group();
            els.sees(undertaking.name());
        }
    }

    private void ask_for_the_deposit(Browser browser) {
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Volledigheid nagaan");
            an.sees("Het dossier in het kort");
            an.type("Toelichting voor de aanvrager", "Bezorg ons het bewijs dat de borgsom van 25.000 euro gestort is.");
            an.sees("bewaard");
            // Another machine: what was typed is there.
            try (Desk elsewhere = new Desk(browser, port, "an")) {
                elsewhere.open("werk?tab=mijn&q=" + dossier);
                elsewhere.page.locator("a.dw-task").first().click();
                elsewhere.page.waitForFunction("() => [...document.querySelectorAll('textarea')].some(t => t.value.includes('Bezorg ons het bewijs'))");
            }
            an.send("Bevestig");
            an.open("werk?tab=pauze&q=" + dossier);
            an.sees("Aanvulling registreren");
            an.sees("pauze sinds 03/02/2027");
            an.open("dossier/" + dossier);
            an.sees("pauze sinds 03/02/2027");
            an.sees("Ontbrekende stukken van de aanvrager");
        }
    }

    private void register_the_proof(Browser browser) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("werk?tab=pauze&q=" + dossier);
            els.page.locator("a.dw-task").first().click();
            els.type("Ontvangen op", "12/02/2027");
            els.send("Registreer de aanvulling");
        }
    }

    private void check_everything(Browser browser) {
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Volledigheid nagaan");
            an.send("Bevestig");
            an.openTask(dossier, "Bronnen nagaan");
            Map.of("Is de onderneming actief in de KBO?", "Ja", "Is de onderneming failliet?", "Nee",
                    "Heeft de onderneming schulden bij de overheid?", "Geen schulden",
                    "Heeft iemand een verbod van de rechter om een onderneming te besturen?", "Nee",
                    "Was iemand de voorbije 3 jaar betrokken bij een faillissement of vereffening?", "Nee",
                    "Werd iemand de voorbije 5 jaar aansprakelijk gesteld voor een failliete onderneming?", "Nee",
                    "Bestuurde iemand een onderneming waarvan de erkenning de voorbije 3 jaar werd ingetrokken?", "Nee",
                    "Heeft iedereen zijn burgerlijke rechten en geen recente veroordeling?", "Ja").forEach(an::choose);
            an.send("Bewaar wat de bronnen zeggen");
            an.openTask(dossier, "Ondernemingsplan beoordelen");
            an.tick("Uw oordeel", "Gunstig: het plan is realistisch");
            an.type("Motivering", "De raming past bij het aantal huishoudhulpen.");
            an.send("Bewaar het oordeel");
            an.openTask(dossier, "Waarborg nagaan");
            an.tick("Bevestigt de kas dat de borgsom gestort is?", "Ja");
            an.type("Gestort bedrag in euro", "25000");
            an.type("Gestort op", "10/02/2027");
            an.type("Referentie van de kas", "DCK-2027-042");
            an.send("Bewaar het resultaat");
            an.openTask(dossier, "Voorwaarden beoordelen");
            decide_nineteen_conditions(an);
            an.send("Bewaar de 19 resultaten");
            an.openTask(dossier, "Nota opstellen");
            an.tick("Wat stelt u voor?", "Gunstig: erkennen");
            an.type("Feiten", "De onderneming bezorgde alle stukken.");
            an.type("Beoordeling", "Aan de negentien voorwaarden is voldaan.");
            an.send("Leg de nota vast");
        }
    }

    private static void decide_nineteen_conditions(Desk an) {
        var results = an.page.getByRole(AriaRole.COMBOBOX);
        assertThat(results).hasCount(19);
        IntStream.range(0, 19).forEach(i -> {
            if (!results.nth(i).inputValue().equals("In orde")) {
                an.choose(results.nth(i), "In orde");
                var evidence = an.page.getByLabel("Bewijs").nth(i);
                Desk.type(evidence, "Nagekeken in het dossier.");
            }
        });
    }

    private void consult_the_committee(Browser browser) {
        try (Desk sofie = new Desk(browser, port, "sofie")) {
            sofie.openTask(dossier, "Op agenda plaatsen");
            sofie.type("Datum van de zitting", "25/02/2027");
            sofie.send("Plaats op de agenda");
            on(LocalDate.of(2027, 2, 25));
            sofie.openTask(dossier, "Advies registreren");
            sofie.type("Datum van het advies", "25/02/2027");
            sofie.type("Aantal aanwezige leden", "7");
            sofie.tick("Was het quorum bereikt?", "Ja");
            sofie.tick("Strekking", "Gunstig");
            sofie.type("Motivering", "De commissie volgt de nota.");
            sofie.send("Registreer het advies");
        }
    }

    private void decide_and_sign(Browser browser) {
        on(LocalDate.of(2027, 2, 26));
        try (Desk an = new Desk(browser, port, "an")) {
            an.openTask(dossier, "Beslissing opstellen");
            an.send("Leg voor aan de jurist");
        }
        try (Desk joke = new Desk(browser, port, "joke")) {
            joke.openTask(dossier, "Beslissing juridisch nazien");
            joke.tick("Gaat u akkoord?", "Ja, klaar om te ondertekenen");
            joke.send("Bevestig uw nazicht");
        }
        on(LocalDate.of(2027, 3, 1));
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open("ondertekenen?dossier=" + dossier, "Ondertekenen");
            karel.press("Onderteken\u2026");
            karel.press("Onderteken");
            karel.sees("ondertekend");
        }
    }

    private void notify_the_applicant(Browser browser) {
        on(LocalDate.of(2027, 3, 2));
        try (Desk els = new Desk(browser, port, "els")) {
            els.open("werk?tab=groepen&q=" + dossier);
            els.page.locator("a.dw-task").first().click();
            els.type("Afgegeven op de post op", "02/03/2027");
            els.type("Zendingsnummer", "RA123456789BE");
            els.send("Registreer de zending");
        }
    }

    private void read_the_history(Browser browser) {
        try (Desk ann = new Desk(browser, port, "ann")) {
            ann.open("register?q=" + application.undertaking().enterpriseNumber(), "Register van erkende ondernemingen");
            ann.sees(application.undertaking().name());
            ann.open("dossier/" + dossier + "?deel=tijdlijn");
            for (String sentence : List.of("An Peeters vond het dossier onvolledig", "Els Janssens registreerde de aanvulling die op vrijdag 12 februari 2027",
                    "De commissie gaf op donderdag 25 februari 2027 een advies: gunstig", "Joke Claes keek de beslissing na", "Karel Mertens",
                    "RA123456789BE", "kreeg erkenningsnummer")) {
                ann.sees(sentence);
            }
        }
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
