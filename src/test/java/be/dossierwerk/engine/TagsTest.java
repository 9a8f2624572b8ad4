package be.dossierwerk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names are read from a text as they are written by hand and by drawing tools, also when the text is not whole. */
class TagsTest {

    @Test
    void names_are_read_whatever_prefix_quote_order_or_line_they_have() {
        assertThat(Tags.of("""
                <?xml version="1.0"?><bpmn:definitions id="D"><bpmn:process isExecutable="true"
                    name='Eén &amp; twee > drie &quot;hier&quot;' id = "een"><userTask camunda:formKey="a/b" id="T"/></bpmn:process>
                <ns2:process id="twee"/><processen id="geen"/></bpmn:definitions>""", Set.of("process", "userTask")))
                .containsExactly(new Tags.Tag("process", Map.of("isExecutable", "true", "name", "Eén & twee > drie \"hier\"", "id", "een")),
                        new Tags.Tag("userTask", Map.of("formKey", "a/b", "id", "T")), new Tags.Tag("process", Map.of("id", "twee")));
    }

    @Test
    void what_is_not_whole_gives_what_it_has() {
        assertThat(Tags.of("<process id=\"een\" name=\"onaf", Set.of("process"))).extracting(tag -> tag.get("id"), tag -> tag.get("name")).containsExactly(org.assertj.core.groups.Tuple.tuple("een", ""));
        assertThat(Tags.of("<process", Set.of("process"))).hasSize(1);
        assertThat(Tags.of("<process id=", Set.of("process")).get(0).get("id")).isEmpty();
        assertThat(Tags.of(new byte[] {'<', (byte) 0xff, 0}, "process")).isEmpty();
        assertThat(Tags.of("<", Set.of("process"))).isEmpty();
    }

    @Test
    void what_is_said_about_elements_is_none() {
        assertThat(Tags.of("<a><!-- <process id=\"een\"/> --><![CDATA[<process id=\"twee\"/>]]><process id=\"drie\"/><!-- <process id=\"vier\"/>", Set.of("process")))
                .extracting(tag -> tag.get("id")).containsExactly("drie");
    }

    @Test
    void the_first_name_is_that_of_the_file() {
        assertThat(Tags.firstName("<decision id=\"a\"/><decision name=\"Voorstel\"/><decision name=\"Ander\"/>", "decision")).contains("Voorstel");
        assertThat(Tags.firstName("<decision id=\"a\" name=\"\"/>", "decision")).isEmpty();
    }

    /** Every product file's own words, as they were read before by looking for one way of writing only. */
    @Test
    void every_diagram_of_the_product_names_its_process() {
        ProductDiagrams.onClassPath().files().forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                assertThat(Tags.of(content, "process")).as(path).singleElement().satisfies(process -> {
                    assertThat(path).endsWith("/" + process.get("id") + ".bpmn");
                    assertThat(new String(content, StandardCharsets.UTF_8)).contains(process.get("name"));
                });
            }
        });
    }
}
