package be.dossierwerk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Migrations are named by day and number, module, verb and object, so that two branches never give one number to two files. */
class MigrationsTest {

    private static final Pattern NAME = Pattern.compile("V20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{4}__([a-z]+)_[a-z]+(?:_[a-z0-9]+)+\\.sql");

    @Test
    void names_follow_the_pattern_and_begin_with_a_module() throws IOException {
        assertThat(names()).isNotEmpty().allSatisfy(name -> {
            assertThat(name).matches(NAME);
            var parts = NAME.matcher(name);
            parts.matches();
            assertThat(Path.of("src/main/java/be/dossierwerk", parts.group(1))).as(name).isDirectory();
        });
    }

    @Test
    void no_version_is_used_twice() throws IOException {
        assertThat(names().stream().map(name -> name.substring(0, name.indexOf("__")))).doesNotHaveDuplicates();
    }

    @Test
    void tables_carry_a_sentence_that_says_what_they_keep() throws IOException {
        for (String name : names()) {
            assertThat(Files.readString(files().get(name)).strip()).as(name).startsWith("--");
        }
    }

    private static List<String> names() throws IOException {
        return List.copyOf(files().keySet());
    }

    /** Those that need the tables of the engine lie apart. */
    private static SortedMap<String, Path> files() throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        for (String folder : List.of("db/migration", "db/engine")) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(file -> !file.getFileName().toString().startsWith(".")).forEach(file -> found.put(file.getFileName().toString(), file));
            }
        }
        return found;
    }
}
