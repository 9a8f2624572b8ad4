package be.dossierwerk.mining.ui;

import be.dossierwerk.mining.AnalysisChoices;
import be.dossierwerk.mining.ExportElements;
import be.dossierwerk.mining.Selection;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The table of elements as CSV, to save; asked as the screen asks. */
@RestController
class ElementsPage {

    static final String PATH = "procesanalyse-tabel";

    private final ExportElements exportElements;
    private final AnalysisChoices choices;
    private final Texts texts;

    ElementsPage(ExportElements exportElements, AnalysisChoices choices, Texts texts) {
        this.exportElements = exportElements;
        this.choices = choices;
        this.texts = texts;
    }

    @GetMapping("/" + PATH)
    void elements(@RequestParam Map<String, String> query, HttpServletResponse response) throws IOException {
        Selection selection = Selection.of(query, choices.usual());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("procesanalyse-" + selection.procedure() + ".csv", StandardCharsets.UTF_8).build().toString());
        exportElements.write(selection, response.getWriter());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletResponse response) {
        response.reset();
        return ResponseEntity.status(HttpStatus.FORBIDDEN).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(texts.of(Locale.forLanguageTag("nl-BE"), refused).getBytes(StandardCharsets.UTF_8));
    }
}
