package be.dossierwerk.security;

import java.util.Set;

/** A person, or the system itself, that does something: the login, the name people know, and the roles held now. */
public record Actor(String id, String name, Set<String> roles) {

    /** The product acting by itself: timers, outbox, start-up. */
    public static final Actor SYSTEM = new Actor("systeem", "Dossierwerk", Set.of());

    public boolean has(String role) {
        return roles.contains(role);
    }
}
