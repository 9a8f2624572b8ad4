package be.dossierwerk.api;

import be.dossierwerk.shared.Dates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Texts in the language of a request: Dutch, or English when the sender prefers that. The server's own language plays no part. */
@Component
class ApiText {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final List<Locale> SPOKEN = List.of(DUTCH, Locale.ENGLISH);

    private final MessageSource messages;

    ApiText(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, HttpServletRequest request, Object... args) {
        Object[] readable = Stream.of(args).map(arg -> arg instanceof LocalDate date ? Dates.table(date) : arg).toArray();
        return messages.getMessage(key, readable, language(request));
    }

    static Locale language(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null) {
            return DUTCH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? DUTCH : best;
        } catch (IllegalArgumentException e) {
            return DUTCH;
        }
    }
}
