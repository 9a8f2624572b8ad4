package be.dossierwerk.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What complaints and openness requests keep in common. */
@Component
public class Requests {

    /** {@code about}: the dossier that it is about, or null. */
    public record Request(String dossier, Channel channel, String street, String postalCode, String municipality, String about) { }

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a dossier of another procedure. */
    public Optional<Request> find(String dossier) {
        return jdbc.sql("select dossier, channel, street, postal_code, municipality, about from request where dossier = ?").param(dossier).query(Request.class).optional();
    }

    /** Where letters go. */
    Map<String, Object> address(String dossier) {
        Map<String, Object> facts = new HashMap<>();
        find(dossier).ifPresent(request -> {
            facts.put("straat", request.street());
            facts.put("postcode", request.postalCode());
            facts.put("gemeente", request.municipality());
            facts.put("overDossier", request.about());
        });
        return facts;
    }
}
