package be.dossierwerk.audit.proof;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash of an audit entry and its commitment to what was said and changed (ADR 0022, 0024; RFC 2104, RFC 6234). The JDK alone, so that
 * whoever writes an entry and whoever checks one without the product calculate the same.
 */
public final class EntryHash {

    public static final String FORMAT = "dossierwerk-handeling-3";
    public static final int KEY_BYTES = 32;

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EntryHash() { }

    /** Over the whole entry but its content, for which {@code commitment} stands; {@code previous} is empty for the first of a dossier. */
    public static String hash(String dossier, long seq, Instant at, String actor, String roles, String action, String commitment, String previous) {
        return hash(dossier, seq, at(at), actor, roles, action, commitment, previous);
    }

    /** With the moment as it is written down. */
    static String hash(String dossier, long seq, String at, String actor, String roles, String action, String commitment, String previous) {
        return Digests.sha256(String.join("\n", FORMAT, dossier, Long.toString(seq), at, actor, roles, action, commitment, previous));
    }

    /** Tells nothing about the content to who lacks the key of the dossier, and that of this entry. */
    public static String commitment(byte[] key, String dossier, long seq, String content) {
        return commitmentWith(entryKey(key, dossier, seq), dossier, seq, content);
    }

    /** What opens this one entry: from it nobody finds the key of the dossier, nor that of another entry. */
    public static byte[] entryKey(byte[] key, String dossier, long seq) {
        return hmac(key, dossier, Long.toString(seq));
    }

    /** By who has the key of that entry alone. */
    static String commitmentWith(byte[] entryKey, String dossier, long seq, String content) {
        return Digests.hex(hmac(entryKey, dossier, Long.toString(seq), content));
    }

    private static byte[] hmac(byte[] key, String... lines) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(Digests.utf8(String.join("\n", lines)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In UTC with six decimals, always: 2026-11-22T10:00:00.123456Z. */
    public static String at(Instant moment) {
        return MICROS.format(moment);
    }
}
