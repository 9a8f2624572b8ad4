package be.dossierwerk.correspondence.ui;

import be.dossierwerk.correspondence.PrintAccount;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
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

/** The account of a term as a PDF in the browser. */
@RestController
class AccountPage {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final PrintAccount printAccount;
    private final Texts texts;

    AccountPage(PrintAccount printAccount, Texts texts) {
        this.printAccount = printAccount;
        this.texts = texts;
    }

    @GetMapping("/termijnen/{dossier}/{rule}.pdf")
    ResponseEntity<byte[]> account(@PathVariable String dossier, @PathVariable String rule) {
        return pdf(printAccount.print(dossier, rule, false), dossier + "-" + rule + ".pdf");
    }

    @GetMapping("/termijnen/{dossier}/{rule}-uitleg.pdf")
    ResponseEntity<byte[]> explanation(@PathVariable String dossier, @PathVariable String rule) {
        return pdf(printAccount.print(dossier, rule, true), dossier + "-" + rule + "-uitleg.pdf");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused) {
        return ResponseEntity.status(refused.key().equals("deadline.account.unknown") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(texts.of(FLEMISH, refused).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString()).body(content);
    }
}
