package be.dossierwerk;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts of {@code security/payloads.properties}: each could be more than text somewhere. */
public final class HostileTexts {

    private HostileTexts() { }

    /** By name. */
    public static Map<String, String> all() {
        Properties payloads = new Properties();
        try (var in = new InputStreamReader(HostileTexts.class.getResourceAsStream("/security/payloads.properties"), StandardCharsets.UTF_8)) {
            payloads.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return payloads.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, payloads::getProperty, (one, other) -> one, TreeMap::new));
    }

    /** Whether it has signs in it that nobody sees, or that turn the others around. */
    public static boolean hasUnseen(String name) {
        return name.matches("(line|turned|isolated|null|escape|half).*");
    }
}
