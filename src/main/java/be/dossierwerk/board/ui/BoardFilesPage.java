package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardFormat;
import be.dossierwerk.board.ExportBoard;
import be.dossierwerk.board.ExportBoard.Wanted;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowHistoryImports;
import be.dossierwerk.board.ShowHistoryImports.Import;
import be.dossierwerk.shared.Download;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people save of the board: the table itself, the refused rows of a file, and an example of a file. */
@RestController
class BoardFilesPage {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String EXAMPLE = """
            dossier,measure,type,channel,undertaking,event,at,amount
            OFDC-2020-00001,OFDC,APPROVAL,ONLINE,0403019261,RECEIVED,2020-03-02T09:00:00,
            OFDC-2020-00001,OFDC,APPROVAL,ONLINE,0403019261,COMPLETE,2020-03-09T14:30:00,
            OFDC-2020-00001,OFDC,APPROVAL,ONLINE,0403019261,DECIDED,2020-06-15T11:00:00,
            AG-2020-00001,AG,PJ,PAPER,,FINE_IMPOSED,2020-07-01T10:00:00,1250.50
            """;

    private final ExportBoard exportBoard;
    private final ShowHistoryImports imports;
    private final Texts texts;

    BoardFilesPage(ExportBoard exportBoard, ShowHistoryImports imports, Texts texts) {
        this.exportBoard = exportBoard;
        this.imports = imports;
        this.texts = texts;
    }

    @GetMapping("/" + BoardDownloads.PATH + "{extension:csv|xlsx|pdf}")
    void board(@PathVariable String extension, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate van, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate tot,
               @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate naastvan, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate naasttot,
               @RequestParam(defaultValue = "") Set<String> maatregel, @RequestParam(defaultValue = "nl") String taal, HttpServletResponse response) throws IOException {
        BoardFormat format = BoardFormat.valueOf(extension.toUpperCase(Locale.ROOT));
        byte[] board = exportBoard.write(new Wanted(new Period(van, tot), new Period(naastvan, naasttot), maatregel), format, taal.equals("en") ? Locale.ENGLISH : Locale.forLanguageTag("nl-BE"));
        Download.begin(response, format.contentType(), "boordtabel-" + van + "-" + tot + "." + extension);
        response.getOutputStream().write(board);
    }

    @GetMapping("/" + HistoryView.PATH + "/{id:[0-9]{1,18}}/geweigerd.csv")
    void rejections(@PathVariable long id, HttpServletResponse response) throws IOException {
        Import of = imports.byId(id);
        Download.begin(response, CSV, "geweigerde-rijen-" + id + ".csv");
        imports.write(of, response.getWriter());
    }

    @GetMapping("/" + HistoryView.PATH + "/voorbeeld.csv")
    void example(HttpServletResponse response) throws IOException {
        Download.begin(response, CSV, "geschiedenis-voorbeeld.csv");
        response.getWriter().write(EXAMPLE);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletResponse response) {
        HttpStatus status = switch (refused.key()) {
            case "board.import.unknown" -> HttpStatus.NOT_FOUND;
            case "security.role-missing" -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
        return Download.refused(response, status, texts, refused);
    }
}
