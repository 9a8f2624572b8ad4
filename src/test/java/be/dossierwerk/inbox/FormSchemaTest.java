package be.dossierwerk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.dossierwerk.shared.Refused;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormSchemaTest {

    private final FormSchema form = new FormSchemas(null).ofProduct("test/proef").orElseThrow();

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("oordeel", "", "inbox.field-required"),
                Arguments.of("oordeel", "MISSCHIEN", "inbox.field-option"),
                Arguments.of("nummer", "be12", "inbox.field-pattern"),
                Arguments.of("nummer", "BE1\nBE2", "inbox.field-pattern"),
                Arguments.of("nummer", "X".repeat(1001), "inbox.field-too-long"),
                Arguments.of("bedrag", "veel", "inbox.field-number"),
                Arguments.of("bedrag", "1e9999", "inbox.field-number"),
                Arguments.of("bedrag", "-0.01", "inbox.field-min"),
                Arguments.of("bedrag", "25000.01", "inbox.field-max"),
                Arguments.of("bedrag", "1.234", "inbox.field-decimals"),
                Arguments.of("dag", "12/03/2027", "inbox.field-date"),
                Arguments.of("dag", "2027-02-29", "inbox.field-date"),
                Arguments.of("dag", "0027-03-12", "inbox.field-date"),
                Arguments.of("ontbreekt", List.of("A", "C"), "inbox.field-option"),
                Arguments.of("ontbreekt", "A", "inbox.field-option"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_value_is_refused_by_the_name_of_its_field(String key, Object value, String text) {
        Map<String, Object> raw = new HashMap<>(Map.of("oordeel", "JA"));
        raw.put(key, value);

        Refused refused = catchThrowableOfType(Refused.class, () -> form.typed(raw));

        assertThat(refused.key()).isEqualTo("inbox.form-invalid");
        assertThat(refused.fields()).extracting(Refused.Field::name, Refused.Field::key).containsExactly(org.assertj.core.groups.Tuple.tuple(key, text));
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("nummer", "  BE12 ", "BE12"),
                Arguments.of("nummer", "BE1\u00002", "BE12"),
                Arguments.of("bedrag", "25000", new BigDecimal("25000")),
                Arguments.of("bedrag", "1,50", new BigDecimal("1.50")),
                Arguments.of("bedrag", 12, new BigDecimal("12")),
                Arguments.of("dag", "2028-02-29", LocalDate.of(2028, 2, 29)),
                Arguments.of("ontbreekt", List.of("B", "A", "B"), List.of("B", "A")),
                Arguments.of("ontbreekt", List.of(), null),
                Arguments.of("gelezen", true, true),
                Arguments.of("gelezen", null, false));
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_right_value_gets_its_type(String key, Object value, Object typed) {
        Map<String, Object> raw = new HashMap<>(Map.of("oordeel", "JA"));
        raw.put(key, value);

        assertThat(form.typed(raw).get(key)).isEqualTo(typed);
    }

    @Test
    void a_hidden_field_is_neither_asked_nor_taken() {
        assertThat(form.typed(Map.of("oordeel", "JA", "reden", "x"))).doesNotContainKey("reden");
        assertThatThrownBy(() -> form.typed(Map.of("oordeel", "NEE"))).isInstanceOf(Refused.class);
        assertThat(form.typed(Map.of("oordeel", "NEE", "reden", "Te weinig middelen"))).containsEntry("reden", "Te weinig middelen");
    }

    @Test
    void what_the_form_does_not_know_is_dropped() {
        assertThat(form.typed(Map.of("oordeel", "JA", "akkoord", "JA"))).doesNotContainKey("akkoord");
    }

    @Test
    void all_wrong_fields_are_told_at_once() {
        Refused refused = catchThrowableOfType(Refused.class, () -> form.typed(Map.of("bedrag", "x", "dag", "y")));

        assertThat(refused.fields()).extracting(Refused.Field::name).containsExactly("oordeel", "bedrag", "dag");
    }

    @Test
    void the_form_names_its_own_action_and_its_keys() {
        assertThat(form.action()).isEqualTo("Bewaar het oordeel");
        assertThat(form.keys()).containsExactly("oordeel", "reden", "nummer", "bedrag", "dag", "ontbreekt", "gelezen", "bron");
        assertThat(form.readonlyKeys()).containsExactly("bron");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "'=volledig = true',            true,  true",
        "'=volledig = true',            false, false",
        "'=volledig = false',           ,      true",
        "'= volledig != \"JA\"',        NEE,   true",
        "'=volledig = \"JA\" or volledig = \"NEE\"', NEE, true",
        "'=volledig != \"JA\" and volledig != \"NEE\"', NEE, false"})
    void a_condition_hides(String feel, String value, boolean hidden) {
        Map<String, Object> raw = new HashMap<>();
        raw.put("volledig", value);

        assertThat(FormSchema.HideWhen.parse(feel).holds(raw)).isEqualTo(hidden);
    }

    @Test
    void a_form_that_asks_for_more_than_is_supported_fails_when_it_is_read() {
        for (String component : List.of("{\"type\":\"html\"}", "{\"type\":\"radio\",\"key\":\"a\"}",
                "{\"type\":\"textfield\",\"key\":\"a\",\"conditional\":{\"hide\":\"=count(x) > 1\"}}")) {
            var json = new ByteArrayInputStream(("{\"components\":[" + component + "]}").getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> FormSchema.read(json)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
