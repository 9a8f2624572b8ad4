package be.dossierwerk.api;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** What every door answers at which something is filed once for each idempotency key, except what can be wrong with its content. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "201", description = "It was filed",
        headers = @Header(name = "Location", description = "Address of the dossier", schema = @Schema(type = "string")))
@ApiResponse(responseCode = "200", description = "The same was filed before, under the same key",
        headers = @Header(name = "Location", description = "Address of the dossier", schema = @Schema(type = "string")))
@ApiResponse(responseCode = "400", description = "No key, or not JSON; the detail names line and column",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
@ApiResponse(responseCode = "409", description = "The key was used for something else",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
@ApiResponse(responseCode = "413", description = "More than may be sent at once",
        content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Problem")))
@interface FiledOnce { }
