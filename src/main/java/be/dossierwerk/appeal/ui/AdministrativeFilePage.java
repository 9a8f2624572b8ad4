package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.AdministrativeFile;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives the whole sealed file in one download, to hand to the registry. */
@Controller
class AdministrativeFilePage {

    static final String PATH = "administratief-dossier-downloaden";

    private final AdministrativeFile files;
    private final Texts texts;

    AdministrativeFilePage(AdministrativeFile files, Texts texts) {
        this.files = files;
        this.texts = texts;
    }

    @GetMapping("/" + PATH + "/{dossier}")
    ResponseEntity<byte[]> download(@PathVariable String dossier) {
        AdministrativeFile.Download download = files.download(dossier);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(download.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .contentType(new MediaType("application", "zip")).body(download.content());
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refused refused) {
        return ResponseEntity.status(refused.key().equals("appeal.rvs.file.not-sealed") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN).contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(texts.of(Locale.forLanguageTag("nl-BE"), refused));
    }
}
