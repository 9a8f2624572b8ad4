package be.dossierwerk.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of a diagram besides its drawing. */
class DiagramOutlineTest {

    private static final String DIAGRAM = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
              <bpmn:process id="erkenning" name="Erkenning">
                <bpmn:startEvent id="Start" name="Aanvraag ontvangen"/>
                <bpmn:callActivity id="Call" name="Volledigheid nagaan" calledElement="volledigheid"/>
                <bpmn:subProcess id="Sub" name="Kader"><bpmn:userTask id="Taak" name="Nota &amp; advies"/></bpmn:subProcess>
                <bpmn:sequenceFlow id="f"/>
              </bpmn:process>
            </bpmn:definitions>""";

    @Test
    void names_and_calls_are_read_and_frames_are_no_places() {
        DiagramOutline outline = DiagramOutline.of("erkenning", DIAGRAM);

        assertThat(outline.name()).isEqualTo("Erkenning");
        assertThat(outline.names()).containsOnly(Map.entry("Start", "Aanvraag ontvangen"), Map.entry("Call", "Volledigheid nagaan"),
                Map.entry("Taak", "Nota & advies"));
        assertThat(outline.calls()).containsOnly(Map.entry("Call", "volledigheid"));
    }

    @Test
    void a_diagram_without_a_name_goes_by_its_id() {
        assertThat(DiagramOutline.of("x", DIAGRAM.replace("name=\"Erkenning\"", "")).name()).isEqualTo("x");
    }

    @Test
    void the_main_diagram_comes_first_and_its_blocks_in_the_order_of_the_calls() {
        Map<String, DiagramOutline> outlines = new LinkedHashMap<>();
        outlines.put("horen", calls());
        outlines.put("volledigheid", calls());
        outlines.put("erkenning", calls("ontvangst", "volledigheid", "horen"));
        outlines.put("intrekking", calls("horen"));

        assertThat(DiagramOutline.inOrder(outlines)).containsExactly("erkenning", "volledigheid", "horen", "intrekking");
    }

    @Test
    void diagrams_that_call_each_other_are_all_shown() {
        Map<String, DiagramOutline> outlines = new LinkedHashMap<>();
        outlines.put("a", calls("b"));
        outlines.put("b", calls("a"));

        assertThat(DiagramOutline.inOrder(outlines)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void a_diagram_may_not_reach_outside() {
        String reaching = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + DIAGRAM;

        assertThatThrownBy(() -> DiagramOutline.of("erkenning", reaching)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DiagramOutline calls(String... blocks) {
        Map<String, String> calls = new LinkedHashMap<>();
        for (String block : blocks) {
            calls.put("Call_" + block, block);
        }
        return new DiagramOutline("", Map.of(), calls);
    }
}
