package be.dossierwerk.api;

import be.dossierwerk.recognition.Application;
import be.dossierwerk.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two doors of the portal: file a recognition application, and see how a dossier stands. */
@RestController
@Tag(name = "Applicant", description = "What a portal does in the name of an undertaking.")
class ApplicantApi {

    static final int LARGEST = 512 * 1024;
    private static final Pattern KEY = Pattern.compile("\"?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\"?");
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Schema(name = "FiledApplication")
    record FiledApplication(@Schema(description = "Number of the dossier", example = "DC-ERK-2026-00061") String dossier) { }

    @Schema(name = "Code", description = "A fixed code for programs and the words for people")
    record Code(@Schema(description = "Fixed code") String code, @Schema(description = "In the language of the request") String text) { }

    @Schema(name = "DossierStatus", description = "What the applicant may know")
    record DossierStatus(
            @Schema(example = "DC-ERK-2026-00061") String dossier,
            @Schema(description = "IN_BEHANDELING, WACHT_OP_AANVRAGER or GESLOTEN") Code state,
            @Schema(description = "Legal date of receipt") LocalDate receivedOn,
            @Schema(description = "Last day to decide; null before the file is complete, while it is paused, and once closed") LocalDate decisionDue,
            @Schema(description = "The clock stands still because the dossier waits for somebody else") boolean paused,
            @Schema(description = "Day the pause began, or null") LocalDate pausedSince,
            @Schema(description = "ERKEND, GEDEELTELIJK_ERKEND, GEWEIGERD, ZONDER_GEVOLG or INGETROKKEN_DOOR_AANVRAGER; for a withdrawal INGETROKKEN_VRIJWILLIG, OVERGEDRAGEN_NA_FUSIE, NIET_ONTVANKELIJK, VERZOEK_INGETROKKEN or ZONDER_VOORWERP; for a training GOEDGEKEURD, GEWEIGERD, ZONDER_GEVOLG or INGETROKKEN_DOOR_AANVRAGER, and AFGEHANDELD for a group file; null until the decision was notified")
            Code outcome,
            @Schema(description = "Day the dossier was closed, or null") LocalDate closedOn) { }

    private final JsonBody body;
    private final FileApplication filing;
    private final FollowDossier following;
    private final ApiText text;

    ApplicantApi(JsonBody body, FileApplication filing, FollowDossier following, ApiText text) {
        this.body = body;
        this.filing = filing;
        this.following = following;
        this.text = text;
    }

    @PostMapping(path = "/api/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "fileApplication", summary = "File a recognition application",
            description = """
                    Opens a dossier and starts the procedure; the day of the request is the date of receipt. A missing deposit, information \
                    session or business plan makes the application incomplete, not wrong: the department asks for it. At most 512 KB. \
                    Send the same request again with the same key when the answer was lost: it makes one dossier.""",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Application.class))))
    @ApiResponse(responseCode = "201", description = "The dossier was opened",
            headers = @Header(name = "Location", description = "Address of the dossier", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "200", description = "This request was filed before, under the same key",
            headers = @Header(name = "Location", description = "Address of the dossier", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "400", description = "No key, or not JSON; the detail names line and column",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "409", description = "The key was used for another application, or the undertaking has one that still runs",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "413", description = "More than 512 KB",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "422", description = "Wrong or unknown fields, each named in errors",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<FiledApplication> file(
            @Parameter(description = "A UUID made by the sender, one for each application", required = true,
                    example = "0f8fad5b-d9cb-469f-a165-70867728950e")
            @RequestHeader("Idempotency-Key") String key,
            @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        UUID action = actionId(key);
        Filed filed = filing.file(body.read(request.getInputStream(), LARGEST, Application.class), action);
        return filed.answer(request, new FiledApplication(filed.dossier()));
    }

    @GetMapping(path = "/api/dossiers/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "followDossier", summary = "See how a dossier stands", description = "Only what the applicant may know.")
    @ApiResponse(responseCode = "200", description = "How it stands")
    @ApiResponse(responseCode = "404", description = "No dossier has this number",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<DossierStatus> follow(
            @Parameter(description = "Number of the dossier", example = "DC-ERK-2026-00061") @PathVariable String number,
            @Parameter(hidden = true) HttpServletRequest request) {
        FollowDossier.Standing standing = following.follow(number);
        DossierStatus status = new DossierStatus(standing.dossier(), code("api.state.", standing.state().name(), request), standing.receivedOn(),
                standing.decisionDue(), standing.paused(), standing.pausedSince(), code("api.outcome.", standing.outcome(), request), standing.closedOn());
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_LANGUAGE, ApiText.language(request).getLanguage()).body(status);
    }

    /** Everything else under /api, so that a mistyped address gets a problem and not the page of the screens. */
    @RequestMapping({"/api/{area:(?!(?:swagger-ui|applications|dossiers|inspectieverslagen|bronmeldingen)$).*}/**", "/api/applications/", "/api/applications/*/**",
            "/api/dossiers", "/api/dossiers/", "/api/dossiers/*/", "/api/dossiers/*/*/**", "/api/inspectieverslagen/", "/api/inspectieverslagen/*/**",
            "/api/bronmeldingen/", "/api/bronmeldingen/*/**"})
    @Operation(hidden = true)
    void unknown() {
        throw new Refused("api.address.unknown");
    }

    private Code code(String prefix, String code, HttpServletRequest request) {
        return code == null ? null : new Code(code, text.of(prefix + code, request));
    }

    static UUID actionId(String key) {
        var form = KEY.matcher(key.strip());
        if (!form.matches()) {
            throw new Refused("api.key.malformed");
        }
        return UUID.fromString(form.group(1));
    }
}
