package be.dossierwerk.lint;

import static be.dossierwerk.engine.DiagramFinding.Severity.BLOCKS;
import static be.dossierwerk.engine.DiagramFinding.Severity.WARNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramFinding.Severity;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of diagrams finds its fault in a small procedure in which nothing else is wrong, at the right place, and says so in a sentence. */
class DiagramRulesTest {

    private static final String FILE = "bpmn/proef/proef.bpmn";
    private static final String GOOD = read();
    private static final String JA = "<bpmn:sequenceFlow id=\"Flow_AkkoordJa\" name=\"Ja\"";

    /** Rule, element, severity, and what is changed in the good procedure: by turns a pattern and what comes in its place. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("start-required", "proef", BLOCKS, element("startEvent", "StartEvent_Gevraagd"), ""),
                fault("end-required", "SubProcess_Ingetrokken", BLOCKS, element("endEvent", "EndEvent_Gestopt"), ""),
                fault("one-blank-start", "StartEvent_Tweede", BLOCKS, "(?=<bpmn:exclusiveGateway id=\"Gateway_Opnieuw\")",
                        "<bpmn:startEvent id=\"StartEvent_Tweede\" name=\"Tweede\" />", "(?=" + JA + ")", flow("StartEvent_Tweede", "Gateway_Opnieuw")),
                fault("event-frame-typed-start", "StartEvent_Ingetrokken", BLOCKS, "<bpmn:messageEventDefinition id=\"StartEvent_Ingetrokken_Bericht\"[^>]*/>", ""),
                fault("frame-blank-start", "StartEvent_Ingetrokken", BLOCKS, " triggeredByEvent=\"true\"", ""),
                fault("superfluous-termination", "EndEvent_Gestopt", WARNS, "(<bpmn:endEvent id=\"EndEvent_Gestopt\" name=\"Gestopt\">)", "$1<bpmn:terminateEventDefinition id=\"T\" />"),
                fault("label-required", "UserTask_Nazien", BLOCKS, "name=\"Voorstel nazien\" ", ""),
                fault("label-required", "Gateway_Akkoord", BLOCKS, " name=\"Akkoord\\?\"", ""),
                fault("answer-required", "Flow_AkkoordNee", BLOCKS, " name=\"Nee\"", ""),
                fault("no-inclusive-gateway", "Gateway_Akkoord", BLOCKS, "exclusiveGateway id=\"Gateway_Akkoord\"(.*?)exclusiveGateway", "inclusiveGateway id=\"Gateway_Akkoord\"$1inclusiveGateway"),
                fault("no-complex-gateway", "Gateway_Akkoord", BLOCKS, "exclusiveGateway id=\"Gateway_Akkoord\"(.*?)exclusiveGateway", "complexGateway id=\"Gateway_Akkoord\"$1complexGateway"),
                fault("no-link", "EndEvent_Klaar", BLOCKS, "<bpmn:terminateEventDefinition id=\"TerminateEventDefinition_Klaar\" />", "<bpmn:linkEventDefinition id=\"L\" />"),
                fault("one-event-definition", "Timer_TermijnVoorbij", BLOCKS, "(?=<bpmn:timerEventDefinition id=\"Timer_TermijnVoorbij_Termijn\">)", "<bpmn:messageEventDefinition id=\"M\" />"),
                fault("no-implicit-split", "UserTask_Nazien", BLOCKS, "(?=" + JA + ")", flow("UserTask_Nazien", "Gateway_Opnieuw")),
                fault("fake-join", "UserTask_Opstellen", WARNS, "targetRef=\"Gateway_Opnieuw\"", "targetRef=\"UserTask_Opstellen\""),
                fault("no-join-and-fork", "Gateway_Akkoord", BLOCKS, "(?=" + JA + ")", flow("CallActivity_Horen", "Gateway_Akkoord")),
                fault("superfluous-gateway", "Gateway_Opnieuw", WARNS, "<bpmn:sequenceFlow id=\"Flow_AkkoordNee\"[^>]*/>", ""),
                fault("condition-required", "Flow_AkkoordJa", BLOCKS, "<bpmn:conditionExpression.*?</bpmn:conditionExpression>", ""),
                fault("default-without-condition", "Flow_AkkoordJa", BLOCKS, "default=\"Flow_AkkoordNee\"", "default=\"Flow_AkkoordJa\""),
                fault("default-required", "Gateway_Akkoord", BLOCKS, " default=\"Flow_AkkoordNee\"", ""),
                fault("default-advised", "Gateway_Akkoord", WARNS, " default=\"Flow_AkkoordNee\"", "", "\\$\\{akkoord}", "\\${uitkomst == 'ERKEND'}",
                        "(<bpmn:sequenceFlow id=\"Flow_AkkoordNee\"[^>]*) />", "$1><bpmn:conditionExpression>\\${uitkomst == 'GEWEIGERD'}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                fault("condition-in-vain", "Flow_GevraagdNaarOpnieuw", BLOCKS, "(<bpmn:sequenceFlow id=\"Flow_GevraagdNaarOpnieuw\"[^>]*) />",
                        "$1><bpmn:conditionExpression>\\${akkoord}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                fault("event-gateway-waits", "Flow_AkkoordJa", BLOCKS, "exclusiveGateway id=\"Gateway_Akkoord\"(.*?)exclusiveGateway", "eventBasedGateway id=\"Gateway_Akkoord\"$1eventBasedGateway"),
                fault("event-gateway-two", "Gateway_Opnieuw", BLOCKS, "exclusiveGateway id=\"Gateway_Opnieuw\"(.*?)exclusiveGateway", "eventBasedGateway id=\"Gateway_Opnieuw\"$1eventBasedGateway"),
                fault("disconnected", "ServiceTask_Los", BLOCKS, "(?=<bpmn:endEvent id=\"EndEvent_Klaar\")", "<bpmn:serviceTask id=\"ServiceTask_Los\" name=\"Los\" />"),
                fault("no-way-in", "UserTask_Nazien", BLOCKS, "<bpmn:sequenceFlow id=\"Flow_SamenNaarNazien\"[^>]*/>", ""),
                fault("no-way-out", "UserTask_Nazien", BLOCKS, "<bpmn:sequenceFlow id=\"Flow_NazienNaarAkkoord\"[^>]*/>", ""),
                fault("way-into-beginning", "StartEvent_Gevraagd", BLOCKS, "name=\"Nee\" sourceRef=\"Gateway_Akkoord\" targetRef=\"Gateway_Opnieuw\"", "name=\"Nee\" sourceRef=\"Gateway_Akkoord\" targetRef=\"StartEvent_Gevraagd\""),
                fault("way-out-of-end", "EndEvent_Klaar", BLOCKS, "(?=" + JA + ")", flow("EndEvent_Klaar", "Gateway_Opnieuw")),
                fault("hangs-on-nothing", "Timer_TermijnVoorbij", BLOCKS, "attachedToRef=\"UserTask_Opstellen\"", "attachedToRef=\"UserTask_Weg\""),
                fault("line-through-frame", "Flow_IngetrokkenNaarStoppen", BLOCKS, "targetRef=\"ServiceTask_Stoppen\"", "targetRef=\"EndEvent_Klaar\""),
                fault("duplicate-line", "Flow_Extra", BLOCKS, "(?=" + JA + ")", flow("UserTask_Nazien", "Gateway_Akkoord")),
                fault("unreachable", "Gateway_Akkoord", BLOCKS, "<bpmn:sequenceFlow id=\"Flow_SamenNaarNazien\"[^>]*/>", ""),
                fault("no-end-ahead", "StartEvent_Ingetrokken", BLOCKS, "targetRef=\"EndEvent_Gestopt\"", "targetRef=\"ServiceTask_Stoppen\""),
                fault("join-never-complete", "Gateway_Samen", BLOCKS, "parallelGateway id=\"Gateway_Splitsing\"(.*?)parallelGateway", "exclusiveGateway id=\"Gateway_Splitsing\"$1exclusiveGateway"),
                fault("no-drawing", "", BLOCKS, "<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", ""),
                fault("not-drawn", "UserTask_Nazien", BLOCKS, "bpmnElement=\"UserTask_Nazien\"", "bpmnElement=\"UserTask_Weg\""),
                fault("line-not-drawn", "Flow_AkkoordJa", BLOCKS, "bpmnElement=\"Flow_AkkoordJa\"", "bpmnElement=\"Flow_Weg\""),
                fault("overlap", "UserTask_Nazien", WARNS, "(bpmnElement=\"UserTask_Nazien\">\\s*<dc:Bounds) x=\"[^\"]*\" y=\"[^\"]*\"", "$1 x=\"430\" y=\"190\""),
                fault("out-of-frame", "ServiceTask_Stoppen", WARNS, "(bpmnElement=\"ServiceTask_Stoppen\">\\s*<dc:Bounds) x=\"[^\"]*\" y=\"[^\"]*\"", "$1 x=\"430\" y=\"1190\""),
                fault("left-to-right", "Flow_SamenNaarNazien", WARNS, "(bpmnElement=\"UserTask_Nazien\">\\s*<dc:Bounds) x=\"[^\"]*\" y=\"[^\"]*\"", "$1 x=\"10\" y=\"1190\""),
                fault("process-is-file", "", BLOCKS, "process id=\"proef\"", "process id=\"andere\""),
                fault("span-in-name", "Timer_TermijnVoorbij", WARNS, "name=\"Termijn voorbij\"", "name=\"Na 30 dagen\""),
                fault("span-in-name", "UserTask_Nazien", WARNS, "name=\"Voorstel nazien\"", "name=\"Nazien voor 31 december\""),
                fault("span-in-name", "Flow_AkkoordJa", WARNS, "name=\"Ja\"", "name=\"Binnen 2 weken\""),
                fault("asynchronous-why", "ServiceTask_Melden", WARNS, "<bpmn:documentation>De post kan wachten.</bpmn:documentation>", ""),
                fault("say-what-to-do", "UserTask_Nazien", WARNS, "<bpmn:documentation>Kijk het voorstel na.</bpmn:documentation>", ""),
                fault("exit-when-term-ends", "UserTask_Opstellen", WARNS, element("boundaryEvent", "Timer_TermijnVoorbij"), ""),
                fault("exit-when-term-ends", "UserTask_Opstellen", WARNS, "(name=\"Termijn voorbij\")", "$1 cancelActivity=\"false\""),
                fault("task-role-required", "UserTask_Onderzoek", WARNS, "(?=<bpmn:endEvent id=\"EndEvent_Klaar\")", "<bpmn:userTask id=\"UserTask_Onderzoek\" name=\"Onderzoek\" camunda:formKey=\"erkenning/nota-opstellen\" />"),
                fault("task-role-decides", "UserTask_Nazien", BLOCKS, "name=\"taakrol\" value=\"NAZIEN\"", "name=\"kleur\" value=\"NAZIEN\""),
                fault("task-role-of-form", "UserTask_Nazien", BLOCKS, "value=\"NAZIEN\"", "value=\"UITVOEREN\""),
                fault("only-for", "UserTask_Nazien", BLOCKS, "camunda:candidateGroups=\"dc-jurist\"", "camunda:candidateGroups=\"dc-jurist,dc-teamlead\""),
                fault("looks-on", "UserTask_Opstellen", BLOCKS, "camunda:candidateGroups=\"dc-dossierbehandelaar\"", "camunda:candidateGroups=\"dc-dossierbehandelaar,dw-auditor\""),
                fault("one-fact", "Gateway_Akkoord", WARNS, "(<bpmn:sequenceFlow id=\"Flow_AkkoordNee\"[^>]*) />", "$1><bpmn:conditionExpression>\\${volledig}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                fault("id-pattern", "Activity_0x1abc", WARNS, "UserTask_Nazien", "Activity_0x1abc"),
                fault("value-never-seen", "Flow_AkkoordJa", WARNS, "\\$\\{akkoord}", "\\${uitkomst == 'NOOITGEZIEN'}"),
                fault("same-role-prepares-often", "UserTask_Nazien", BLOCKS, "camunda:candidateGroups=\"dc-jurist\"", "camunda:candidateGroups=\"dc-jurist,dc-dossierbehandelaar\""));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("faults")
    void a_fault_is_found_where_it_is_and_said_in_a_sentence(String rule, String element, Severity severity, List<String> changes) {
        String faulty = GOOD;
        for (int i = 0; i < changes.size(); i += 2) {
            String before = faulty;
            faulty = java.util.regex.Pattern.compile(changes.get(i), java.util.regex.Pattern.DOTALL).matcher(faulty).replaceAll(changes.get(i + 1));
            assertThat(faulty).as("changed by " + changes.get(i)).isNotEqualTo(before);
        }

        assertThat(findings(faulty)).filteredOn(finding -> finding.rule().equals(rule) && finding.element().equals(element)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(FindingWords.of(finding, Locale.forLanguageTag("nl"))).endsWith(".").doesNotContain("{");
            assertThat(FindingWords.of(finding, Locale.ENGLISH)).endsWith(".").doesNotContain("{");
        });
    }

