package be.dossierwerk.api;

import be.dossierwerk.board.ImportHistory;
import be.dossierwerk.board.ShowHistoryImports;
import be.dossierwerk.board.ShowHistoryImports.Import;
import be.dossierwerk.shared.ReceivedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of the systems on which other measures run: brings what happened in their dossiers. */
@RestController
@RequestMapping(HistoryApi.PATH)
@Tag(name = "Board", description = "The history of dossiers that run elsewhere, and the yearly table that is computed from it.")
class HistoryApi {

    static final String PATH = "/api/history";

    private static final String CSV = "text/csv";
    private static final int MOST_A_PAGE = 1_000;

    @Schema(name = "ReadHistory", description = "What the file brought")
    record ReadHistory(
            @Schema(description = "Number of the import") long id,
            @Schema(description = "New, known and rejected rows together") int rows,
            @Schema(description = "Rows that were new") int accepted,
            @Schema(description = "Rows that were there already") int known,
            int rejected,
            @Schema(description = "Address of the rejected rows", example = "/api/history/7/rejections") String rejections) { }

    @Schema(name = "RejectedHistoryRow")
    record RejectedRow(
            @Schema(description = "Line of the file, the header being line 1", example = "5") int line,
            @Schema(description = "Name of the column, or \"rij\" for the row as a whole", example = "event") String column,
            @Schema(example = "DECIDE") String value,
            @Schema(description = "In Dutch", example = "deze gebeurtenis is niet bekend") String message) { }

    @Schema(name = "RejectedHistory", description = "A page of the rejected rows, in the order of the file")
    record RejectedPage(
            @Schema(description = "Number of the import") long id,
            @Schema(description = "All of them") int rejected,
            List<RejectedRow> rows,
            @Schema(description = "Address of the next page; null on the last", example = "/api/history/7/rejections?from=1000&limit=1000") String next) { }

    private final ImportHistory importHistory;
    private final ShowHistoryImports imports;

    HistoryApi(ImportHistory importHistory, ShowHistoryImports imports) {
        this.importHistory = importHistory;
        this.imports = imports;
    }

    @PostMapping(consumes = CSV)
    @Operation(operationId = "bringHistory", summary = "Bring the events of dossiers that run elsewhere",
            description = """
                    CSV with commas or semicolons, in UTF-8 or UTF-16 with its mark, at most 500 MB. A row that is wrong is reported and the others count. Rows of a \
                    dossier stand in the order in which it happened, and carry it on from where it was known. The same file again changes nothing.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = CSV,
                    schema = @Schema(type = "string", example = """
                            dossier,measure,type,channel,undertaking,event,at,amount
                            OFDC-2020-00001,OFDC,APPROVAL,ONLINE,0403019261,COMPLETE,2020-03-02T09:00:00,"""))))
    @ApiResponse(responseCode = "201", description = "The file was read; look at the rejected rows")
    @ApiResponse(responseCode = "200", description = "This very file was read before; nothing changed, and the number is of that time")
    @ApiResponse(responseCode = "409", description = "Another file is being read; nothing was read, send it again later",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "422", description = "Not such a file; nothing was read",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<ReadHistory> bring(
            @Parameter(description = "Name under which the file is listed", example = "geschiedenis-2020.csv") @RequestParam(name = "name", defaultValue = "geschiedenis.csv") String name,
            @Parameter(description = "Also take rows that lie before what is known of their dossier: forgotten or rejected earlier") @RequestParam(defaultValue = "false") boolean supplement,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        try (ReceivedFile file = ReceivedFile.of(request.getInputStream(), ImportHistory.MOST_MEGABYTES)) {
            ImportHistory.Outcome done = supplement ? importHistory.supplement(name, file.path()) : importHistory.importFile(name, file.path());
            String rejections = request.getContextPath() + PATH + "/" + done.id() + "/rejections";
            return (done.again() ? ResponseEntity.ok() : ResponseEntity.created(URI.create(rejections)))
                    .body(new ReadHistory(done.id(), done.rows(), done.accepted(), done.known(), done.rejected(), rejections));
        }
    }

    @GetMapping("/{id:[0-9]{1,18}}/rejections")
    @Operation(operationId = "rejectedHistory", summary = "The rejected rows of a file")
    @ApiResponse(responseCode = "200", description = "A page of them")
    @ApiResponse(responseCode = "404", description = "There is no such import",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    RejectedPage rejections(@PathVariable long id, @Parameter(description = "How many to pass over") @RequestParam(defaultValue = "0") int from,
                            @Parameter(description = "At most 1000") @RequestParam(defaultValue = "1000") int limit, @Parameter(hidden = true) HttpServletRequest request) {
        Import of = imports.byId(id);
        int first = Math.max(0, from);
        int most = Math.max(1, Math.min(limit, MOST_A_PAGE));
        List<RejectedRow> rows = imports.rejections(of, first, most).stream().map(row -> new RejectedRow(row.line(), row.column(), row.value(), row.reason())).toList();
        String next = first + rows.size() >= of.rejected() ? null : "%s%s/%d/rejections?from=%d&limit=%d".formatted(request.getContextPath(), PATH, id, first + rows.size(), most);
        return new RejectedPage(id, of.rejected(), rows, next);
    }
}
