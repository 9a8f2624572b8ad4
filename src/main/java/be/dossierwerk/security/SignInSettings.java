package be.dossierwerk.security;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** How people may sign in here, by configuration alone, so that it is known before the database is touched. */
record SignInSettings(boolean demo, boolean oidc, boolean embeddedDatabase) {

    static SignInSettings of(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        boolean embedded = url.isBlank() || url.equals("embedded");
        boolean oidc = Binder.get(environment).bind("spring.security.oauth2.client.registration", Bindable.mapOf(String.class, Object.class))
                .map(Map::size).orElse(0) > 0;
        String wanted = environment.getProperty("dossierwerk.demo", "auto").strip().toLowerCase(Locale.ROOT);
        boolean demo = switch (wanted) {
            case "true" -> true;
            case "false" -> false;
            case "auto" -> embedded && !oidc;
            default -> throw new NobodyCanSignIn("dossierwerk.demo is '" + wanted + "'", "Set dossierwerk.demo to auto, true or false.");
        };
        return new SignInSettings(demo, oidc, embedded);
    }
}
