package be.dossierwerk.api;

import be.dossierwerk.procedurechange.DownloadDraft;
import be.dossierwerk.procedurechange.SaveChangeDraft;
import be.dossierwerk.procedurechange.UploadDraft;
import be.dossierwerk.security.ApiAccounts;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for a drawing tool: it brings a file into a draft that a manager opened, through the same gate as the screen; it can neither submit nor approve. */
@RestController
@Tag(name = "Procedures", description = "Files of drafts of changed procedures.")
class ProcedureDraftApi {

    private static final int LARGEST = 1_000_000;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Schema(name = "DraftReceipt")
    record Kept(
            @Schema(description = "The change that the file is in", example = "DC-WIJ-2027-00001") String number,
            @Schema(description = "The path of the file", example = "bpmn/klacht/klacht.bpmn") String path) { }

    private final UploadDraft uploadDraft;
    private final DownloadDraft downloadDraft;
    private final CurrentActor currentActor;

    ProcedureDraftApi(UploadDraft uploadDraft, DownloadDraft downloadDraft, CurrentActor currentActor) {
        this.uploadDraft = uploadDraft;
        this.downloadDraft = downloadDraft;
        this.currentActor = currentActor;
    }

    @PutMapping(path = "/api/wijzigingen/{number}/bestand", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(operationId = "putDraftFile", summary = "Bring a diagram, decision table or form into a draft",
            description = "Takes the place of what the draft has; the manager can undo it. Whatever may never run is refused, one sentence for each reason, and nothing changes.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
                    content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "200", description = "The file is in the draft")
    @ApiResponse(responseCode = "404", description = "No such change",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "413", description = "More than 1 MB",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(responseCode = "422", description = "It may never run, its path is none of a procedure, or the change is no draft; each reason is named in errors",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    Kept put(@Parameter(description = "Number of the change", example = "DC-WIJ-2027-00001") @PathVariable String number,
             @Parameter(description = "Path of the file in the set", example = "bpmn/klacht/klacht.bpmn") @RequestParam("pad") String path,
             @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        currentActor.require(ApiAccounts.ROLE);
        byte[] content = request.getInputStream().readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new Refused("procedurechange.draft.too-large");
        }
        SaveChangeDraft.Saved saved = uploadDraft.upload(number, path, content);
        return new Kept(saved.change(), path);
    }

    @GetMapping(path = "/api/wijzigingen/{number}/bestand", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(operationId = "getDraftFile", summary = "Read a file as the draft has it")
    @ApiResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "404", description = "No such change or file",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = "#/components/schemas/Problem")))
    byte[] get(@Parameter(description = "Number of the change", example = "DC-WIJ-2027-00001") @PathVariable String number,
               @Parameter(description = "Path of the file in the set", example = "bpmn/klacht/klacht.bpmn") @RequestParam("pad") String path) {
        currentActor.require(ApiAccounts.ROLE);
        return downloadDraft.download(number, path);
    }
}
