package be.dossierwerk.security;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Refuses to start where nobody could sign in; before any bean, so that no database is migrated first. */
@Configuration
class SignInCheck {

    @Bean
    static BeanFactoryPostProcessor somebodyCanSignIn(Environment environment) {
        return beans -> {
            SignInSettings settings = SignInSettings.of(environment);
            if (!settings.demo() && !settings.oidc()) {
                throw new NobodyCanSignIn(settings.embeddedDatabase()
                        ? "Nobody could sign in: dossierwerk.demo is false and no OpenID Connect provider is configured."
                        : "A database is configured (spring.datasource.url), and nobody could sign in: no OpenID Connect provider is configured,"
                                + " and demo people do not come along on a real database by themselves.",
                        "Configure your provider: spring.security.oauth2.client.registration.<name>.client-id, .client-secret, .scope=openid,profile"
                                + " and spring.security.oauth2.client.provider.<name>.issuer-uri (roles come from the claim dossierwerk.oidc.roles-claim)."
                                + " Or, for a demonstration only, set dossierwerk.demo=true.");
            }
        };
    }
}
