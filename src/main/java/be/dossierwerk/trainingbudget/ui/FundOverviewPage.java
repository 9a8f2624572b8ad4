package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import be.dossierwerk.trainingbudget.ExportFundOverview;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The use of the training budgets of a year as CSV, to save: a line for each undertaking, or for each claim. */
@RestController
class FundOverviewPage {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final ExportFundOverview exportFundOverview;
    private final Texts texts;

    FundOverviewPage(ExportFundOverview exportFundOverview, Texts texts) {
        this.exportFundOverview = exportFundOverview;
        this.texts = texts;
    }

    @GetMapping("/" + FundOverviewView.PATH + "/{year:[0-9]{4}}/ondernemingen.csv")
    void undertakings(@PathVariable int year, HttpServletResponse response) throws IOException {
        headers(response, "opleidingsbudget-%d-ondernemingen.csv".formatted(year));
        exportFundOverview.undertakings(year, response.getWriter());
    }

    @GetMapping("/" + FundOverviewView.PATH + "/{year:[0-9]{4}}/aanvragen.csv")
    void claims(@PathVariable int year, HttpServletResponse response) throws IOException {
        headers(response, "opleidingsbudget-%d-aanvragen.csv".formatted(year));
        exportFundOverview.claims(year, response.getWriter());
    }

    private static void headers(HttpServletResponse response, String fileName) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletResponse response) {
        response.reset();
        return ResponseEntity.status(HttpStatus.FORBIDDEN).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(texts.of(FLEMISH, refused).getBytes(StandardCharsets.UTF_8));
    }
}
