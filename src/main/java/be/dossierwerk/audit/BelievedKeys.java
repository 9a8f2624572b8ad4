package be.dossierwerk.audit;

import be.dossierwerk.audit.proof.Seal;
import be.dossierwerk.audit.proof.SealKeys;
import be.dossierwerk.audit.proof.TimeStamp;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose word counts for seals and their time-stamps. A row in a table is no reason to believe a key: our own is, and one whose coming was recorded as an act. */
@Component
public class BelievedKeys {

    private static final String INTRODUCED = "ZEGELSLEUTEL";

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final CurrentActor currentActor;
    private final SealKey own;
    private final RecordedSeals recorded;
    private final TimeStamps timeStamps;

    BelievedKeys(JdbcClient jdbc, AuditLog audit, CurrentActor currentActor, SealKey own, RecordedSeals recorded, TimeStamps timeStamps) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.currentActor = currentActor;
        this.own = own;
        this.recorded = recorded;
        this.timeStamps = timeStamps;
    }

    /** By their id. */
    public Map<String, PublicKey> keys() {
        Map<String, PublicKey> believed = new HashMap<>(recorded.keys());
        believed.keySet().retainAll(introduced());
        believed.put(own.id(), own.publicKey());
        return believed;
    }

    /** Without any certificate that is known, those that the seals bring: then nobody says whose they are. */
    public Collection<X509Certificate> services(List<Seal> seals) {
        List<X509Certificate> known = timeStamps.believed();
        return known.isEmpty() ? TimeStamp.signers(seals.stream().map(Seal::token).filter(token -> token != null).toList()) : known;
    }

    /** Whether our own key makes the seals, or will make the first. */
    public boolean ownInUse() {
        return recorded.last().map(seal -> seal.keyId().equals(own.id())).orElse(true) || introduced().contains(own.id());
    }

    private Set<String> introduced() {
        Set<String> ids = new TreeSet<>();
        for (String content : jdbc.sql("select content from audit_entry join audit_content using (dossier, seq) where dossier = ? and action = ?").params(AuditLog.DEPARTMENT, INTRODUCED)
                .query(String.class).list()) {
            ids.add(Content.read(content, JsonNode.class).path("after").path("key").asText());
        }
        return ids;
    }

    /** That our own key is used from now on, once: before the first seal that it makes. @throws WrongSealKey when others were made with another, and nobody gave this one */
    @Transactional
    void introduce() {
        if (introduced().contains(own.id())) {
            return;
        }
        // Of two servers that each made a key, the first to come here is right; the other must not seal.
        audit.lock(AuditLog.DEPARTMENT);
        Set<String> introduced = introduced();
        if (introduced.contains(own.id())) {
            return;
        }
        String before = recorded.last().map(Seal::keyId).orElse(introduced.stream().findFirst().orElse(null));
        if (before != null && !own.given() && !before.equals(own.id())) {
            throw new WrongSealKey(before, own.file());
        }
        jdbc.sql("insert into audit_seal_key (key_id, public_key) values (?, ?) on conflict do nothing").params(own.id(), SealKeys.pem(own.publicKey())).update();
        currentActor.as(Actor.SYSTEM, () -> {
            audit.record(AuditLog.Entry.of(AuditLog.DEPARTMENT, INTRODUCED, "Zegelsleutel %s is in gebruik genomen, door het product zoals gebruiker %s van de server het startte."
                    .formatted(own.id(), System.getProperty("user.name"))).changing(before == null ? Map.of() : Map.of("key", before), Map.of("key", own.id())));
            return null;
        });
    }
}
