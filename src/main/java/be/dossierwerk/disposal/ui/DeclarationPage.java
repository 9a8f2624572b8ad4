package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.DisposalMonitor;
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

/** All that was destroyed in a year as CSV, to save: the dated declaration that the archive asks for. */
@RestController
class DeclarationPage {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final DisposalMonitor monitor;
    private final Texts texts;

    DeclarationPage(DisposalMonitor monitor, Texts texts) {
        this.monitor = monitor;
        this.texts = texts;
    }

    @GetMapping("/bewaring/vernietigd-{year:[0-9]{4}}.csv")
    void declaration(@PathVariable int year, HttpServletResponse response) throws IOException {
        String csv = monitor.declaration(year);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("vernietigd-%d.csv".formatted(year), StandardCharsets.UTF_8).build().toString());
        response.getWriter().write(csv);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletResponse response) {
        response.reset();
        return ResponseEntity.status(HttpStatus.FORBIDDEN).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(texts.of(FLEMISH, refused).getBytes(StandardCharsets.UTF_8));
    }
}
