package be.dossierwerk.api;

import be.dossierwerk.infringement.InspectionReport;
import be.dossierwerk.infringement.ReceiveInspectionReport;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.AttachedFile;
import be.dossierwerk.shared.Refused;
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
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for reports of the inspection, with their attachments. */
@RestController
@Tag(name = "Inspection", description = "Reports of the social inspection.")
class InspectionReportApi {

    private static final int LARGEST = 60 * 1024 * 1024;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    enum Origin { VSI, KLACHT, RISICOSIGNAAL }

    @Schema(name = "InspectionReport", requiredProperties = {"reference", "origin", "enterpriseNumber", "dated", "facts"})
    record Report(
            @Schema(description = "The sender's own, at most 100 characters; the same one twice is one report", example = "VSI-2026-0815") String reference,
            @Schema(description = "Inspection, complaint or risk signal") Origin origin,
            @Schema(description = "Ten digits; dots may stand", example = "0431.371.173") String enterpriseNumber,
            @Schema(description = "The day on the report, not in the future", example = "2026-11-20") LocalDate dated,
            @Schema(description = "What was found") String facts,
            @Schema(description = "Infringements of the catalogue") List<Infringement> infringements,
            @Schema(description = "Files that belong to it") List<SentFile> attachments,
            @Schema(description = "Add it to the file that is open, when there is one") Boolean addToOpen) { }

    @Schema(name = "ReportedInfringement", requiredProperties = "code")
    record Infringement(
            @Schema(description = "I01 to I17", example = "I01") String code,
            @Schema(description = "Facts of this infringement alone") String facts,
            @Schema(description = "First day") LocalDate from,
            @Schema(description = "Last day") LocalDate until,
            @Schema(description = "Number of vouchers") BigDecimal vouchers,
            @Schema(description = "Euro, at most two decimals") BigDecimal amount) { }

    @Schema(name = "InspectionReportReceipt")
    record Received(@Schema(description = "The dossier", example = "DC-INB-2026-00001") String dossier) { }

    private final ReceiveInspectionReport receive;
    private final CurrentActor currentActor;
    private final JsonBody body;

    InspectionReportApi(ReceiveInspectionReport receive, CurrentActor currentActor, JsonBody body) {
        this.receive = receive;
        this.currentActor = currentActor;
        this.body = body;
    }

    @PostMapping(path = "/api/inspectieverslagen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "receiveInspectionReport", summary = "Report infringements of an undertaking",
            description = "Opens an infringement file. Send the same report again with the same reference when the answer was lost: it is kept once. At most 60 MB.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Report.class))))
    @ApiResponse(responseCode = "201", description = "The report was kept")
    @ApiResponse(responseCode = "200", description = "This report was kept before")
    @ApiResponse(responseCode = "400", description = "Not JSON; the detail names line and column",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "413", description = "More than 60 MB",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "422", description = "Wrong fields, an undertaking that is not recognised, a file that is open already, or a reference that was used",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<Received> receive(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        currentActor.require(ApiAccounts.ROLE);
        ReceiveInspectionReport.Receipt receipt = receive.receive(read(request.getInputStream()));
        return ResponseEntity.status(receipt.first() ? 201 : 200).body(new Received(receipt.dossier()));
    }

    private InspectionReport read(InputStream in) throws IOException {
        JsonBody.Read<Report> read = body.read(in, LARGEST, Report.class);
        List<Refused.Field> wrong = new ArrayList<>(read.wrong());
        Report sent = read.content();
        List<AttachedFile> attachments = SentFile.read(sent.attachments, AttachedFile::new, wrong);
        List<Infringement> infringements = sent.infringements == null ? List.of() : sent.infringements;
        for (int i = 0; i < infringements.size(); i++) {
            if (infringements.get(i) != null && infringements.get(i).vouchers != null && infringements.get(i).vouchers.stripTrailingZeros().scale() > 0) {
                wrong.add(new Refused.Field("infringements[%d].vouchers".formatted(i), "infringement.report.whole"));
            }
        }
        InspectionReport report = new InspectionReport(sent.reference, sent.origin == null ? null : sent.origin.name(), sent.enterpriseNumber, sent.dated, sent.facts,
                infringements.stream().map(each -> each == null ? null : new InspectionReport.Reported(each.code, each.facts,
                        each.from, each.until, each.vouchers == null ? null : each.vouchers.intValue(), each.amount)).toList(),
                attachments, Boolean.TRUE.equals(sent.addToOpen));
        if (!wrong.isEmpty()) {
            List<Refused.Field> all = JsonBody.together(wrong, receive.wrong(report));
            throw new Refused("infringement.report.invalid", all, all.size());
        }
        return report;
    }
}
