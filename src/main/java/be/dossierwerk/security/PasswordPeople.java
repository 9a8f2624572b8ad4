package be.dossierwerk.security;

import java.util.Locale;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Who signs in with a password: the demo people, where they are; otherwise nobody. */
@Component
public class PasswordPeople implements UserDetailsService {

    private final DemoPeople demoPeople;

    PasswordPeople(DemoPeople demoPeople) {
        this.demoPeople = demoPeople;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (!demoPeople.present()) {
            throw new UsernameNotFoundException("No passwords here");
        }
        // A new object each time: Spring Security wipes the password from the one it has checked.
        return demoPeople.find(name.strip().toLowerCase(Locale.ROOT)).map(person -> new SignedInPerson(person, "{noop}" + DemoPeople.PASSWORD))
                .orElseThrow(() -> new UsernameNotFoundException("Unknown"));
    }
}
