package be.dossierwerk.activity.ui;

import be.dossierwerk.activity.ExportRejections;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
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

/** The rejected rows of a file as CSV, to save. */
@RestController
class RejectionsPage {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final ExportRejections exportRejections;
    private final Texts texts;

    RejectionsPage(ExportRejections exportRejections, Texts texts) {
        this.exportRejections = exportRejections;
        this.texts = texts;
    }

    @GetMapping("/activiteit/{id:[0-9]{1,18}}/afgewezen.csv")
    void rejections(@PathVariable long id, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("afgewezen-rijen-" + id + ".csv", StandardCharsets.UTF_8).build().toString());
        exportRejections.write(id, response.getWriter());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletResponse response) {
        response.reset();
        return ResponseEntity.status(refused.key().equals("activity.import.unknown") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(texts.of(FLEMISH, refused).getBytes(StandardCharsets.UTF_8));
    }
}
