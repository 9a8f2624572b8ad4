package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.HostileTexts;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text field of every form of every procedure takes what is typed as text: as it is, without what nobody sees, or not at all. */
class HostileFormsTest {

    private static final String UNSEEN = "(?s).*([\\p{Cntrl}&&[^\\n\\r\\t]]|[\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}).*";
    private static final Set<String> LIMITS = Set.of("inbox.field-too-long", "inbox.field-too-short", "inbox.field-pattern");

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void what_is_typed_is_text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (FormSchema.Part field : FormSchema.read(in).fields()) {
                if (field.kind() == FormSchema.Kind.TEXTFIELD || field.kind() == FormSchema.Kind.TEXTAREA) {
                    FormSchema alone = new FormSchema("alone", null, List.of(shown(field)));
                    HostileTexts.all().forEach((name, text) -> stays(alone, field.key(), name, text));
                    assertThat(refused(alone, field.key(), "x".repeat(200_001))).extracting(Refused.Field::key).containsExactly("inbox.field-too-long");
                }
            }
        }
    }

    private static void stays(FormSchema form, String key, String name, String text) {
        String typed = "Een zin. " + text;
        List<Refused.Field> refused = refused(form, key, typed);
        if (!refused.isEmpty()) {
            assertThat(refused).as(name).allSatisfy(field -> assertThat(LIMITS).contains(field.key()));
            return;
        }
        String taken = (String) form.typed(Map.of(key, typed)).get(key);
        if (HostileTexts.hasUnseen(name)) {
            assertThat(taken).as(name).startsWith("Een zin. Poets").doesNotMatch(UNSEEN);
        } else {
            assertThat(taken).as(name).isEqualTo(typed);
        }
    }

    private static List<Refused.Field> refused(FormSchema form, String key, String text) {
        Refused refused = catchThrowableOfType(Refused.class, () -> form.typed(Map.of(key, text)));
        return refused == null ? List.of() : refused.fields();
    }

    /** Also where another field would hide it. */
    private static FormSchema.Part shown(FormSchema.Part field) {
        return new FormSchema.Part(field.kind(), field.key(), field.label(), field.description(), field.text(), null, field.options(), field.rules(), field.decimals(), field.readonly(),
                field.widget(), null, field.row(), field.columns(), field.parts());
    }
}
