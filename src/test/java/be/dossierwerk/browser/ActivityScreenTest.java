package be.dossierwerk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.shared.MovableClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The monthly file on the screen: read by bookkeeping, looked at by a handler on a phone, and brought by the issuing company itself. */
@BrowserTest
class ActivityScreenTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 11, 2);
    private static final String HEADER = "erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag\n";

    @LocalServerPort private int port;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void two_recognised_undertakings() {
        clock.moveTo(ZonedDateTime.of(TODAY.atTime(9, 0), MovableClock.BRUSSELS));
        jdbc.sql("""
                insert into recognition (dossier, enterprise_number, name, municipality, kind, application, status, recognition_number, recognised_on)
                values ('ACT-1', '0299999917', 'Activiteit Een bv', 'Activiteitdorp', 'EERSTE', '{}', 'ERKEND', 'VACT1', '2020-01-01'),
                       ('ACT-2', '0299999818', 'Activiteit Twee bv', 'Activiteitdorp', 'EERSTE', '{}', 'ERKEND', 'VACT2', '2020-01-01')
                on conflict do nothing""").update();
    }

    @AfterEach
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void read_again_corrected_and_saved(Browser browser) throws Exception {
        String content = HEADER + "VACT1;;2027-09;1200;32004,00\nVACT2;;2027-09;-3;1,00\n";
        try (Desk nele = new Desk(browser, port, "nele")) {
            nele.open("activiteit", "Chequeactiviteit");
            assertThat(month(nele, "september 2027")).containsText("Ontbreekt");
            upload(nele, "foto.csv", "\u0089PNG");
            assertThat(nele.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Dit is geen bestand met chequeactiviteit."))).isVisible();

            upload(nele, "juli.csv", content);
            assertThat(result(nele)).containsText("\"juli.csv\" is ingelezen. 2 rijen: 1 aanvaard, 1 afgewezen.");
            assertThat(month(nele, "september 2027")).containsText("1 onderneming");
            assertThat(month(nele, "september 2027")).containsText("1.200 cheques");
            assertThat(nele.page.locator(".dw-activity-lines li")).containsText("Rij 3, aantal-3het aantal cheques is negatief");
            assertThat(nele.url()).contains("activiteit?bestand=");
            assertThat(nele.page.getByText("Dit is geen bestand met chequeactiviteit.")).hasCount(0);
            assertThat(nele.accessibilityFaults()).isEmpty();
            Download saved = nele.page.waitForDownload(() -> nele.page.getByRole(AriaRole.LINK,
                    new Page.GetByRoleOptions().setName("Bewaar de afgewezen rijen als CSV")).click());
            assertThat(Files.readString(saved.path())).isEqualTo("\uFEFFrij;kolom;waarde;melding\r\n3;aantal;'-3;het aantal cheques is negatief\r\n");

            upload(nele, "nog-eens.csv", content);
            assertThat(result(nele)).containsText("Dit bestand is al ingelezen als \"juli.csv\"");

            upload(nele, "juli-beter.csv", HEADER + "VACT1;;2027-09;1200;32004,00\nVACT2;;2027-09;3;80,01\n");
            assertThat(result(nele)).containsText("De eerdere cijfers van september 2027 zijn vervangen.");
            assertThat(month(nele, "september 2027")).containsText("2 ondernemingen");
            nele.page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        try (Desk an = new Desk(browser, port, "an", 390, 844)) {
            an.open("activiteit", "Chequeactiviteit");
            assertThat(an.page.getByText("Kies een bestand")).hasCount(0);
            an.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Afgewezen rijen van juli.csv")).first().click();
            Locator heading = an.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Afgewezen rijen van juli.csv"));
            assertThat(heading).isFocused();
            assertThat(heading).isInViewport();
            an.page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(an.accessibilityFaults()).isEmpty();
            an.fits();
        }
        try (Desk els = new Desk(browser, port, "els")) {
            assertThat(els.page.request().get("http://localhost:" + port + "/activiteit/1/afgewezen.csv").status()).isEqualTo(403);
        }
    }

    @Test
    void the_issuing_company_brings_it_by_itself() throws Exception {
        HttpResponse<String> answer = post("portaal:portaal", HEADER + "VACT1;;2027-06;10;266,70\nVACT2;;2027-06;x;1,00\n");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"accepted\":1", "\"months\":[\"2027-06\"]", "\"message\":\"dit is geen geheel aantal cheques\"");
        assertThat(post("portaal:fout", HEADER).statusCode()).isEqualTo(401);
        assertThat(post("portaal:portaal", "geen csv").body()).contains("urn:dossierwerk:problem:activity.file.header");
    }

    private HttpResponse<String> post(String account, String content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/activiteit?bestand=juni.csv"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "text/csv").POST(HttpRequest.BodyPublishers.ofString(content)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void upload(Desk desk, String name, String content) {
        desk.page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator result(Desk desk) {
        return desk.page.locator(".dw-result");
    }

    private static Locator month(Desk desk, String month) {
        return desk.page.locator(".dw-activity-months li").filter(new Locator.FilterOptions().setHasText(month));
    }
}
