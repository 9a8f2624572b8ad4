package be.dossierwerk.api;

import be.dossierwerk.withdrawal.VoluntaryReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door for an undertaking that gives up its recognition. */
@RestController
@Tag(name = "Applicant")
class WithdrawalApi {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Schema(name = "WithdrawalRequest", requiredProperties = {"recognitionNumber", "enterpriseNumber", "reason", "effectiveOn", "signatory", "attachments"})
    record Request(
            @Schema(description = "Number of the recognition, as the register shows it", example = "05123") String recognitionNumber,
            @Schema(description = "The undertaking that has it; ten digits, dots may stand", example = "0403.019.261") String enterpriseNumber,
            @Schema(description = "The activity stops, a merger or take-over, or something else", example = "STOPZETTING") VoluntaryReason reason,
            @Schema(description = "In words; needed for ANDERE, at most 5000 characters") String explanation,
            @Schema(description = "Enterprise number of who takes over, after a merger", example = "0431.371.173") String successor,
            @Schema(description = "First day without recognition; not before the day of the request", example = "2027-07-01") LocalDate effectiveOn,
            @Schema(description = "Who signed for the undertaking, at most 200 characters", example = "Leen Verhoeven") String signatory,
            @Schema(description = "At least the signed request") List<SentFile> attachments) { }

    @Schema(name = "FiledWithdrawalRequest")
    record FiledRequest(@Schema(description = "Number of the dossier", example = "DC-INV-2027-00001") String dossier) { }

    private final JsonBody body;
    private final FileWithdrawalRequest filing;

    WithdrawalApi(JsonBody body, FileWithdrawalRequest filing) {
        this.body = body;
        this.filing = filing;
    }

    @PostMapping(path = "/api/intrekkingen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "requestWithdrawal", summary = "Ask to withdraw the own recognition",
            description = """
                    Opens a dossier; the day of the request is the date of receipt and the recognition never ends before it. At most 20 MB. \
                    Send the same request again with the same key when the answer was lost: it makes one dossier. Follow it at `/api/dossiers/{number}`.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Request.class))))
    @FiledOnce
    @ApiResponse(responseCode = "422", description = "Wrong or unknown fields, a recognition that was withdrawn already, or one for which a request runs; each named in errors",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<FiledRequest> request(
            @Parameter(description = "A UUID made by the sender, one for each request", required = true, example = "0f8fad5b-d9cb-469f-a165-70867728950e")
            @RequestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        var action = ApplicantApi.actionId(key);
        Filed filed = filing.file(body.read(request.getInputStream(), LARGEST, Request.class), action);
        return filed.answer(request, new FiledRequest(filed.dossier()));
    }
}
