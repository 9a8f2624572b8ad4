package be.dossierwerk.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages of the screens: Dutch unless somebody chooses English; the choice is kept in the session and in a cookie. */
final class Language {

    static final Locale DUTCH = Locale.forLanguageTag("nl-BE");
    static final Locale ENGLISH = Locale.forLanguageTag("en-GB");
    static final List<Locale> SPOKEN = List.of(DUTCH, ENGLISH);

    private static final String COOKIE = "taal";

    private Language() { }

    static Locale nearest(Locale wanted) {
        return wanted != null && wanted.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : DUTCH;
    }

    /** What this browser chose before. Its own language does not count: colleagues look at the same words. */
    static Locale chosenBefore(VaadinRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null ? DUTCH : Stream.of(cookies).filter(cookie -> cookie.getName().equals(COOKIE)).findFirst()
                .map(cookie -> nearest(Locale.forLanguageTag(cookie.getValue()))).orElse(DUTCH);
    }

    static void choose(Locale locale) {
        VaadinSession.getCurrent().setLocale(locale);
        Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}
