package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.WithRounds;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.TypedForms;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.security.DemoPeople;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.withdrawal.Batches;
import be.dossierwerk.withdrawal.RecognisedFixture;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The year 2019 again: inactive undertakings, of which 20 answer and 5 put it right, from the monthly figures to the signed letters, all on the
 * screen of their batch. One file is taken out and goes on alone. A tenth of the files of that year; all 359 with {@code -Dbatch.story.files=359}.
 */
@BrowserTest
@WithRounds
class BatchStoryTest {

    private static final int FILES = Integer.getInteger("batch.story.files", 36);
    private static final int ANSWERED = 20;
    private static final int REGULARISED = 5;
    private static final int WITHDRAWN = FILES - REGULARISED;
    private static final int ACTIVE = 12;
    private static final int FROM = RecognisedFixture.reserve(FILES + ACTIVE);
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2030, 2, 4);
    private static final String TITLE = "Inactief van februari 2029 tot en met januari 2030";
    private static final double LONG_MILLIS = Duration.ofMinutes(6).toMillis();

    @LocalServerPort private int port;
    @Autowired private Acts acts;
    @Autowired private DemoPeople people;
    @Autowired private Batches batches;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationContext spring;

    private String page;
    private long batch;
    private long began;

    @BeforeEach
    void recognised_undertakings_of_which_most_are_silent() {
        jobs.byHand();
        on(TODAY);
        IntStream.range(0, FILES).forEach(i -> RecognisedFixture.recognise(jdbc, FROM + i, silent(i)));
        IntStream.range(FILES, FILES + ACTIVE).forEach(i -> RecognisedFixture.recognise(jdbc, FROM + i, "Bezig %04d bv".formatted(i)));
        began = System.nanoTime();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void a_whole_batch_from_the_figures_to_the_signed_letters_on_one_screen(Browser browser) {
        import_the_figures(browser);
        select_and_start(browser);
        follow_the_answers(browser);
        on(TODAY.plusDays(16));
        phase("terms that ran out");
        act(browser, "an", "Stel %d beslissingen op", WITHDRAWN - 1, "Beslissingen opstellen, gevraagd door An Peeters");
        act(browser, "joke", "Geef akkoord voor %d ontwerpen", WITHDRAWN - 1, "Juridisch nazien, gevraagd door Joke Claes");
        act(browser, "lieve", "Keur %d ontwerpen goed", WITHDRAWN - 1, "Goedkeuren, gevraagd door Lieve Goossens");
        read_and_sign(browser);
        send(browser);
        the_one_alone();
        the_counts_are_exact(browser);
    }

    private void import_the_figures(Browser browser) {
        String old = IntStream.range(0, FILES).mapToObj(i -> row(i, YearMonth.from(TODAY).minusMonths(13))).collect(Collectors.joining());
        String year = IntStream.rangeClosed(1, 12).boxed().flatMap(back -> IntStream.range(FILES, FILES + ACTIVE)
                .mapToObj(i -> row(i, YearMonth.from(TODAY).minusMonths(back)))).collect(Collectors.joining());
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("activiteit", "Chequeactiviteit");
            nele.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload("jaar.csv", "text/csv",
                    ("erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n" + old + year).getBytes(StandardCharsets.UTF_8)));
            nele.sees("\"jaar.csv\" is ingelezen. %d rijen: %1$d aanvaard, geen afgewezen.".formatted(FILES + 12 * ACTIVE));
        }
        phase("import");
    }

    private void select_and_start(Browser browser) {
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open("reeksen", "Reeksen");
            tom.press("Selecteer");
            tom.page.waitForURL(Pattern.compile(".*/reeksen/[0-9]+"));
            page = tom.url().replaceAll(".*/(reeksen/[0-9]+).*", "$1");
            batch = Long.parseLong(page.replaceAll("\\D", ""));
            // Undertakings of other tests are silent too.
            jdbc.sql("delete from withdrawal_batch_item where batch = ? and not (name like 'Stil %' or name like 'Bezig %')").param(batch).update();
            tom.open(page, TITLE);
            tom.sees("Er kunnen %d dossiers starten.".formatted(FILES));
            assertThat(tom.page.getByText("Bezig")).hasCount(0);
            tom.sees("Laatste cheques in januari 2029");
            picture(tom, "geselecteerd");
            phase("selection");
            tom.press("Start %d dossiers".formatted(FILES));
            inDialog(tom, "Start %d dossiers".formatted(FILES));
            tom.page.locator(".dw-batch-acts vaadin-progress-bar").waitFor();
            picture(tom, "bezig");
            wait(tom, "Dossiers starten, gevraagd door Tom Willems: %d van %1$d gedaan, 0 geweigerd.".formatted(FILES));
            phase("start");
            the_sources_answer();
            tom.open(page, TITLE);
            number(tom, "Aangekondigd", FILES);
            assertThat(tom.page.getByText("wordt nog een antwoord van een bron verwacht")).hasCount(0);
            // One asks for more care and leaves the batch.
            tom.type("Zoek op naam of nummer", silent(FILES - 1));
            tom.press("Neem uit de reeks: " + silent(FILES - 1));
            tom.type("Reden", "De zaakvoerder vraagt een gesprek.");
            inDialog(tom, "Neem uit de reeks");
            tom.sees("Uit de reeks: De zaakvoerder vraagt een gesprek.");
        }
    }

    private void follow_the_answers(Browser browser) {
        on(TODAY.plusDays(4));
        try (Desk els = new Desk(browser, port, "els")) {
            // On paper, from the row of the file to its form and back.
            els.open(page + "?stand=AANGEKONDIGD&zoek=" + silent(0).replace(" ", "%20"), TITLE);
            els.page.getByLabel("Registreer de reactie: " + silent(0)).click();
            els.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Verweer registreren").setLevel(1)).waitFor();
            picture(els, "reactie");
            els.type("Ontvangen op", "08/02/2030");
            els.tick("Hoe kwam het verweer binnen?", "Per brief");
            els.type("Samenvatting", "De onderneming diende in februari weer cheques in.");
            els.press("Registreer het verweer");
            els.page.waitForURL(Pattern.compile(".*/" + page + "\\?(.*&)?stand=AANGEKONDIGD.*"));
            els.sees("Geen dossiers gevonden.");
        }
        List<Batches.Item> first = batches.items(batch, "", "Stil", 0, ANSWERED);
        for (int i = 1; i < ANSWERED; i++) {
            acts.send(people.actor("els"), first.get(i).dossier(), "UserTask_VerweerRegistreren", TypedForms.defence(TODAY.plusDays(4)));
        }
        try (Desk an = new Desk(browser, port, "an")) {
            an.open(page, TITLE);
            number(an, "Geantwoord", ANSWERED);
            an.choose("Stand", "Heeft geantwoord");
            assertThat(an.page.locator(".dw-batch-files li")).hasCount(ANSWERED);
            picture(an, "geantwoord");
            for (int i : List.of(0, ANSWERED - 1)) {
                an.open(page + "?stand=BEANTWOORD", TITLE);
                an.page.getByLabel("Beoordeel de reactie: " + silent(i)).click();
                an.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Verweer beoordelen").setLevel(1)).waitFor();
                an.type("Antwoord op elk argument", "Gelezen en gewogen.");
                an.tick("Wat stelt u nu voor?", i == 0 ? "Geregulariseerd: de grond is weg of verdwijnt" : "Voornemen behouden: intrekken");
                an.press("Bewaar uw beoordeling");
                an.page.waitForURL(Pattern.compile(".*/" + page + "\\?stand=BEANTWOORD"));
            }
            for (int i = 1; i < ANSWERED - 1; i++) {
                acts.send(people.actor("an"), first.get(i).dossier(), "UserTask_VerweerBeoordelen",
                        Map.of("antwoord", "Gelezen en gewogen.", "vooruitzicht", i < REGULARISED ? "GUNSTIG" : "ONGUNSTIG"));
            }
            an.open(page + "?stand=GESLOTEN", TITLE);
            number(an, "Geregulariseerd", REGULARISED);
            assertThat(an.page.locator(".dw-batch-files li").filter(new Locator.FilterOptions().setHasText("Gesloten: Geregulariseerd"))).hasCount(REGULARISED);
        }
        phase("answers");
    }

    /** One act for all files, asked and followed on the page of the batch. */
    private void act(Browser browser, String person, String button, int files, String followed) {
        try (Desk desk = new Desk(browser, port, person)) {
            desk.open(page, TITLE);
            desk.press(button.formatted(files));
            inDialog(desk, button.formatted(files));
            wait(desk, followed + ": %d van %1$d gedaan, 0 geweigerd.".formatted(files));
            picture(desk, person);
        }
        phase(followed);
    }

    private void read_and_sign(Browser browser) {
        try (Desk karel = new Desk(browser, port, "karel")) {
            karel.open(page, TITLE);
            karel.press("Lees %d beslissingen".formatted(WITHDRAWN - 1));
            for (int i = 1; i < WITHDRAWN - 1; i++) {
                karel.page.getByText("(%d van %d)".formatted(i, WITHDRAWN - 1)).waitFor();
                if (i == 1) {
                    picture(karel, "lezen");
                }
                inDialog(karel, "Gelezen, volgende");
            }
            inDialog(karel, "Gelezen, klaar");
            karel.sees("%d van %1$d gelezen".formatted(WITHDRAWN - 1));
            phase("reading");
            karel.press("Onderteken wat u las (%d wachten)".formatted(WITHDRAWN - 1));
            inDialog(karel, "Onderteken wat u las (%d wachten)".formatted(WITHDRAWN - 1));
            wait(karel, "Ondertekenen, gevraagd door Karel");
            karel.page.getByText(Pattern.compile("Ondertekenen, gevraagd door Karel .*: %d van %1$d gedaan, 0 geweigerd\\.".formatted(WITHDRAWN - 1)))
                    .waitFor(new Locator.WaitForOptions().setTimeout(LONG_MILLIS));
        }
        phase("signing");
        jobs.run();
        phase("letters");
    }

    private void send(Browser browser) {
        try (Desk els = new Desk(browser, port, "els")) {
            els.open(page, TITLE);
            els.press("Registreer %d zendingen".formatted(WITHDRAWN - 1));
            String lines = batches.items(batch, "ONDERTEKEND", "", 0, FILES).stream().map(item -> item.dossier() + " RA" + item.enterpriseNumber().substring(1) + "BE")
                    .collect(Collectors.joining("\n"));
            els.type("Zendingsnummers", lines);
            inDialog(els, "Registreer %d zendingen".formatted(WITHDRAWN - 1));
            wait(els, "Zendingen registreren, gevraagd door Els Janssens: %d van %1$d gedaan, 0 geweigerd.".formatted(WITHDRAWN - 1));
        }
        phase("dispatch");
        jobs.run();
        phase("end of the recognitions");
    }

    private void the_one_alone() {
        String dossier = batches.items(batch, "UIT_REEKS", "", 0, 2).get(0).dossier();
        acts.send(people.actor("an"), dossier, "UserTask_BeslissingOpstellen", Map.of());
        acts.send(people.actor("joke"), dossier, "UserTask_JuridischNazicht", TypedForms.legalCheck(true));
        acts.send(people.actor("lieve"), dossier, "UserTask_BeslissingGoedkeuren", Map.of("goedgekeurd", "JA"));
        acts.send(people.actor("karel"), dossier, "UserTask_Ondertekenen", TypedForms.signature());
        jobs.run();
        acts.send(people.actor("els"), dossier, "UserTask_ZendingRegistreren", TypedForms.posted(LocalDate.now(clock), 1));
        jobs.run();
    }

    private void the_counts_are_exact(Browser browser) {
        try (Desk tom = new Desk(browser, port, "tom")) {
            tom.open(page, TITLE);
            Map.of("Geselecteerd", FILES, "Gestart", FILES, "Aangekondigd", FILES, "Geantwoord", ANSWERED, "Geregulariseerd", REGULARISED, "In beslissing", 0,
                    "Te ondertekenen", 0, "Ondertekend", WITHDRAWN, "Verzonden", WITHDRAWN, "Gesloten", FILES).forEach((label, value) -> number(tom, label, value));
            tom.sees("Gesloten: Ambtshalve ingetrokken");
            picture(tom, "gesloten");
            tom.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(tom.accessibilityFaults()).isEmpty();
        }
        try (Desk phone = new Desk(browser, port, "tom", 390, 844)) {
            phone.open(page, TITLE);
            picture(phone, "gesloten-telefoon");
            phone.fits();
        }
        assertThat(many("select count(*) from recognition r join ex_officio e on e.recognition = r.dossier join withdrawal_batch_item i on i.dossier = e.dossier "
                + "where i.batch = ? and r.status = 'INGETROKKEN_AMBTSHALVE'")).isEqualTo(WITHDRAWN);
        assertThat(many("select count(*) from recognition r join ex_officio e on e.recognition = r.dossier join withdrawal_batch_item i on i.dossier = e.dossier "
                + "where i.batch = ? and r.status = 'ERKEND'")).isEqualTo(REGULARISED);
        assertThat(many("select count(*) from recognition_change c join withdrawal_batch_item i on i.dossier = c.by_dossier where i.batch = ? "
                + "and c.status = 'INGETROKKEN_AMBTSHALVE' and c.effective_on = '2030-03-01'")).as("in the register once").isEqualTo(WITHDRAWN);
        letters("voornemen-ambtshalve", FILES);
        letters("beslissing-ambtshalve-intrekking", WITHDRAWN);
        letters("ambtshalve-geregulariseerd", REGULARISED);
    }

    private void letters(String kind, int files) {
        List<String> dossiers = jdbc.sql("select l.dossier from letter l join withdrawal_batch_item i on i.dossier = l.dossier where i.batch = ? and l.kind = ? and l.status = 'VERZONDEN'")
                .params(batch, kind).query(String.class).list();
        assertThat(dossiers).as(kind).hasSize(files).doesNotHaveDuplicates();
    }

    private int many(String sql) {
        return jdbc.sql(sql).param(batch).query(Integer.class).single();
    }

    /** The rounds of every minute, without waiting for the minutes. */
    private void the_sources_answer() {
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (many("select count(*) from ex_officio_question q join withdrawal_batch_item i on i.dossier = q.dossier where i.batch = ? and answered_at is null") > 0) {
            assertThat(System.nanoTime()).as("patience").isLessThan(until);
            ReflectionTestUtils.invokeMethod(spring.getBean("sourceRounds"), "round");
        }
        phase("sources");
    }

    private static String row(int i, YearMonth month) {
        return ";%s;%s;120;3200,40\n".formatted(RecognisedFixture.number(FROM + i), month);
    }

    private static String silent(int i) {
        return "Stil %04d bv".formatted(i);
    }

    private static void inDialog(Desk desk, String button) {
        desk.page.locator("vaadin-dialog-overlay").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void wait(Desk desk, String text) {
        desk.page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(LONG_MILLIS));
    }

    private static void number(Desk desk, String label, int value) {
        Locator box = desk.page.locator(".dw-batch-numbers > div").filter(new Locator.FilterOptions().setHas(
                desk.page.getByText(label, new Page.GetByTextOptions().setExact(true))));
        assertThat(box.locator("dd")).hasText(String.valueOf(value), new LocatorAssertions.HasTextOptions().setTimeout(Desk.PATIENCE_MILLIS));
    }

    private static void picture(Desk desk, String name) {
        desk.picture(new Page.ScreenshotOptions().setPath(Path.of("target/reeks-" + name + ".png")));
    }

    private void phase(String name) {
        System.out.printf("batch of %d: %s %.1f s%n", FILES, name, (System.nanoTime() - began) / 1e9);
        began = System.nanoTime();
    }

    private void on(LocalDate day) {
        clock.moveTo(ZonedDateTime.of(day, LocalTime.of(9, 0), MovableClock.BRUSSELS));
        jobs.run();
    }
}
