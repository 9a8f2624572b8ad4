package be.dossierwerk.api;

import be.dossierwerk.activity.ActivityImport;
import be.dossierwerk.activity.ImportActivity;
import be.dossierwerk.activity.ShowActivity;
import be.dossierwerk.shared.ReceivedFile;
import be.dossierwerk.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door of the issuing company: brings the monthly file of vouchers submitted. */
@RestController
@RequestMapping("/api/activiteit")
@Tag(name = "Issuing company", description = "What the issuing company reports every month.")
class ActivityApi {

    private static final String CSV = "text/csv";
    private static final int SHOWN = 1_000;

    @Schema(name = "RejectedValue", description = "One wrong column of a rejected row")
    record RejectedValue(
            @Schema(description = "Line of the file, the header being line 1", example = "5") int row,
            @Schema(description = "Name of the column, or \"rij\" for the row as a whole", example = "aantal") String column,
            @Schema(example = "-5") String value,
            @Schema(description = "In Dutch", example = "het aantal cheques is negatief") String message) { }

    @Schema(name = "ReadActivity", description = "What the file brought")
    record ReadActivity(
            @Schema(description = "Number of the import") long importNumber,
            @Schema(description = "Accepted and rejected rows together") int rows,
            int accepted,
            int rejected,
            @Schema(description = "Months that have figures from this file", example = "[\"2026-03\"]") List<String> months,
            @Schema(description = "Those of them that had figures before", example = "[]") List<String> replaced,
            @Schema(description = "The first thousand; the screens have them all") List<RejectedValue> rejections) { }

    private final ImportActivity importActivity;
    private final ShowActivity showActivity;

    ActivityApi(ImportActivity importActivity, ShowActivity showActivity) {
        this.importActivity = importActivity;
        this.showActivity = showActivity;
    }

    @PostMapping(consumes = CSV)
    @Operation(operationId = "bringActivity", summary = "Bring the vouchers submitted per undertaking",
            description = """
                    CSV in UTF-8, with semicolons or commas, at most 25 MB. A row that is wrong is reported and the others count. Figures for a month \
                    replace all earlier figures of that month. The same file again changes nothing.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = CSV,
                    schema = @Schema(type = "string", example = """
                            erkenningsnummer;ondernemingsnummer;maand;aantal;bedrag
                            V10001;0403.019.261;2026-03;1250;33337,50"""))))
    @ApiResponse(responseCode = "201", description = "The file was read; look at the rejected rows")
    @ApiResponse(responseCode = "200", description = "This very file was read before; nothing changed and this is what it brought then")
    @ApiResponse(responseCode = "422", description = "Not such a file; nothing was read",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<ReadActivity> bring(
            @Parameter(description = "Name under which the file is listed", example = "activiteit-2026-03.csv")
            @RequestParam(name = "bestand", defaultValue = "activiteit.csv") String fileName,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        try (ReceivedFile file = ReceivedFile.of(request.getInputStream(), ImportActivity.MOST_MEGABYTES)) {
            ImportActivity.Outcome outcome = importActivity.importFile(fileName, file);
            return ResponseEntity.status(outcome.first() ? 201 : 200).body(answer(outcome.file()));
        }
    }

    /** Another method or another kind of content, told in the words of this door. */
    @RequestMapping
    @Operation(hidden = true)
    void other() {
        throw new Refused("activity.api.only-csv");
    }

    private ReadActivity answer(ActivityImport file) {
        List<RejectedValue> rejections = showActivity.rejections(file.id(), SHOWN).stream()
                .map(wrong -> new RejectedValue(wrong.row(), wrong.column(), wrong.value(), wrong.message())).toList();
        return new ReadActivity(file.id(), file.rows(), file.accepted(), file.rejected(), file.months().stream().map(YearMonth::toString).toList(),
                file.replaced().stream().map(YearMonth::toString).toList(), rejections);
    }
}