    @Test
    void nothing_is_found_in_the_good_procedure() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @Test
    void a_task_that_law_gives_to_one_role_is_said_to_be_given_to_another() {
        assertThat(findings(GOOD.replace("candidateGroups=\"dc-jurist\"", "candidateGroups=\"dc-jurist,dc-teamlead,vsi-inspecteur\""))).singleElement().satisfies(finding ->
                assertThat(FindingWords.of(finding, Locale.forLanguageTag("nl"))).startsWith("‘Voorstel nazien’ kan alleen door Jurist worden gedaan, maar het diagram geeft ze aan Inspecteur VSI of Teamleider."));
    }

    @Test
    void a_flag_with_both_its_answers_needs_no_default() {
        String both = GOOD.replace(" default=\"Flow_AkkoordNee\"", "").replaceAll("(<bpmn:sequenceFlow id=\"Flow_AkkoordNee\"[^>]*) />",
                "$1><bpmn:conditionExpression>\\${!akkoord}</bpmn:conditionExpression></bpmn:sequenceFlow>");

        assertThat(findings(both)).isEmpty();
    }

    @Test
    void a_timer_around_the_call_or_in_a_frame_of_the_process_is_an_exit_too() {
        String withoutTimer = GOOD.replaceAll("(?s)" + element("boundaryEvent", "Timer_TermijnVoorbij"), "").replaceAll("(?s)" + element("boundaryEvent", "Timer_NazichtVoorbij"), "");
        String byTerm = withoutTimer.replaceAll("<bpmn:messageEventDefinition id=\"StartEvent_Ingetrokken_Bericht\"[^>]*/>",
                "<bpmn:timerEventDefinition><bpmn:timeDate>\\${deadlines.endOf('T-REC-02', execution.processBusinessKey)}</bpmn:timeDate></bpmn:timerEventDefinition>");

        assertThat(findings(withoutTimer)).filteredOn(finding -> finding.rule().equals("exit-when-term-ends")).hasSize(2);
        assertThat(findings(byTerm)).noneMatch(finding -> finding.rule().equals("exit-when-term-ends"));
        assertThat(found(Map.of(FILE, withoutTimer, "bpmn/groot/groot.bpmn", calling("proef", true)), FILE)).noneMatch(finding -> finding.rule().equals("exit-when-term-ends"));
        assertThat(found(Map.of(FILE, withoutTimer, "bpmn/groot/groot.bpmn", calling("proef", false)), FILE)).anyMatch(finding -> finding.rule().equals("exit-when-term-ends"));
    }

