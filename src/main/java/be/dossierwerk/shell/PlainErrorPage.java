package be.dossierwerk.shell;

import be.dossierwerk.shared.DatabaseStanding;
import be.dossierwerk.shared.Incidents;
import be.dossierwerk.shared.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The error page outside the screens, such as for a download that fails: no layout, the same words. */
@Component("error")
class PlainErrorPage implements View {

    private final Texts texts;
    private final Incidents incidents;
    private final DatabaseStanding database;

    PlainErrorPage(Texts texts, Incidents incidents, DatabaseStanding database) {
        this.texts = texts;
        this.incidents = incidents;
        this.database = database;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Language.DUTCH;
        String title;
        String detail;
        if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            title = texts.of(locale, "shell.incident");
            String number = incidents.log(failure, String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
            detail = database.met(failure).map(trouble -> texts.of(locale, trouble.key())).orElseGet(() -> texts.of(locale, "shell.incident.detail", number));
        } else {
            title = texts.of(locale, "shell.not-found");
            detail = texts.of(locale, "shell.not-found.detail");
        }
        response.setContentType(getContentType());
        response.getOutputStream().write("""
                <!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%1$s</title>\
                <link rel="stylesheet" href="%3$s/dossierwerk.css"></head><body class="dw-plain"><main class="dw-error"><h1>%1$s</h1><p>%2$s</p>\
                <p><a href="%3$s/">%4$s</a></p></main></body></html>
                """.formatted(title, detail, request.getContextPath(), texts.of(locale, "shell.to-start")).getBytes(StandardCharsets.UTF_8));
    }
}
