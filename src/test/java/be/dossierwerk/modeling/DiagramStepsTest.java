package be.dossierwerk.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.dossierwerk.modeling.DiagramSteps.Kind;
import be.dossierwerk.modeling.DiagramSteps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list twin tells the steps in the order of the work and leaves none out. */
class DiagramStepsTest {

    static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_step_of_every_diagram_is_told_once(Path file) throws IOException {
        String xml = Files.readString(file);
        DiagramSteps steps = DiagramSteps.of(xml);

        List<String> told = steps.steps().stream().map(Step::id).toList();
        List<String> drawn = java.util.regex.Pattern.compile("<bpmn:(?:userTask|serviceTask|callActivity|subProcess|startEvent|endEvent|boundaryEvent|intermediateCatchEvent|\\w+Gateway) id=\"([^\"]+)\"")
                .matcher(xml).results().map(found -> found.group(1)).toList();
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(steps.steps()).noneMatch(step -> step.kind() == Kind.OTHER);
        steps.steps().stream().filter(step -> step.kind() == Kind.USER_TASK).forEach(step -> assertThat(step.groups()).as(step.id()).isNotEmpty());
    }

    @Test
    void what_comes_together_is_told_after_all_that_leads_to_it() throws IOException {
        DiagramSteps steps = DiagramSteps.of(Files.readString(Path.of("bpmn/erkenning/erkenning.bpmn")));

        List<String> order = steps.steps().stream().map(Step::id).toList();
        assertThat(order).containsSubsequence("StartEvent_AanvraagOntvangen", "CallActivity_Ontvangst", "CallActivity_Volledigheid", "Gateway_Volledig",
                "ServiceTask_KlokStarten", "UserTask_BronnenNagaan", "UserTask_WaarborgNagaan", "Gateway_OnderzoekAfronden", "UserTask_NotaOpstellen");
        assertThat(order.indexOf("Gateway_OnderzoekAfronden")).isGreaterThan(order.indexOf("UserTask_OndernemingsplanBeoordelen"));
        Step volledig = steps.step("Gateway_Volledig").orElseThrow();
        assertThat(volledig.ways()).extracting(DiagramSteps.Way::name).containsExactly("Ja", "Nee");
        assertThat(volledig.ways()).extracting(DiagramSteps.Way::otherwise).containsExactly(false, true);
        assertThat(volledig.ways().get(0).condition()).contains(new FlowCondition("volledig", true, null));
        assertThat(steps.step("CallActivity_Ontvangst").orElseThrow().calls()).isEqualTo("ontvangst");
    }

    @Test
    void a_file_that_is_no_diagram_is_refused() {
        assertThatThrownBy(() -> DiagramSteps.of("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiagramSteps.of("<x/>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_decision_table_is_read_as_rules() throws IOException {
        DecisionRules rules = DecisionRules.of(Files.readString(Path.of("bpmn/erkenning/erkenning-voorstel.dmn")));

        assertThat(rules.inputs()).startsWith("Aantal niet in orde");
        assertThat(rules.outputs()).containsExactly("Voorstel");
        assertThat(rules.rules()).hasSize(5).first().satisfies(rule -> {
            assertThat(rule.inputs()).containsExactly("> 0", "", "", "");
            assertThat(rule.outputs()).containsExactly("\"WEIGEREN\"");
            assertThat(rule.note()).isEqualTo("Pas na het horen van de aanvrager");
        });
    }
}
