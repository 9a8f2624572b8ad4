package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.ReadDocument;
import be.dossierwerk.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A document as the browser shows or saves it. Its content came from outside, so the browser may run nothing of it. */
@RestController
class DocumentPage {

    /**
     * Nothing runs, nothing is fetched, and only our own pages may frame it: browsers then ignore X-Frame-Options.
     * Chromium's own viewer for PDF starts in this sandbox.
     */
    private static final String POLICY =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";
    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final ReadDocument readDocument;
    private final MessageSource messages;

    DocumentPage(ReadDocument readDocument, MessageSource messages) {
        this.readDocument = readDocument;
        this.messages = messages;
    }

    /** {@code bewaar}: to save instead of to show. */
    @GetMapping("/documenten/{id}")
    ResponseEntity<byte[]> open(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean bewaar) {
        ReadDocument.Opened opened = readDocument.read(id);
        String type = opened.document().mediaType();
        var disposition = bewaar ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(opened.document().fileName(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(MediaType.parseMediaType(type))
                .body(opened.content());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused) {
        return text(refused.key().equals("dossier.document.unknown") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN, refused.key(), refused.args());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noIdentifier(MethodArgumentTypeMismatchException mismatch) {
        return text(HttpStatus.NOT_FOUND, "dossier.document.unknown");
    }

    private ResponseEntity<byte[]> text(HttpStatus status, String key, Object... args) {
        return ResponseEntity.status(status).header("Content-Security-Policy", POLICY)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(messages.getMessage(key, args, FLEMISH).getBytes(StandardCharsets.UTF_8));
    }
}
