package be.dossierwerk.payment.ui;

import be.dossierwerk.payment.PaymentFile;
import be.dossierwerk.payment.ShowRuns;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The file of a run as the bank gets it, to look at. */
@RestController
class PaymentFilePage {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final ShowRuns showRuns;
    private final Texts texts;

    PaymentFilePage(ShowRuns showRuns, Texts texts) {
        this.showRuns = showRuns;
        this.texts = texts;
    }

    @GetMapping("/betaalrondes/{number:BET-[0-9]{4}-[0-9]{3,9}}/bestand.xml")
    ResponseEntity<byte[]> file(@PathVariable String number) {
        PaymentFile file = showRuns.file(number);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.fileName(), StandardCharsets.UTF_8).build().toString())
                .body(file.content());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused) {
        return ResponseEntity.status(refused.key().equals("payment.run.unknown") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(texts.of(FLEMISH, refused).getBytes(StandardCharsets.UTF_8));
    }
}
