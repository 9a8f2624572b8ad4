package be.dossierwerk.security;

import java.util.stream.Collectors;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who signed in with a name and a password of this product. */
class SignedInPerson extends User implements CurrentActor.NamedPerson {

    private final String fullName;

    SignedInPerson(Actor actor, String password) {
        super(actor.id(), password, actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).collect(Collectors.toSet()));
        fullName = actor.name();
    }

    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public String fullName() {
        return fullName;
    }
}
