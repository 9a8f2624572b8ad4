package be.dossierwerk.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Behind TLS the cookie of a session goes over TLS alone and belongs to this host alone (__Host-). {@code dossierwerk.https} is {@code auto}: on a real
 * database without demo people.
 */
@Component
class SessionCookie implements ServletContextInitializer {

    static final String NAME = "__Host-dossierwerk";

    private final boolean https;

    SessionCookie(@Value("${dossierwerk.https:auto}") String wanted, Environment environment) {
        SignInSettings settings = SignInSettings.of(environment);
        https = wanted.equals("auto") ? !settings.embeddedDatabase() && !settings.demo() : Boolean.parseBoolean(wanted);
    }

    @Override
    public void onStartup(ServletContext context) {
        if (https) {
            SessionCookieConfig cookie = context.getSessionCookieConfig();
            cookie.setName(NAME);
            cookie.setPath("/");
            cookie.setSecure(true);
        }
    }
}
