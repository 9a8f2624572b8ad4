package be.dossierwerk.api;

import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.sources.ReceiveNotice;
import be.dossierwerk.sources.RepaymentPlan;
import be.dossierwerk.sources.Source;
import be.dossierwerk.sources.SourceNotice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for what authentic sources tell by themselves: arrears, bankruptcy, cessation, merger. */
@RestController
@Tag(name = "Sources", description = "What authentic sources send by themselves.")
class SourceNoticeApi {

    private static final int LARGEST = 64 * 1024;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Schema(name = "SourceNotice", description = "One notice of one source about one undertaking", requiredProperties = {"kind", "source", "reference",
            "enterpriseNumber", "date"})
    record Notice(
            @Schema(description = "Arrears, bankruptcy, cessation or merger") SourceNotice.Kind kind,
            @Schema(description = "Who tells it: SCHULD comes from RSZ or FISCUS, FAILLISSEMENT from REGSOL or KBO, the others from KBO") Source source,
            @Schema(description = "The source's own, at most 100 characters; the same one twice is one notice", example = "RSZ-2026-0001234") String reference,
            @Schema(description = "Ten digits; dots may stand", example = "0431.371.173") String enterpriseNumber,
            @Schema(description = "The day from which it holds, not in the future", example = "2026-11-20") LocalDate date,
            @Schema(description = "Only for SCHULD: euro, at most two decimals, more than zero", example = "4812.35") BigDecimal amount,
            @Schema(description = "Only for SCHULD: whether there is a repayment plan and whether it is respected") RepaymentPlan plan,
            @Schema(description = "Only for FUSIE: the undertaking that takes over", example = "0433.474.093") String successor) { }

    @Schema(name = "NoticeReceipt")
    record Received(
            @Schema(example = "RSZ-2026-0001234") String reference,
            @Schema(description = "AANVAARD, or ONBEKEND when no dossier is about this undertaking") ApplicantApi.Code status) { }

    private final ReceiveNotice receiveNotice;
    private final CurrentActor currentActor;
    private final ApiText text;
    private final JsonBody body;

    SourceNoticeApi(ReceiveNotice receiveNotice, CurrentActor currentActor, ApiText text, JsonBody body) {
        this.receiveNotice = receiveNotice;
        this.currentActor = currentActor;
        this.text = text;
        this.body = body;
    }

    @PostMapping(path = "/api/bronmeldingen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "receiveSourceNotice", summary = "Tell something about an undertaking",
            description = "Send the same notice again with the same reference when the answer was lost: it is kept once. At most 64 KB.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Notice.class))))
    @ApiResponse(responseCode = "201", description = "The notice was kept; status says whether it is followed up")
    @ApiResponse(responseCode = "200", description = "This notice was kept before")
    @ApiResponse(responseCode = "400", description = "Not JSON; the detail names line and column",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "413", description = "More than 64 KB",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "422", description = "Wrong or unknown fields, each named in errors, or a reference that was used for another notice",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<Received> receive(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        currentActor.require(ApiAccounts.ROLE);
        SourceNotice notice = read(request.getInputStream());
        ReceiveNotice.Receipt receipt = receiveNotice.receive(notice);
        String status = receipt.status().name();
        return ResponseEntity.status(receipt.first() ? 201 : 200).body(new Received(notice.reference().strip(),
                new ApplicantApi.Code(status, text.of("sources.notice.status." + status, request))));
    }

    private SourceNotice read(InputStream in) throws IOException {
        JsonBody.Read<Notice> read = body.read(in, LARGEST, Notice.class);
        Notice sent = read.content();
        SourceNotice notice = new SourceNotice(sent.kind, sent.source, sent.reference, sent.enterpriseNumber, sent.date, sent.amount, sent.plan, sent.successor);
        if (!read.wrong().isEmpty()) {
            List<Refused.Field> wrong = JsonBody.together(read.wrong(), receiveNotice.wrong(notice));
            throw new Refused("sources.notice.invalid", wrong, wrong.size());
        }
        return notice;
    }
}
