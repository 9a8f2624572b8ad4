package be.dossierwerk.correspondence;

import be.dossierwerk.dossier.Dossiers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Everything a letter states: what the caller gives, and what the dossier knows. Empty facts are left out, so that no section stands empty. */
@Component
class LetterFacts {

    private static final ObjectMapper CANONICAL = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).findAndAddModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private final Dossiers dossiers;
    private final Letterhead letterhead;
    private final Clock clock;

    LetterFacts(Dossiers dossiers, Letterhead letterhead, Clock clock) {
        this.dossiers = dossiers;
        this.letterhead = letterhead;
        this.clock = clock;
    }

    Map<String, Object> of(String number, String kind, String title, Map<String, Object> given) {
        var dossier = dossiers.get(number);
        Map<String, Object> facts = new HashMap<>();
        facts.put("gemeente", dossier.municipality());
        facts.put("adres", address(dossier));
        facts.put("ondernemingsnummer", dossier.enterpriseNumber());
        facts.put("ontvangenOp", dossier.receivedOn());
        facts.putAll(given);
        facts.put("titel", title);
        facts.put("beslissing", isDecision(kind));
        facts.put("dossiernummer", number);
        facts.put("onderwerp", dossier.subject());
        facts.put("contactpersoon", dossier.handlerName() == null ? "het onthaal" : dossier.handlerName());
        facts.put("datum", LocalDate.now(clock));
        facts.put("afzender", letterhead);
        Map<String, Object> known = new TreeMap<>(facts);
        known.values().removeIf(LetterFacts::isEmpty);
        return known;
    }

    /** Kinds that carry an appeal clause and wait for a signature. */
    static boolean isDecision(String kind) {
        return kind.startsWith("beslissing-");
    }

    /** Decisions of which the Raad van State hears the appeal; a recovery and a fine are for the labour court, openness for the Beroepsinstantie (procedures.md 1.5, 1.6, 1.10). */
    static boolean isForCouncilOfState(String kind) {
        return isDecision(kind) && !kind.endsWith("terugvordering") && !kind.endsWith("geldboete") && !kind.endsWith("openbaarheid");
    }

    static String json(Object facts) {
        try {
            return CANONICAL.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String sha256(String json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address(Dossiers.Details dossier) {
        return dossiers.parties(dossier.number()).stream()
                .filter(party -> party.address() != null && party.name().equals(dossier.subject()))
                .map(Dossiers.Party::address).findFirst().orElse(null);
    }

    private static boolean isEmpty(Object fact) {
        return fact == null || fact instanceof String text && text.isBlank() || fact instanceof Iterable<?> many && !many.iterator().hasNext();
    }
}
