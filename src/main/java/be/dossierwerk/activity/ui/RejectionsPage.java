package be.dossierwerk.activity.ui;

import be.dossierwerk.activity.ExportRejections;
import be.dossierwerk.shared.Download;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The rejected rows of a file as CSV, to save. */
@RestController
class RejectionsPage {

    private final ExportRejections exportRejections;
    private final Texts texts;

    RejectionsPage(ExportRejections exportRejections, Texts texts) {
        this.exportRejections = exportRejections;
        this.texts = texts;
    }

    @GetMapping("/activiteit/{id:[0-9]{1,18}}/afgewezen.csv")
    void rejections(@PathVariable long id, HttpServletResponse response) throws IOException {
        Download.begin(response, "text/csv;charset=UTF-8", "afgewezen-rijen-" + id + ".csv");
        exportRejections.write(id, response.getWriter());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletResponse response) {
        return Download.refused(response, refused.key().equals("activity.import.unknown") ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN, texts, refused);
    }
}
