package be.dossierwerk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in Dutch and in English, can be formatted, and every text that the code names is there. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|your|you|this|please|and|with|choose|fill in|must|cannot|from|not|is it)\\b");
    private static final Pattern DUTCH = Pattern.compile("(?i)\\b(het|een|uw|niet|geen|voor|kies|vul|wordt|moet|deze|naar|bij)\\b");
    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9]+)");
    /** Fields of the application form, which begin as the texts of the module deposit do. */
    private static final Set<String> FIELDS = Set.of("deposit.paidOn", "deposit.reference");

    static List<String> bundles() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".properties") && !name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - ".properties".length())).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys_and_the_same_arguments(String bundle) throws IOException {
        Map<String, String> dutch = read(bundle + ".properties");
        Map<String, String> english = read(bundle + "_en.properties");

        assertThat(english.keySet()).isEqualTo(dutch.keySet());
        dutch.forEach((key, text) -> assertThat(arguments(english.get(key))).as(key).isEqualTo(arguments(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_text_stands_in_its_own_language(String bundle) throws IOException {
        assertThat(read(bundle + ".properties")).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(ENGLISH).isNotBlank());
        assertThat(read(bundle + "_en.properties")).allSatisfy((key, text) -> assertThat(text).as(key).doesNotContainPattern(DUTCH).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void texts_can_be_formatted_and_keep_their_apostrophes(String bundle) throws IOException {
        for (String file : List.of(bundle + ".properties", bundle + "_en.properties")) {
            read(file).forEach((key, text) -> {
                assertThat(text.replace("''", "")).as(key + ": an apostrophe must be doubled for MessageFormat").doesNotContain("'");
                assertThat(new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5, 6})).as(key).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_key_stands_twice_in_a_file(String bundle) throws IOException {
        for (String file : List.of(bundle + ".properties", bundle + "_en.properties")) {
            List<String> keys = Files.readAllLines(FOLDER.resolve(file)).stream().filter(line -> line.matches("[a-z][^=#]*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_key_belongs_to_one_bundle() throws IOException {
        List<String> all = new ArrayList<>();
        for (String bundle : bundles()) {
            all.addAll(read(bundle + ".properties").keySet());
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void every_bundle_is_configured() throws IOException {
        String configuration = Files.readString(Path.of("src/main/resources/application.yaml"));
        String names = Pattern.compile("messages.basename: (.*)").matcher(configuration).results().findFirst().orElseThrow().group(1);
        assertThat(Arrays.stream(names.split(",")).map(name -> name.strip().substring("messages/".length()))).containsExactlyInAnyOrderElementsOf(bundles());
    }

    @Test
    void every_text_that_the_code_names_exists() throws IOException {
        Set<String> known = new HashSet<>();
        for (String bundle : bundles()) {
            known.addAll(read(bundle + ".properties").keySet());
        }
        // A key as the code writes it whole; one that is put together from parts ends in a dot or is followed by a plus sign.
        Pattern named = Pattern.compile("\"((?:menu|" + String.join("|", bundles()) + ")\\.[a-zA-Z0-9.-]*[a-zA-Z0-9])\"(?!\\s*\\+)");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                named.matcher(Files.readString(file)).results().map(found -> found.group(1)).filter(key -> !known.contains(key) && !FIELDS.contains(key))
                        .forEach(key -> missing.add(key + " (" + file.getFileName() + ")"));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
