package be.dossierwerk.api;

import be.dossierwerk.training.TrainingKind;
import be.dossierwerk.training.TrainingTheme;
import be.dossierwerk.training.Trainings;
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

/** The door for who asks approval of trainings by the training fund. */
@RestController
@Tag(name = "Applicant")
class TrainingApi {

    /** A recognised undertaking or an external provider. */
    enum ApplicantKind { ERKENDE_ONDERNEMING, VERSTREKKER }

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Schema(name = "TrainingApplicant", requiredProperties = {"kind", "enterpriseNumber"})
    record Applicant(
            @Schema(description = "A recognised undertaking, or an external provider that gives all else too") ApplicantKind kind,
            @Schema(description = "Ten digits, dots may stand", example = "0403.019.261") String enterpriseNumber,
            @Schema(description = "Of a provider", example = "Vorming vzw") String name,
            @Schema(description = "Number of the provider's quality registration; asked for when it is missing", example = "QR-1234") String qualityNumber,
            @Schema(description = "Of a provider: street and number", example = "Kouter 1") String street,
            @Schema(description = "Of a provider", example = "9000") String postalCode,
            @Schema(description = "Of a provider", example = "Gent") String municipality,
            @Schema(description = "Of a provider", example = "info@voorbeeld.be") String email) { }

    @Schema(name = "TrainingSession", requiredProperties = {"heldOn", "place"})
    record Session(
            @Schema(description = "Day of the session", example = "2027-05-04") LocalDate heldOn,
            @Schema(description = "Where", example = "Gent") String place) { }

    @Schema(name = "Training", requiredProperties = {"title", "theme", "kind", "goal", "content", "method", "audience", "hours", "maxParticipants", "trainer", "experience",
        "language"})
    record Training(
            @Schema(description = "At most 200 characters", example = "Veilig tillen in huis") String title,
            @Schema(description = "The topic") TrainingTheme theme,
            @Schema(description = "By an own employee, by somebody else, or during voucher work") TrainingKind kind,
            @Schema(description = "What participants can do afterwards") String goal,
            @Schema(description = "What is taught") String content,
            @Schema(description = "How it is taught") String method,
            @Schema(description = "For whom") String audience,
            @Schema(description = "Length of the whole training, more than 0 and at most 1000", example = "7.5") BigDecimal hours,
            @Schema(description = "Most participants at once", example = "12") Integer maxParticipants,
            @Schema(description = "Who teaches", example = "Greet Maes") String trainer,
            @Schema(description = "Experience of who teaches", example = "Tien jaar ergotherapeut") String experience,
            @Schema(description = "EXTERN: enterprise number of who gives it", example = "0431.371.173") String providerNumber,
            @Schema(description = "EXTERN: name of who gives it", example = "Vorming vzw") String providerName,
            @Schema(description = "EXTERN: number of the quality registration of who gives it", example = "QR-1234") String qualityNumber,
            @Schema(description = "In euro a participant", example = "120.00") BigDecimal price,
            @Schema(description = "Language of the training", example = "Nederlands") String language,
            @Schema(description = "Planned days; asked for when there is none") List<Session> sessions,
            @Schema(description = "Enterprise numbers of the undertakings that take part in this training; all of the request when none is named") List<String> undertakings) { }

    @Schema(name = "TrainingRequest", requiredProperties = {"applicant", "trainings"})
    record Request(
            @Schema(description = "Who asks") Applicant applicant,
            @Schema(description = "Enterprise numbers of the recognised undertakings that take part, beside the applicant itself") List<String> undertakings,
            @Schema(description = "1 to 100 trainings; more than one makes a group file") List<Training> trainings,
            @Schema(description = "Programmes and other documents") List<SentFile> attachments) { }

    @Schema(name = "FiledTraining")
    record FiledTraining(@Schema(description = "Number of the dossier of this training", example = "DC-OPL-2027-00001") String dossier,
                         @Schema(example = "Veilig tillen in huis") String title) { }

    @Schema(name = "FiledTrainings")
    record FiledFile(@Schema(description = "Number of the group file, or of the dossier of the one training", example = "DC-GRP-2027-00001") String dossier,
                     @Schema(description = "Each with its own dossier, clock and decision, in the order of the request") List<FiledTraining> trainings) { }

    private final JsonBody body;
    private final FileTrainings filing;
    private final Trainings trainings;

    TrainingApi(JsonBody body, FileTrainings filing, Trainings trainings) {
        this.body = body;
        this.filing = filing;
        this.trainings = trainings;
    }

    @PostMapping(path = "/api/opleidingen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "fileTrainings", summary = "Ask approval of one or more trainings",
            description = """
                    Opens a dossier for each training; the day of the request is the date of receipt, and sessions from that day on are eligible once the training is \
                    approved. All trainings of the request are filed, or none. At most 20 MB. Send the same request again with the same key when the answer was lost: \
                    it makes one file. Follow each training at `/api/dossiers/{number}`.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Request.class))))
    @FiledOnce
    @ApiResponse(responseCode = "422", description = "Wrong or unknown fields of the file or of a training, such as trainings[2].hours, each named in errors",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<FiledFile> request(
            @Parameter(description = "A UUID made by the sender, one for each request", required = true, example = "0f8fad5b-d9cb-469f-a165-70867728950e")
            @RequestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        var action = ApplicantApi.actionId(key);
        Filed filed = filing.file(body.read(request.getInputStream(), LARGEST, Request.class), action);
        return filed.answer(request, new FiledFile(filed.dossier(),
                trainings.ofFile(filed.dossier()).stream().map(each -> new FiledTraining(each.dossier(), each.title())).toList()));
    }
}
