package be.dossierwerk.export;

import be.dossierwerk.audit.proof.Digests;
import be.dossierwerk.security.Actor;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for people and undertakings in one export: the same name for the same one within it, another in the next, because the key is kept nowhere.
 * The product itself is no person.
 */
final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int DIGITS = 12;

    private final byte[] key;
    private final Map<String, String> names;
    /** Few people do much: each is reckoned once. */
    private final Map<String, String> known = new HashMap<>();

    /** {@code names}: of colleagues by login, when they are asked for and may be given; otherwise empty. */
    Pseudonyms(byte[] key, Map<String, String> names) {
        this.key = key.clone();
        this.names = Map.copyOf(names);
    }

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    String person(String login) {
        if (login == null || login.equals(Actor.SYSTEM.id())) {
            return login;
        }
        return names.isEmpty() ? known.computeIfAbsent(login, each -> "mw-" + digits("medewerker\n" + each)) : names.getOrDefault(login, login);
    }

    String undertaking(String number) {
        return number == null ? null : "ond-" + digits("onderneming\n" + number);
    }

    private String digits(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Digests.hex(mac.doFinal(Digests.utf8(text))).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
