package be.dossierwerk;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.AttachmentKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that the code of recognition and casework asks for exists, in Dutch and in English. */
class ScreenTextsTest {

    private static final Path CODE = Path.of("src/main/java/be/dossierwerk");
    private static final Path TEXTS = Path.of("src/main/resources/messages");
    /** A whole key; one that ends in a dot is completed by a code. */
    private static final Pattern KEY = Pattern.compile("\"((?:recognition|casework|menu)\\.[A-Za-z0-9.-]+)\"");
    /** The method {@code text} of a screen, which puts the screen's own beginning before the key. */
    private static final Pattern PREFIX = Pattern.compile("getTranslation\\(\"((?:recognition|casework)\\.screen\\.[a-z.]*)\" \\+ key, args\\)");
    private static final Pattern SHORT = Pattern.compile("(?<![A-Za-z.])text\\(\"([A-Za-z0-9.-]+)\"(\\s*\\+)?");

    @ParameterizedTest
    @ValueSource(strings = {"recognition", "casework"})
    void every_key_in_the_code_has_a_text_in_both_languages(String module) throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE.resolve(module))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                asked.addAll(keys(Files.readString(file)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
        for (String language : List.of("", "_en")) {
            Set<String> known = new TreeSet<>(texts("recognition" + language).stringPropertyNames());
            known.addAll(texts("casework" + language).stringPropertyNames());
            assertThat(asked).as(module + language).allSatisfy(key -> {
                if (key.endsWith(".")) {
                    assertThat(known).as("texts that begin with " + key).anyMatch(each -> each.startsWith(key));
                } else {
                    assertThat(known).contains(key);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void every_code_has_its_words(String language) throws IOException {
        Set<String> recognition = texts("recognition" + language).stringPropertyNames();
        Map<String, List<String>> codes = Map.of(
                "recognition.activity.", names(Application.Activity.values()),
                "recognition.screen.kind.", names(Application.Kind.values()),
                "recognition.screen.function.", names(Application.Function.values()),
                "recognition.screen.attachment.", names(AttachmentKind.values()),
                "recognition.screen.type.", List.of("COMMERCIEEL", "VZW", "OCMW_LOKAAL_BESTUUR", "NATUURLIJKE_PERSOON", "ANDER"),
                "recognition.screen.status.", List.of("IN_AANVRAAG", "ERKEND", "GEWEIGERD", "ZONDER_GEVOLG", "INGETROKKEN_DOOR_AANVRAGER"),
                "recognition.screen.yes-no.", List.of("true", "false"));
        codes.forEach((prefix, all) -> assertThat(recognition).containsAll(all.stream().map(code -> prefix + code).toList()));
        Set<String> casework = texts("casework" + language).stringPropertyNames();
        Map.of("casework.outcome.", List.of("ERKEND", "GEDEELTELIJK_ERKEND", "GEWEIGERD"),
                "casework.advice.", List.of("GUNSTIG", "ONGUNSTIG", "VOORWAARDELIJK", "UITGESTELD"),
                "casework.screen.advice.strekking.", List.of("GUNSTIG", "ONGUNSTIG", "VOORWAARDELIJK", "UITGESTELD"),
                "casework.screen.advice.quorumBereikt.", List.of("JA", "NEE"),
                "casework.screen.committee.outlook.", List.of("GUNSTIG", "GEDEELTELIJK", "ONGUNSTIG"))
                .forEach((prefix, all) -> assertThat(casework).containsAll(all.stream().map(code -> prefix + code).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recognition", "casework", "shared"})
    void both_languages_say_the_same_things_with_the_same_arguments(String bundle) throws IOException {
        Properties dutch = texts(bundle);
        Properties english = texts(bundle + "_en");

        assertThat(english.stringPropertyNames()).isEqualTo(dutch.stringPropertyNames());
        dutch.stringPropertyNames().forEach(key -> assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(dutch.getProperty(key))));
    }

    @Test
    void counted_things_are_said_in_the_singular_and_the_plural() throws IOException {
        Properties texts = texts("casework");
        texts.putAll(texts("shared"));
        assertThat(say(texts, "shared.days.left", 0)).isEqualTo("vandaag de laatste dag");
        assertThat(say(texts, "shared.days.left", 1)).isEqualTo("nog 1 dag");
        assertThat(say(texts, "shared.days.left", 12)).isEqualTo("nog 12 dagen");
        assertThat(say(texts, "shared.days.late", 1)).isEqualTo("1 dag te laat");
        assertThat(say(texts, "casework.screen.committee.counted", 3, 1)).isEqualTo("3 dossiers, 1 wacht op advies.");
        assertThat(say(texts, "casework.screen.signing.sign-read", 0)).isEqualTo("Onderteken wat gelezen is");
        assertThat(say(texts("recognition"), "recognition.application.invalid", 2)).isEqualTo("Er zijn 2 velden die u moet nakijken");
    }

    private static Set<String> keys(String source) {
        Set<String> keys = new TreeSet<>();
        Matcher whole = KEY.matcher(source);
        while (whole.find()) {
            keys.add(whole.group(1));
        }
        Matcher prefix = PREFIX.matcher(source);
        if (prefix.find()) {
            Matcher each = SHORT.matcher(source);
            while (each.find()) {
                // What is completed by a variable can only be checked by its beginning.
                keys.add(prefix.group(1) + each.group(1) + (each.group(2) != null && !each.group(1).endsWith(".") ? "." : ""));
            }
        }
        return keys;
    }

    private static String say(Properties texts, String key, Object... args) {
        return MessageFormat.format(texts.getProperty(key), args);
    }

    private static List<String> arguments(String text) {
        new MessageFormat(text);
        List<String> arguments = new ArrayList<>();
        Matcher each = Pattern.compile("\\{([0-9])").matcher(text);
        while (each.find()) {
            arguments.add(each.group(1));
        }
        return arguments.stream().distinct().sorted().toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static Properties texts(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(bundle + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