    @Test
    void a_proposed_id_is_made_of_the_name() {
        assertThat(TaskRules.pascal("Herinnering sturen")).isEqualTo("HerinneringSturen");
        assertThat(TaskRules.pascal("Aanvraag (2de keer) op\u00e9\u00e9n")).isEqualTo("Aanvraag2deKeerOpeen");
    }

    private static String calling(String process, boolean timer) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="groot" name="Groot">
                <bpmn:callActivity id="CallActivity_Klein" name="Klein" calledElement="%s" />%s</bpmn:process></bpmn:definitions>""".formatted(process, timer ? """
                <bpmn:boundaryEvent id="Timer_Voorbij" name="Voorbij" attachedToRef="CallActivity_Klein"><bpmn:timerEventDefinition /></bpmn:boundaryEvent>""" : "");
    }

    private static List<DiagramFinding> findings(String diagram) {
        return found(Map.of(FILE, diagram), FILE);
    }

    private static List<DiagramFinding> found(Map<String, String> files, String asked) {
        Map<String, byte[]> contents = new java.util.HashMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        DiagramSet set = ProductDiagrams.onClassPath().with(contents);
        List<DiagramFinding> found = new ArrayList<>();
        new DiagramRules().check(set, Vocabulary.ofProduct(), Set.of(asked), found::add);
        return found;
    }

    private static Arguments fault(String rule, String element, Severity severity, String... changes) {
        return arguments(rule, element, severity, List.of(changes));
    }

    private static String element(String type, String id) {
        return "<bpmn:" + type + " id=\"" + id + "\".*?</bpmn:" + type + ">";
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"Flow_Extra\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\" />";
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/test/resources/lint/proef.bpmn"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
