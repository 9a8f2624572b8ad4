package be.dossierwerk.lint;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No path lets one role prepare and decide, on the product's own diagrams as a manager changes them (ideas.md 21). */
class SeparationOfDutiesTest {

    private static final String BESLUIT = "bpmn/bouwstenen/besluit.bpmn";
    private static final String ERKENNING = "bpmn/erkenning/erkenning.bpmn";
    private static final String NAZICHT = "camunda:formKey=\"bouwstenen/juridisch-nazicht\" camunda:candidateGroups=\"";

    private final DiagramSet product = ProductDiagrams.onClassPath();

    @Test
    void the_legal_check_cannot_move_to_those_who_draft_and_the_head_drafts_nothing() {
        List<DiagramFinding> first = blocking(Map.of(BESLUIT, NAZICHT + "dc-jurist"), NAZICHT + "dc-dossierbehandelaar");

        assertThat(first).hasSize(2).extracting(DiagramFinding::rule).containsOnlyOnce("same-role-prepares-often", "only-for");
        assertThat(first).allMatch(finding -> finding.file().equals(BESLUIT) && finding.element().equals("UserTask_JuridischNazicht"));
        assertThat(sentences(first)).anyMatch(sentence -> sentence.startsWith("Dezelfde rol (Dossierbehandelaar) kan op één weg ‘Beslissing opstellen’ en ‘Beslissing juridisch nazien’ doen.")
                && sentence.contains("De weg, in Besluit: Beslissing opstellen → Beslissing juridisch nazien.") && sentence.contains("28 zulke taken"));

        assertThat(blocking(Map.of(BESLUIT, NAZICHT + "dc-jurist"), NAZICHT + "dc-afdelingshoofd")).extracting(DiagramFinding::rule).containsExactly("only-for");
    }

