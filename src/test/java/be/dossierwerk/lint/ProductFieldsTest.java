package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class ProductFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "forms/klacht/antwoord-nazien.form";

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("the field is gone", (Consumer<ArrayNode>) fields -> fields.remove(0), "field-needed"),
                Arguments.of("another kind", (Consumer<ArrayNode>) fields -> field(fields).put("type", "textarea").remove("values"), "field-other-kind"),
                Arguments.of("no longer required", (Consumer<ArrayNode>) fields -> field(fields).remove("validate"), "field-no-longer-required"),
                Arguments.of("an unknown answer", (Consumer<ArrayNode>) fields -> field(fields).withArray("values").addObject().put("value", "MISSCHIEN").put("label", "Misschien"),
                        "field-unknown-answer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void what_the_step_of_the_product_reads_stays(String what, Consumer<ArrayNode> edit, String rule) throws IOException {
        assertThat(findings(edit)).extracting(DiagramFinding::rule).containsExactly(rule);
    }

    @Test
    void words_order_and_other_questions_may_change() throws IOException {
        assertThat(findings(fields -> { })).isEmpty();
        assertThat(findings(fields -> {
            field(fields).put("label", "Anders gevraagd");
            fields.insertObject(0).put("type", "textfield").put("key", "gebeldMet").put("label", "Gebeld met");
        })).isEmpty();
    }

    private static List<DiagramFinding> findings(Consumer<ArrayNode> edit) throws IOException {
        ObjectNode form = (ObjectNode) JSON.readTree(new ClassPathResource(PATH).getInputStream());
        edit.accept(form.withArray("/components/1/components"));
        List<DiagramFinding> found = new ArrayList<>();
        new ProductFields().check(DiagramSet.of(Map.of(PATH, JSON.writeValueAsBytes(form))), Vocabulary.ofProduct(), Set.of(PATH), found::add);
        return found;
    }

    /** "Gaat u akkoord?": a choice that is required. */
    private static ObjectNode field(ArrayNode fields) {
        return (ObjectNode) fields.get(0);
    }
}
