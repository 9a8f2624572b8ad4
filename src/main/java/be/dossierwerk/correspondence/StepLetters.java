package be.dossierwerk.correspondence;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Which letters a step of a diagram sends, by its delegate or its form; fixed in the product (letters/steps.properties). */
public final class StepLetters {

    /** {@code kinds}: the templates {@code letters/<kind>.html}, one for each procedure that sends it; {@code name}: as people call the letter. */
    public record Sent(List<String> kinds, String name) { }

    private static final Map<String, List<Sent>> ALL = read();

    private StepLetters() { }

    public static Map<String, List<Sent>> all() {
        return ALL;
    }

    /** The names of the letters; empty for a step that sends none. {@code step}: {@code remindDelegate} or {@code klacht/antwoord-nazien}. */
    public static List<String> names(String step) {
        return ALL.getOrDefault(step, List.of()).stream().map(Sent::name).toList();
    }

    private static Map<String, List<Sent>> read() {
        Properties lines = new Properties();
        try (var in = new InputStreamReader(StepLetters.class.getResourceAsStream("/letters/steps.properties"), StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the letters of the steps cannot be read", e);
        }
        Map<String, List<Sent>> all = new TreeMap<>();
        lines.stringPropertyNames().forEach(step -> all.put(step, Arrays.stream(lines.getProperty(step).split(";")).map(letter -> {
            String[] parts = letter.split(":");
            return new Sent(List.of(parts[0].strip().split("\\s*,\\s*")), parts[1].strip());
        }).toList()));
        return Collections.unmodifiableMap(all);
    }
}