    @Test
    void who_prepares_in_a_procedure_is_held_against_who_decides_in_the_building_block_it_calls() {
        String nota = "camunda:formKey=\"erkenning/nota-opstellen\" camunda:candidateGroups=\"";
        List<DiagramFinding> findings = blocking(Map.of(ERKENNING, nota + "dc-dossierbehandelaar"), nota + "dc-jurist");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(ERKENNING);
            assertThat(finding.element()).isEqualTo("UserTask_NotaOpstellen");
            assertThat(sentences(List.of(finding)).get(0)).contains("‘Nota opstellen’ en ‘Beslissing juridisch nazien’").contains("Advies van commissie vragen");
        });
    }

    /** Two calls deep, on both sides: who prepares stands in a block of a block, and so does who decides. */
    @Test
    void blocks_of_blocks_are_looked_into_on_both_sides() {
        DiagramSet set = DiagramSet.of(Map.of("bpmn/groot/groot.bpmn", bytes("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="groot" name="Groot">
                <bpmn:callActivity id="CallActivity_Eerst" name="Eerst" calledElement="eerst" /><bpmn:callActivity id="CallActivity_Dan" name="Dan" calledElement="dan" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="CallActivity_Eerst" targetRef="CallActivity_Dan" /></bpmn:process></bpmn:definitions>"""),
                "bpmn/groot/eerst.bpmn", calling("eerst", "voorbereiding"), "bpmn/groot/dan.bpmn", calling("dan", "beslissing"),
                "bpmn/groot/voorbereiding.bpmn", task("voorbereiding", "VOORBEREIDEN"), "bpmn/groot/beslissing.bpmn", task("beslissing", "BESLISSEN")));

        for (String asked : set.paths()) {
            List<DiagramFinding> found = new java.util.ArrayList<>();
            new DiagramRules().check(set, be.dossierwerk.engine.Vocabulary.ofProduct(), Set.of(asked), found::add);
            assertThat(found.stream().filter(finding -> finding.rule().startsWith("same-role"))).as(asked)
                    .hasSize(asked.endsWith("/eerst.bpmn") || asked.endsWith("/dan.bpmn") ? 0 : 1).allMatch(DiagramFinding::blocks);
        }
    }

    private static byte[] calling(String process, String called) {
        return bytes("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="%s" name="%1$s">
                <bpmn:callActivity id="CallActivity_Verder" name="Verder" calledElement="%s" /></bpmn:process></bpmn:definitions>""".formatted(process, called));
    }

    private static byte[] task(String process, String role) {
        return bytes("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><bpmn:process id="%s" name="%1$s">
                <bpmn:userTask id="UserTask_Doen" name="Doen" camunda:candidateGroups="dc-jurist" camunda:formKey="x/y"><bpmn:extensionElements><camunda:properties>
                <camunda:property name="taakrol" value="%s" /></camunda:properties></bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>""".formatted(process, role));
    }

    @Test
    void a_building_block_is_held_against_the_group_that_handles_the_procedure() {
        String signing = "camunda:formKey=\"bouwstenen/ondertekenen\" camunda:candidateGroups=\"";

        assertThat(sentences(blocking(Map.of(BESLUIT, signing + "minister-tekenbevoegde"), signing + "cel-ag")))
                .anyMatch(sentence -> sentence.contains("Cel administratieve geldboetes") && sentence.contains("in Administratieve geldboete: ") && sentence.contains("4 zulke taken"));
    }

    @Test
    void another_tag_does_not_hide_what_a_form_does() {
        String text = product.text(BESLUIT).orElseThrow().replace(NAZICHT + "dc-jurist", NAZICHT + "dc-dossierbehandelaar")
                .replace("value=\"VOORBEREIDEN\"", "value=\"UITVOEREN\"").replace("value=\"NAZIEN\"", "value=\"UITVOEREN\"");

        assertThat(blocking(Map.of(BESLUIT, text))).extracting(DiagramFinding::rule).contains("same-role-prepares-often", "task-role-of-form");
    }

    @Test
    void a_decision_before_the_preparation_is_no_fault_and_blocks_that_call_each_other_are_followed_once() {
        String text = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><bpmn:process id="%s" name="Een">
                <bpmn:userTask id="UserTask_Kiezen" name="Kiezen" camunda:candidateGroups="dc-jurist" camunda:formKey="x/kiezen"><bpmn:extensionElements><camunda:properties>
                <camunda:property name="taakrol" value="%s" /></camunda:properties></bpmn:extensionElements></bpmn:userTask>
                <bpmn:callActivity id="CallActivity_Ander" name="Ander" calledElement="%s" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="UserTask_Kiezen" targetRef="CallActivity_Ander" /></bpmn:process></bpmn:definitions>""";
        DiagramSet apart = DiagramSet.of(Map.of("bpmn/een/een.bpmn", bytes(text.formatted("een", "BESLISSEN", "twee")), "bpmn/twee/twee.bpmn", bytes(text.formatted("twee", "VOORBEREIDEN", "drie"))));
        DiagramSet round = apart.with(Map.of("bpmn/twee/twee.bpmn", bytes(text.formatted("twee", "VOORBEREIDEN", "een"))));

        assertThat(separation(apart)).isEmpty();
        assertThat(separation(round)).singleElement().matches(finding -> finding.element().equals("UserTask_Kiezen") && finding.file().equals("bpmn/een/een.bpmn"));
    }

    private static List<DiagramFinding> separation(DiagramSet set) {
        List<DiagramFinding> found = new java.util.ArrayList<>();
        new DiagramRules().check(set, be.dossierwerk.engine.Vocabulary.ofProduct(), set.paths(), found::add);
        return found.stream().filter(finding -> finding.rule().startsWith("same-role")).toList();
    }

    private List<DiagramFinding> blocking(Map<String, String> fileAndPart, String instead) {
        var entry = fileAndPart.entrySet().iterator().next();
        String text = product.text(entry.getKey()).orElseThrow();
        assertThat(text).contains(entry.getValue() + "\"");
        return blocking(Map.of(entry.getKey(), text.replace(entry.getValue() + "\"", instead + "\"")));
    }

    private List<DiagramFinding> blocking(Map<String, String> files) {
        Map<String, byte[]> contents = new java.util.HashMap<>();
        files.forEach((path, text) -> contents.put(path, bytes(text)));
        DiagramSet proposed = product.with(contents);
        return DiagramCheck.findings(proposed, Set.copyOf(product.differences(proposed))).stream().filter(DiagramFinding::blocks).toList();
    }

    private static List<String> sentences(List<DiagramFinding> findings) {
        return findings.stream().map(finding -> FindingWords.of(finding, Locale.forLanguageTag("nl"))).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
