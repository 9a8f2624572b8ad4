package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Secrets come from the configuration of the place where the product runs: none is in the source or in the log. */
@DossierwerkTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final Map<String, Pattern> SHAPES = Map.of(
            "private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
            "key of a cloud", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "token of a code host", Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20}|npm_[A-Za-z0-9]{36})\\b"),
            "signed token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            "password in an address", Pattern.compile("[a-z+]{3,12}://[^\\s/:@\"'${}<]+:[^\\s/:@\"'${}<]{3,}@[a-z]"),
            "password in a setting", Pattern.compile("(?im)^\\s*[\\w.-]*(?:password|secret|api-key|token)[ \\t]*[:=][ \\t]*(?!\\$\\{|true|false|$|['\"]?['\"]?\\s*$)\\S{4,}"));
    /** Only settings can hold one in the last shape; in Java it is a name. */
    private static final Set<String> SETTINGS = Set.of("yaml", "yml", "properties", "env", "conf", "toml");
    private static final Pattern SKIPPED = Pattern.compile(".*/(?:node_modules|\\.git|target)(?:/.*)?|.*/messages/.*");

    @Autowired private MockMvc mvc;

    @Test
    void none_stands_in_the_tree() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("."))) {
            files.filter(Files::isRegularFile).filter(path -> !SKIPPED.matcher(path.toString()).matches()).forEach(path -> found.addAll(secretsIn(path)));
        }

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"private key, x.pem, -----BEGIN RSA PRIVATE KEY-----", "key of a cloud, x.java, AKIAABCDEFGHIJKLMNOP", "password in a setting, x.yaml, password: geheim42",
            "password in an address, x.md, postgresql://dossierwerk:geheim42@server/d"})
    void each_shape_is_known(String shape, String file, String text) {
        // In two halves, or this very file would be found.
        assertThat(SHAPES.get(shape).matcher(text).find() && (!shape.endsWith("setting") || SETTINGS.contains(file.substring(2)))).isTrue();
    }

    @Test
    void a_log_at_its_most_talkative_holds_no_password_that_was_typed(CapturedOutput log) throws Exception {
        mvc.perform(MockMvcRequestBuilders.post("/aanmelden").param("username", "an").param("password", "demo-verkeerd-77")).andReturn();
        mvc.perform(MockMvcRequestBuilders.get("/api/openapi").with(SecurityMockMvcRequestPostProcessors.httpBasic("portaal", "portaal-verkeerd-78"))).andReturn();

        assertThat(log.getAll()).contains("Sign-in refused: an", "Sign-in refused: portaal").doesNotContain("verkeerd-77", "verkeerd-78", "Basic ");
    }

    @ParameterizedTest
    @CsvSource({"'', auto, true", "embedded, auto, true", "jdbc:postgresql://server/d, auto, false", "'', false, false"})
    void demo_people_and_the_known_password_of_the_portal_are_on_the_embedded_database_alone(String database, String demo, boolean there) {
        DemoPeople people = new DemoPeople(new MockEnvironment().withProperty("spring.datasource.url", database).withProperty("dossierwerk.demo", demo));

        assertThat(people.present()).isEqualTo(there);
        assertThat(new ApiAccounts("", people).enabled()).isEqualTo(there);
    }

    private static List<String> secretsIn(Path path) {
        String text;
        try {
            text = Files.readString(path);
        } catch (MalformedInputException binary) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String ending = path.toString().substring(path.toString().lastIndexOf('.') + 1);
        List<String> found = new ArrayList<>();
        SHAPES.forEach((shape, pattern) -> {
            Matcher hit = pattern.matcher(text);
            // What tests invent stands in tests.
            if (!(shape.endsWith("setting") && !SETTINGS.contains(ending)) && !path.startsWith("./src/test") && hit.find()) {
                found.add(path + ": " + shape);
            }
        });
        return found;
    }
}
