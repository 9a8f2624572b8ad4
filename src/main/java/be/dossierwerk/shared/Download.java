package be.dossierwerk.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that a person saves from a screen: it stays nowhere on the way, and a browser does not guess what it is. */
public final class Download {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private Download() { }

    public static void begin(HttpServletResponse response, String contentType, String fileName) {
        response.setContentType(contentType);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build().toString());
    }

    /** Why there is none, in a sentence. */
    public static ResponseEntity<byte[]> refused(HttpServletResponse response, HttpStatus status, Texts texts, Refused refused) {
        response.reset();
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(texts.of(FLEMISH, refused).getBytes(StandardCharsets.UTF_8));
    }
}
