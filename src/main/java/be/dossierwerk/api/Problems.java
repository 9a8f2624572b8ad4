package be.dossierwerk.api;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.StorageTrouble;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Turns every failure under /api into a problem (RFC 9457): what is wrong, in the sender's language, with each wrong field by name.
 * Screens keep their own way; failures of their requests pass through untouched.
 */
@Hidden
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Map<String, HttpStatus> STATUS = Map.ofEntries(
            Map.entry("api.address.unknown", HttpStatus.NOT_FOUND),
            Map.entry("api.dossier.unknown", HttpStatus.NOT_FOUND),
            Map.entry("dossier.unknown", HttpStatus.NOT_FOUND),
            Map.entry("recognition.application.open", HttpStatus.CONFLICT),
            Map.entry("recognition.application.other-content", HttpStatus.CONFLICT),
            Map.entry("security.role-missing", HttpStatus.FORBIDDEN),
            Map.entry("inbox.screen-only", HttpStatus.FORBIDDEN),
            Map.entry("inbox.task-gone", HttpStatus.NOT_FOUND),
            Map.entry("inbox.task-done", HttpStatus.CONFLICT),
            Map.entry("api.body.malformed", HttpStatus.BAD_REQUEST),
            Map.entry("api.body.not-an-object", HttpStatus.BAD_REQUEST),
            Map.entry("api.key.malformed", HttpStatus.BAD_REQUEST),
            Map.entry("api.body.too-large", HttpStatus.PAYLOAD_TOO_LARGE),
            Map.entry("api.key.other-content", HttpStatus.CONFLICT),
            Map.entry("board.import.busy", HttpStatus.CONFLICT),
            Map.entry("board.import.unknown", HttpStatus.NOT_FOUND),
            Map.entry("procedurechange.unknown", HttpStatus.NOT_FOUND),
            Map.entry("procedurechange.draft.unknown-file", HttpStatus.NOT_FOUND),
            Map.entry("procedurechange.draft.too-large", HttpStatus.PAYLOAD_TOO_LARGE));

    /** Statuses of the framework that have a text of their own: {@code api.status.<number>}. */
    private static final List<Integer> EXPLAINED = List.of(400, 404, 405, 406, 413, 415);

    private static final String RETRY_SECONDS = "60";

    /** One wrong field of a problem. */
    record WrongField(String field, String message) { }

    private final ApiText text;

    Problems(ApiText text) {
        this.text = text;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Exception failure, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        if (failure instanceof Refused refused) {
            return refused(refused, request);
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "api.header.missing", request, missing.getHeaderName());
            return answer(problem, HttpHeaders.EMPTY, request);
        }
        if (failure instanceof ErrorResponse known && EXPLAINED.contains(known.getStatusCode().value())) {
            HttpStatusCode status = known.getStatusCode();
            return answer(problem(status, "api.status." + status.value(), request), known.getHeaders(), request);
        }
        if (failure instanceof TypeMismatchException) {
            return answer(problem(HttpStatus.BAD_REQUEST, "api.status.400", request), HttpHeaders.EMPTY, request);
        }
        if (StorageTrouble.in(failure).isPresent()) {
            LOG.error("Nothing is kept at {} {}", request.getMethod(), request.getRequestURI(), failure);
            HttpHeaders later = new HttpHeaders();
            later.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "api.status.503", request), later, request);
        }
        UUID incident = UUID.randomUUID();
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        ProblemDetail problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "api.status.500", request, incident.toString());
        problem.setProperty("incident", incident);
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    private ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        ProblemDetail problem = problem(STATUS.getOrDefault(refused.key(), HttpStatus.UNPROCESSABLE_ENTITY), refused.key(), request, refused.args());
        if (!refused.fields().isEmpty()) {
            problem.setProperty("errors", refused.fields().stream()
                    .map(field -> new WrongField(field.name(), text.of(field.key(), request, field.args()))).toList());
        }
        return answer(problem, HttpHeaders.EMPTY, request);
    }

    private ProblemDetail problem(HttpStatusCode status, String key, HttpServletRequest request, Object... args) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text.of(key, request, args));
        problem.setTitle(text.of("api.title." + status.value(), request));
        problem.setType(URI.create("urn:dossierwerk:problem:" + key));
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers, HttpServletRequest request) {
        return ResponseEntity.status(problem.getStatus()).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, ApiText.language(request).getLanguage()).body(problem);
    }
}
