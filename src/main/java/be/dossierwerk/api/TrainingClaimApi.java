package be.dossierwerk.api;

import be.dossierwerk.reimbursement.FileClaim.ProofKind;
import be.dossierwerk.reimbursement.TrainerKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door for an undertaking that asks the fund to pay back its training. */
@RestController
@Tag(name = "Applicant")
class TrainingClaimApi {

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Schema(name = "TrainingClaim", requiredProperties = {"recognitionNumber", "enterpriseNumber", "beneficiary", "iban", "fundedElsewhere", "declaredBy", "lessons", "attachments"})
    record Request(
            @Schema(description = "Number of the recognition, as the register shows it", example = "05123") String recognitionNumber,
            @Schema(description = "The undertaking that has it; ten digits, dots may stand", example = "0403.019.261") String enterpriseNumber,
            @Schema(description = "Who is paid, at most 70 characters", example = "Poetshulp Voorbeeld bv") String beneficiary,
            @Schema(description = "Account of who is paid", example = "BE68 5390 0754 7034") String iban,
            @Schema(description = "Another fund, such as the sectoral one, pays the same hours; then the claim is refused", example = "false") Boolean fundedElsewhere,
            @Schema(description = "Who signed that the claim is true", example = "Leen Verhoeven") String declaredBy,
            @Schema(description = "All in the same year, at most 200") List<Lesson> lessons,
            @Schema(description = "At least the attendance list, and the invoice of an external training") List<Proof> attachments) { }

    @Schema(name = "TrainingLesson", requiredProperties = {"training", "date", "start", "end", "trainer", "trainerHours", "participants"})
    record Lesson(
            @Schema(description = "Code of the approved training", example = "OPL-2027-00012") String training,
            @Schema(description = "Day of the lesson", example = "2027-03-12") LocalDate date,
            @Schema(description = "Hour at which it began", example = "09:00") String start,
            @Schema(description = "Hour at which it ended", example = "12:30") String end,
            @Schema(description = "An employee of the undertaking or somebody else", example = "EIGEN") TrainerKind trainer,
            @Schema(description = "Hours of the trainer, not more than the lesson lasted", example = "3.5") BigDecimal trainerHours,
            @Schema(description = "Everybody who followed it") List<Participant> participants,
            @Schema(description = "Only of an external training, and then always") Invoice invoice) { }

    @Schema(name = "TrainingParticipant", requiredProperties = {"nationalNumber", "hours", "employedFrom"})
    record Participant(
            @Schema(description = "Eleven digits; the last two are a check modulo 97", example = "85.07.30-033.28") String nationalNumber,
            @Schema(description = "Hours followed, not more than the lesson lasted", example = "3.5") BigDecimal hours,
            @Schema(description = "First day of the employment that covers the lesson", example = "2020-01-01") LocalDate employedFrom,
            @Schema(description = "Last day of it; left out while it lasts", example = "2027-06-30") LocalDate employedUntil) { }

    @Schema(name = "TrainingInvoice", requiredProperties = {"number", "date", "exclusive", "vat", "inclusive"})
    record Invoice(
            @Schema(description = "Number of the invoice", example = "F-2027-118") String number,
            @Schema(description = "Day of the invoice", example = "2027-03-15") LocalDate date,
            @Schema(description = "Euro without VAT", example = "400.00") BigDecimal exclusive,
            @Schema(description = "Euro of VAT, at a rate of that day", example = "84.00") BigDecimal vat,
            @Schema(description = "Euro with VAT", example = "484.00") BigDecimal inclusive) { }

    @Schema(name = "TrainingProof", requiredProperties = {"kind", "fileName", "content"})
    record Proof(
            @Schema(description = "Attendance list, invoice or proof of employment", example = "AANWEZIGHEIDSLIJST") ProofKind kind,
            @Schema(description = "Name of the file; PDF, PNG, JPEG or TIFF", example = "lijst.pdf") String fileName,
            @Schema(description = "Base64 of the file") String content) { }

    @Schema(name = "FiledTrainingClaim")
    record FiledClaim(@Schema(description = "Number of the dossier", example = "DC-OFT-2027-00001") String dossier) { }

    private final JsonBody body;
    private final FileTrainingClaim filing;

    TrainingClaimApi(JsonBody body, FileTrainingClaim filing) {
        this.body = body;
        this.filing = filing;
    }

    @PostMapping(path = "/api/terugbetalingen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "claimTraining", summary = "Claim the reimbursement of training",
            description = """
                    Opens a dossier when every line is right, and otherwise names every wrong line and keeps nothing; the day it comes in is the date of receipt. \
                    At most 20 MB. Send the same claim again with the same key when the answer was lost: it makes one dossier. A claim that comes too late \
                    is not an error: its decision says so. Follow it at `/api/dossiers/{number}`.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Request.class))))
    @FiledOnce
    @ApiResponse(responseCode = "422", description = "A training that was not approved, a person who was not employed or was paid for that hour before, wrong hours or VAT, "
            + "and any other wrong or unknown field; each named in errors",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<FiledClaim> claim(
            @Parameter(description = "A UUID made by the sender, one for each claim", required = true, example = "0f8fad5b-d9cb-469f-a165-70867728950e")
            @RequestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        var action = ApplicantApi.actionId(key);
        Filed filed = filing.file(body.read(request.getInputStream(), LARGEST, Request.class), action);
        return filed.answer(request, new FiledClaim(filed.dossier()));
    }
}
