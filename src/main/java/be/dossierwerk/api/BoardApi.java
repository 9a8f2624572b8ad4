package be.dossierwerk.api;

import be.dossierwerk.board.BoardFigures;
import be.dossierwerk.board.BoardFormat;
import be.dossierwerk.board.ExportBoard;
import be.dossierwerk.board.ExportBoard.Wanted;
import be.dossierwerk.board.ShowBoard.Period;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The yearly table for other programs. */
@RestController
@Tag(name = "Board")
class BoardApi {

    private final ExportBoard exportBoard;

    BoardApi(ExportBoard exportBoard) {
        this.exportBoard = exportBoard;
    }

    @GetMapping(path = "/api/board", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "board", summary = "Norms and volumes of a period beside another",
            description = "Percentages are rounded as they are printed; null where nothing was to be counted. With `Accept: text/csv` the same as CSV, with a decimal point.")
    @ApiResponse(responseCode = "200", description = "The table", content = {@Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = BoardFigures.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "422", description = "A measure that does not exist, or a period that ends before it begins",
            content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
    BoardFigures json(@Parameter(description = "First day", example = "2020-01-01") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
                      @Parameter(description = "Last day", example = "2020-12-31") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
                      @Parameter(description = "First day of the period beside it", example = "2019-01-01") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate otherFrom,
                      @Parameter(description = "Last day of it", example = "2019-12-31") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate otherTo,
                      @Parameter(description = "Only these measures", example = "DC,OFDC") @RequestParam(defaultValue = "") Set<String> measure) {
        return exportBoard.figures(new Wanted(new Period(from, to), new Period(otherFrom, otherTo), measure));
    }

    @GetMapping(path = "/api/board", produces = "text/csv")
    @Operation(hidden = true)
    byte[] csv(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
               @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate otherFrom, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate otherTo,
               @RequestParam(defaultValue = "") Set<String> measure, HttpServletRequest request) {
        return exportBoard.write(new Wanted(new Period(from, to), new Period(otherFrom, otherTo), measure), BoardFormat.CSV, ApiText.language(request));
    }
}
