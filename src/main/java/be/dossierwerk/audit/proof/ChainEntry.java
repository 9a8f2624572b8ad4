package be.dossierwerk.audit.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One entry of a chain as it stands in the record. {@code at}: UTC with six decimals; {@code content}: outside the fingerprint, held to it by the
 * commitment; null when it was destroyed or withheld.
 */
public record ChainEntry(String dossier, long seq, String at, String actor, String roles, String action, String commitment, String previous, String hash,
                         String content) {

    private static final String MARK = "dossierwerk-handeling-2\n";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    public static String at(Instant moment) {
        return MICROS.format(moment);
    }

    /** The fingerprint that belongs to these facts. */
    public String recomputed() {
        return recomputedAs(dossier, seq);
    }

    /** The fingerprint if it had been written at that place. */
    String recomputedAs(String inDossier, long place) {
        return Digests.sha256(MARK + String.join("\n", inDossier, String.valueOf(place), at, actor, roles, action, commitment, previous));
    }

    /** Whether it was written at that place. */
    public boolean writtenAs(String inDossier, long place) {
        return recomputedAs(inDossier, place).equals(hash);
    }

    public static String commitment(byte[] key, String dossier, long seq, String content) {
        return Digests.hmac(key, dossier + "\n" + seq + "\n" + content);
    }

    boolean holds(byte[] key) {
        return commitment(key, dossier, seq, content).equals(commitment);
    }
}
