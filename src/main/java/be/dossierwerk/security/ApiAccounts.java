package be.dossierwerk.security;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The systems that use REST and read the metrics: the portal, with the password {@code dossierwerk.api.password}; without one, none. */
@Component
public class ApiAccounts {

    /** The role of the portal; no person holds it. */
    public static final String ROLE = "api-portaal";

    static final Actor PORTAL = new Actor("portaal", "Portaal", Set.of(ROLE));

    private final String password;

    ApiAccounts(@Value("${dossierwerk.api.password:}") String configured, DemoPeople demoPeople) {
        password = configured.isBlank() && demoPeople.present() ? "portaal" : configured;
    }

    public boolean enabled() {
        return !password.isBlank();
    }

    /** Not a bean: people do not sign in with the portal's account. */
    public UserDetailsService accounts() {
        return name -> account(name);
    }

    private UserDetails account(String name) {
        if (!enabled() || !PORTAL.id().equals(name)) {
            throw new UsernameNotFoundException("Unknown");
        }
        // A password may be given as {bcrypt}..., so that the configuration does not hold it readable.
        return new SignedInPerson(PORTAL, password.startsWith("{") ? password : "{noop}" + password);
    }
}
