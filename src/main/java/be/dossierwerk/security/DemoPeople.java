package be.dossierwerk.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The invented civil servants who show the product. They may sign in when {@code dossierwerk.demo} is {@code true}, or when it is
 * {@code auto} on the embedded database without an identity provider; never by accident on a real database.
 */
@Component
public class DemoPeople {

    /** Everybody's password; it protects nothing but invented data. */
    public static final String PASSWORD = "demo";

    private static final List<Actor> ALL = List.of(
            person("els", "Els Janssens", Roles.INTAKE),
            person("an", "An Peeters", Roles.HANDLER),
            person("bram", "Bram De Smet", Roles.HANDLER),
            person("joke", "Joke Claes", Roles.LAWYER),
            person("mira", "Mira Lambrecht", Roles.LAWYER),
            person("sofie", "Sofie Wouters", Roles.SECRETARIAT),
            person("marc", "Marc Aerts", Roles.COMMITTEE),
            person("rita", "Rita Maes", Roles.CHAIR),
            person("tom", "Tom Willems", Roles.TEAM_LEAD),
            person("lieve", "Lieve Goossens", Roles.HEAD),
            person("karel", "Karel Mertens", Roles.SIGNATORY),
            person("hans", "Hans Verbeke", Roles.SIGNATORY),
            person("ivo", "Ivo Jacobs", Roles.INSPECTOR),
            person("fien", "Fien Lambrecht", Roles.FINES),
            person("greet", "Greet Wouters", Roles.FUND_SECRETARIAT, Roles.FUND_COMMITTEE),
            person("nele", "Nele Hermans", Roles.FINANCE),
            person("ann", "Ann Dubois", Roles.AUDITOR),
            person("pieter", "Pieter Maas", Roles.MANAGER),
            person("hilde", "Hilde Baert", Roles.MANAGER));

    private final boolean present;

    DemoPeople(Environment environment) {
        present = SignInSettings.of(environment).demo();
    }

    /** Whether they may sign in here; demo data belong where they may. */
    public boolean present() {
        return present;
    }

    /** In the order of the work: from intake to auditor. */
    public List<Actor> all() {
        return ALL;
    }

    public Optional<Actor> find(String id) {
        return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** The demo person with this sign-in name; also where they may not sign in, for tests that act in somebody's name. */
    public Actor actor(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No demo person is called " + id));
    }

    private static Actor person(String id, String name, String... roles) {
        return new Actor(id, name, Set.of(roles));
    }
}
