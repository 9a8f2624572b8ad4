package be.dossierwerk.security;

import java.util.Set;

/** A person, or the system itself, that does something: the login, the name people know, and the roles held now. */
public record Actor(String id, String name, Set<String> roles) {

    /** The product acting by itself: timers, outbox, start-up. */
    public static final Actor SYSTEM = new Actor("systeem", "Dossierwerk", Set.of());

    /** Who uses a command on the server, where nobody signs in; {@code account}: that of the server. */
    public static Actor onServer(String account, String... roles) {
        return new Actor(SYSTEM.id(), "gebruiker %s van de server, met het commando".formatted(account), Set.of(roles));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** An auditor who is nothing else: sees everything and changes nothing (ADR 0031). */
    public boolean onlyLooks() {
        return roles.equals(Set.of(Roles.AUDITOR));
    }
}
