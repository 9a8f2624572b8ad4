package be.dossierwerk.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Writes in the log who signed in and out, who tried in vain, and from where; never a password. */
@Component
class SignInLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);
    private static final int LONGEST_NAME = 64;

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        LOG.info("Signed in: {} from {}", name(event.getAuthentication()), address(event.getAuthentication()));
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        LOG.warn("Sign-in refused: {} from {} ({})", name(event.getAuthentication()), address(event.getAuthentication()), event.getException().getClass().getSimpleName());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        LOG.info("Signed out: {} from {}", name(event.getAuthentication()), address(event.getAuthentication()));
    }

    /** What somebody typed as a name is no line of the log, and may be a password typed in the wrong field: no more than its beginning. */
    static String name(Authentication authentication) {
        String name = authentication.getName() == null ? "" : authentication.getName().replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "?";
    }
}
