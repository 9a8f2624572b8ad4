package be.dossierwerk.shell;

import be.dossierwerk.shared.Texts;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a system without the right account, or one that asks too often, so, as a problem (RFC 9457) in its language. */
@Component
class ApiEntryProblem implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final Texts texts;

    ApiEntryProblem(ObjectMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Dossierwerk\", charset=\"UTF-8\"");
        answer(request, response, HttpStatus.UNAUTHORIZED, "unauthorized");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) throws IOException {
        answer(request, response, HttpStatus.FORBIDDEN, "forbidden");
    }

    /** For people as well: who saves or tries so often is a program. */
    void tooOften(HttpServletRequest request, HttpServletResponse response, int seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        answer(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-often", seconds);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what, Object... args) throws IOException {
        // Without the header the servlet would answer with the language of the server.
        Locale locale = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Language.DUTCH : Language.nearest(request.getLocale());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.of(locale, "shell.api." + what + ".detail", args));
        problem.setTitle(texts.of(locale, "shell.api." + what));
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
