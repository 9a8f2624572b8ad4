package be.dossierwerk.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.dossierwerk.diagrams.process.PlainDelegate;
import be.dossierwerk.engine.internal.DiagramGate;
import be.dossierwerk.engine.internal.DiagramGate.DiagramsRefused;
import be.dossierwerk.engine.internal.DiagramGate.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Hostile and careless diagrams are refused by name; ours pass. */
class DiagramGateTest {

    private static final String FILE = "bpmn/proef/proef.bpmn";
    private static final String TABLE_FILE = "bpmn/proef/proef.dmn";
    private static final String SERVICE = "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:delegateExpression=\"${goodDelegate}\"";
    private static final String USER = "camunda:formKey=\"test/proef\" camunda:candidateGroups=\"dc-onthaal\"";
    private static final String CONDITION = ">${klaar}<";
    private static final String TIMER = "${deadlines.endOf('T-REC-04', execution.processBusinessKey)}";

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Proef" targetNamespace="https://dossierwerk.be/bpmn">
              <bpmn:process id="proef" name="Proef" isExecutable="true" camunda:historyTimeToLive="P2555D">
                <bpmn:documentation>Een proef.</bpmn:documentation>
                <bpmn:startEvent id="StartEvent_Begin"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:serviceTask id="ServiceTask_Doen" camunda:delegateExpression="${goodDelegate}" camunda:asyncBefore="true">
                  <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
                  <bpmn:incoming>Flow_1</bpmn:incoming>
                  <bpmn:outgoing>Flow_2</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:userTask id="UserTask_Kijken" name="Kijken" camunda:formKey="test/proef" camunda:candidateGroups="dc-onthaal" />
                <bpmn:boundaryEvent id="Timer_Voorbij" attachedToRef="UserTask_Kijken"><bpmn:timerEventDefinition id="Termijn">
                  <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadlines.endOf('T-REC-04', execution.processBusinessKey)}</bpmn:timeDate>
                </bpmn:timerEventDefinition></bpmn:boundaryEvent>
                <bpmn:callActivity id="CallActivity_Zelf" calledElement="proef" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:out source="klaar" target="klaar" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:exclusiveGateway id="Gateway_Klaar" default="Flow_4" />
                <bpmn:endEvent id="EndEvent_Klaar" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_Begin" targetRef="ServiceTask_Doen" />
                <bpmn:sequenceFlow id="Flow_2" sourceRef="ServiceTask_Doen" targetRef="UserTask_Kijken" />
                <bpmn:sequenceFlow id="Flow_Ja" sourceRef="Gateway_Klaar" targetRef="EndEvent_Klaar">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${klaar}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_4" sourceRef="Gateway_Klaar" targetRef="CallActivity_Zelf" />
              </bpmn:process>
              <bpmn:message id="Message_Proef" name="proef.bericht" />
            </bpmn:definitions>
            """;

    private static final String GOOD_TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="proef" name="Proef"
                namespace="http://dossierwerk.be/dmn">
              <decision id="proef-tabel" name="Proef" camunda:historyTimeToLive="P2555D">
                <decisionTable id="tabel" hitPolicy="FIRST">
                  <input id="Input_a"><inputExpression id="Expressie_a" typeRef="boolean"><text>a</text></inputExpression></input>
                  <output id="Output_b" name="b" typeRef="string" />
                  <rule id="Regel_1">
                    <inputEntry id="Regel_1_a"><text>true</text></inputEntry>
                    <outputEntry id="Regel_1_b"><text>"JA"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    /** A delegate by its type, but outside a package named process. */
    static class StrayDelegate implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) { }
    }

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final DiagramGate gate = new DiagramGate(beans);

    DiagramGateTest() {
        beans.addBean("goodDelegate", new PlainDelegate());
        beans.addBean("strayDelegate", new StrayDelegate());
        beans.addBean("dataSourceDelegate", "no delegate at all");
        beans.addBean("runtime", Runtime.getRuntime());
    }

    static Stream<Arguments> bad_diagrams() {
        return Stream.of(
                // What the engine would run.
                bad("a script task", "<bpmn:endEvent", "<bpmn:scriptTask id=\"ScriptTask_Kwaad\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent", "ScriptTask_Kwaad", "bpmn:scriptTask"),
                bad("an execution listener", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:executionListener class=\"x.Y\" event=\"start\" /><camunda:failed", "ServiceTask_Doen", "camunda:executionListener"),
                bad("a task listener", USER + " />", USER + "><bpmn:extensionElements><camunda:taskListener expression=\"${x.y()}\" event=\"create\" /></bpmn:extensionElements></bpmn:userTask>", "UserTask_Kijken", "camunda:taskListener"),
                bad("a connector", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:connector /><camunda:failed", "ServiceTask_Doen", "camunda:connector"),
                bad("an input script", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"js\">1</camunda:script></camunda:inputParameter></camunda:inputOutput><camunda:failed", "ServiceTask_Doen", "camunda:script"),
                bad("an injected field", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:field name=\"a\" stringValue=\"b\" /><camunda:failed", "ServiceTask_Doen", "camunda:field"),
                bad("form fields of the engine", USER + " />", USER + "><bpmn:extensionElements><camunda:formData /></bpmn:extensionElements></bpmn:userTask>", "UserTask_Kijken", "camunda:formData"),
                bad("an allowed extension in the wrong place", "<bpmn:documentation>Een proef.", "<bpmn:documentation><camunda:in source=\"a\" target=\"b\" />Een proef.", "proef", "camunda:in"),
                bad("a class", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:class=\"javax.swing.JFrame\"", "ServiceTask_Doen", "camunda:class"),
                bad("a class beside a delegate", SERVICE, SERVICE + " camunda:class=\"javax.swing.JFrame\"", "ServiceTask_Doen", "camunda:class"),
                bad("an expression", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:expression=\"${runtime.exec('touch x')}\"", "ServiceTask_Doen", "camunda:expression"),
                bad("an external task", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:type=\"external\" camunda:topic=\"x\"", "ServiceTask_Doen", "camunda:topic"),
                bad("a result variable", SERVICE, SERVICE + " camunda:resultVariable=\"x\"", "ServiceTask_Doen", "camunda:resultVariable"),
                bad("nothing to do", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\"", "ServiceTask_Doen", "has no delegate"),
                bad("an unknown bean", "${goodDelegate}", "${unknownDelegate}", "ServiceTask_Doen", "there is no delegate unknownDelegate"),
                bad("a bean of another kind", "${goodDelegate}", "${dataSourceDelegate}", "ServiceTask_Doen", "there is no delegate dataSourceDelegate"),
                bad("a delegate outside a process package", "${goodDelegate}", "${strayDelegate}", "ServiceTask_Doen", "there is no delegate strayDelegate"),
                bad("a bean that is no delegate by name", "${goodDelegate}", "${runtime}", "ServiceTask_Doen", "${runtime} is not allowed"),
                bad("a call on a delegate", "${goodDelegate}", "${goodDelegate.getClass()}", "ServiceTask_Doen", "is not allowed"),
                bad("a delegate by a hash", "${goodDelegate}", "#{goodDelegate}", "ServiceTask_Doen", "is not allowed"),
                bad("two expressions in one", "${goodDelegate}", "${goodDelegate}${goodDelegate}", "ServiceTask_Doen", "is not allowed"),
                // Expressions where a condition, a timer or a name stands.
                bad("a type reference", CONDITION, ">${T(java.lang.Runtime).getRuntime().exec('x')}<", "Flow_Ja", "T(java.lang.Runtime)"),
                bad("reflection on a text", CONDITION, ">${''.getClass().forName('java.lang.Runtime')}<", "Flow_Ja", "forName"),
                bad("the engine's services", CONDITION, ">${execution.getProcessEngineServices()}<", "Flow_Ja", "getProcessEngineServices"),
                bad("a bean as a condition", CONDITION, ">${deadlines}<", "Flow_Ja", "${deadlines} is not allowed"),
                bad("a delegate as a condition", CONDITION, ">${goodDelegate}<", "Flow_Ja", "${goodDelegate} is not allowed"),
                bad("the execution as a condition", CONDITION, ">${execution}<", "Flow_Ja", "${execution} is not allowed"),
                bad("a nested expression", CONDITION, ">${klaar == '${kwaad}'}<", "Flow_Ja", "is not allowed"),
                bad("two conditions", CONDITION, ">${klaar &amp;&amp; ja}<", "Flow_Ja", "is not allowed"),
                bad("a call hidden in a CDATA section", CONDITION, ">${klaar<![CDATA[.getClass()}]]><", "Flow_Ja", "getClass"),
                bad("a condition without an expression", CONDITION, ">klaar<", "Flow_Ja", "is not allowed"),
                bad("a condition in another language", "<bpmn:conditionExpression", "<bpmn:conditionExpression language=\"groovy\"", "Flow_Ja", "language"),
                bad("a condition from a resource", "<bpmn:conditionExpression", "<bpmn:conditionExpression camunda:resource=\"x.groovy\"", "Flow_Ja", "camunda:resource"),
                bad("another type of condition", "xsi:type=\"bpmn:tFormalExpression\">${klaar}", "xsi:type=\"bpmn:tScript\">${klaar}", "Flow_Ja", "bpmn:tScript"),
                bad("a timer by another bean", TIMER, "${runtime.exec('x')}", "Timer_Voorbij", "the timer ${runtime.exec('x')} is not allowed"),
                bad("a timer with more than a term", TIMER, "${deadlines.endOf('T-REC-04', execution.processBusinessKey).getClass()}", "Timer_Voorbij", "is not allowed"),
                bad("a fixed day", TIMER, "2027-01-01T00:00:00", "Timer_Voorbij", "is not allowed"),
                bad("a timer that never rests", "bpmn:timeDate", "bpmn:timeCycle", "Timer_Voorbij", "bpmn:timeCycle"),
                bad("an expression in a name", "name=\"Kijken\"", "name=\"${runtime.exec('x')}\"", "UserTask_Kijken", "an expression in name"),
                bad("an expression in a documentation", "Een proef.", "#{runtime.exec('x')}", "proef", "an expression in text"),
                bad("an expression in a message", "proef.bericht", "${runtime.exec('x')}", "Message_Proef", "an expression in name"),
                bad("an expression in a form key", "test/proef", "${runtime.exec('x')}", "UserTask_Kijken", "an expression in camunda:formKey"),
                bad("an expression in a group", "dc-onthaal", "${runtime.exec('x')}", "UserTask_Kijken", "an expression in camunda:candidateGroups"),
                bad("an expression in a called process", "calledElement=\"proef\"", "calledElement=\"${runtime.exec('x')}\"", "CallActivity_Zelf", "an expression in calledElement"),
                bad("an expression in a retry cycle", "R3/PT1M", "${runtime.exec('x')}", "ServiceTask_Doen", "retry cycle"),
                bad("another business key", "#{execution.processBusinessKey}", "#{execution.processEngineServices}", "CallActivity_Zelf", "businessKey"),
                bad("a mapped expression", "<camunda:out source=\"klaar\"", "<camunda:out sourceExpression=\"${x.y()}\"", "CallActivity_Zelf", "sourceExpression"),
                bad("all variables", "<camunda:out source=\"klaar\" target=\"klaar\"", "<camunda:out variables=\"all\"", "CallActivity_Zelf", "variables"),
                bad("a mapping class", "calledElement=\"proef\"", "calledElement=\"proef\" camunda:variableMappingClass=\"x.Y\"", "CallActivity_Zelf", "camunda:variableMappingClass"),
                // What a dossier would get stuck on.
                bad("an unknown group", "dc-onthaal", "dc-onthaal,dc-iedereen", "UserTask_Kijken", "the group dc-iedereen is not known"),
                bad("no group", " camunda:candidateGroups=\"dc-onthaal\"", "", "UserTask_Kijken", "nobody may take"),
                bad("one fixed person", "camunda:candidateGroups", "camunda:assignee=\"an\" camunda:candidateGroups", "UserTask_Kijken", "camunda:assignee"),
                bad("a missing form", "test/proef", "test/bestaat-niet", "UserTask_Kijken", "forms/test/bestaat-niet.form does not exist"),
                bad("a form outside the folder", "test/proef", "../messages/inbox", "UserTask_Kijken", "does not exist"),
                bad("no form", " camunda:formKey=\"test/proef\"", "", "UserTask_Kijken", "has no form"),
                bad("an unknown building block", "calledElement=\"proef\"", "calledElement=\"elders\"", "CallActivity_Zelf", "no diagram of this deployment has process elders"),
                bad("a building block that may change", " camunda:calledElementBinding=\"deployment\"", "", "CallActivity_Zelf", "building blocks half way"),
                bad("endless retries", "R3/PT1M", "R/PT0S", "ServiceTask_Doen", "the retry cycle R/PT0S is not allowed"),
                bad("no time to live", " camunda:historyTimeToLive=\"P2555D\"", "", "proef", "history time to live"),
                bad("a time to live in years", "P2555D", "P7Y", "proef", "history time to live"),
                bad("two million instances", USER + " />", USER + "><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>", "UserTask_Kijken", "bpmn:multiInstanceLoopCharacteristics"),
                bad("an element of an unknown kind", "<bpmn:endEvent", "<x:kwaad xmlns:x=\"urn:x\" id=\"Kwaad\" /><bpmn:endEvent", "Kwaad", "x:kwaad"),
                bad("an attribute of an unknown kind", "<bpmn:endEvent", "<bpmn:endEvent xmlns:x=\"urn:x\" x:kwaad=\"1\"", "EndEvent_Klaar", "x:kwaad"),
                bad("a flow to nowhere", "targetRef=\"UserTask_Kijken\"", "", "", "does not follow the standard"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_diagrams")
    void a_bad_diagram_is_refused_by_the_name_of_its_element(String what, String diagram, String element, String fragment) {
        assertThat(gate.findings(Map.of(FILE, bytes(diagram)))).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(FILE);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.problem()).contains(fragment);
            assertThat(finding.remedy()).isNotBlank();
        });
        assertThatThrownBy(() -> gate.check(Map.of(FILE, bytes(diagram)))).isInstanceOf(DiagramsRefused.class)
                .hasMessageContaining(FILE).hasMessageContaining(element).hasMessageContaining(fragment);
    }

    static Stream<Arguments> good_changes() {
        return Stream.of(arguments("nothing", "Een proef.", "Een proef."), arguments("a negated flag", CONDITION, ">${!klaar}<"),
                arguments("a code", CONDITION, ">${uitkomst == 'GEDEELTELIJK_ERKEND'}<"),
                arguments("another code", CONDITION, ">${uitkomst != 'ERKEND'}<"),
                arguments("another term", "T-REC-04", "T-RVS"), arguments("two groups", "dc-onthaal", "dc-onthaal, dc-jurist"),
                arguments("money in a name", "name=\"Kijken\"", "name=\"Kijk naar € 25 {alles}\""),
                arguments("the marks of the modeler", "id=\"Definitions_Proef\"", "id=\"Definitions_Proef\" exporter=\"Modeler\" exporterVersion=\"5\" "
                        + "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Platform\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good_changes")
    void what_the_lists_allow_passes(String what, String from, String to) {
        assertThat(gate.findings(Map.of(FILE, bytes(change(GOOD, from, to))))).isEmpty();
    }

    static Stream<Arguments> bad_files() {
        return Stream.of(
                arguments("an external entity", bytes(change(GOOD, "<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><bpmn:definitions")
                        .replace("Een proef.", "&e;")), "DOCTYPE"),
                arguments("a document type elsewhere", bytes(change(GOOD, "<bpmn:definitions", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><bpmn:definitions")), "DOCTYPE"),
                arguments("a thousand laughs", bytes(change(GOOD, "<bpmn:definitions", "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><bpmn:definitions")), "DOCTYPE"),
                arguments("another encoding", change(GOOD, "UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1), "ISO-8859-1"),
                arguments("half a character", "<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1), "UTF-8"),
                arguments("sixteen bits", GOOD.getBytes(Charset.forName("UTF-16")), "UTF-8"),
                arguments("half a file", bytes(GOOD.substring(0, 900)), "well-formed"),
                arguments("nothing at all", new byte[0], "well-formed"),
                arguments("two megabytes", bytes("<a>" + "x".repeat(2_000_000) + "</a>"), "larger"),
                arguments("a long name", bytes(change(GOOD, "name=\"Kijken\"", "name=\"" + "x".repeat(256) + "\"")), "255"),
                arguments("a long text", bytes(change(GOOD, "Een proef.", "x".repeat(4_001))), "4000"),
                arguments("a deep nest", bytes("<a>".repeat(5_000) + "</a>".repeat(5_000)), ""),
                arguments("forty-one levels", bytes("<a>".repeat(41) + "</a>".repeat(41)), "nested deeper"),
                arguments("very many tasks", bytes("<a>" + "<b/>".repeat(20_000) + "</a>"), "elements"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_files")
    void a_bad_file_is_refused_before_anything_in_it_is_looked_at(String what, byte[] content, String fragment) {
        assertThat(gate.findings(Map.of(FILE, content))).singleElement().satisfies(finding -> {
            assertThat(finding.toString()).startsWith(FILE + ": the file ").contains(fragment);
            assertThat(finding.element()).isEmpty();
        });
    }

    static Stream<Arguments> bad_tables() {
        return Stream.of(
                arguments("a script", "<outputEntry id=\"Regel_1_b\"", "<outputEntry id=\"Regel_1_b\" expressionLanguage=\"javascript\"", "Regel_1_b", "javascript"),
                arguments("the engine's expressions", "<inputExpression", "<inputExpression expressionLanguage=\"juel\"", "Expressie_a", "juel"),
                arguments("an expression", "<text>a</text>", "<text>${runtime.exec('x')}</text>", "Expressie_a", "is not allowed"),
                arguments("a function outside", "\"JA\"", "function(x) external { java: { class: \"x\" } }", "Regel_1_b", "external"),
                arguments("a literal expression", "</decision>", "<literalExpression id=\"Kwaad\"><text>1</text></literalExpression></decision>", "Kwaad", "literalExpression"),
                arguments("an unknown attribute", "hitPolicy=\"FIRST\"", "hitPolicy=\"FIRST\" camunda:resource=\"x\"", "tabel", "camunda:resource"),
                arguments("an unknown policy", "hitPolicy=\"FIRST\"", "hitPolicy=\"SOMETIMES\"", "", "does not follow the standard"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_tables")
    void a_bad_decision_table_is_refused(String what, String from, String to, String element, String fragment) {
        assertThat(gate.findings(Map.of(TABLE_FILE, bytes(GOOD_TABLE)))).isEmpty();
        assertThat(gate.findings(Map.of(TABLE_FILE, bytes(change(GOOD_TABLE, from, to))))).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.problem()).contains(fragment);
        });
    }

    @Test
    void two_files_cannot_hold_the_same_process() {
        assertThat(gate.findings(Map.of(FILE, bytes(GOOD), "bpmn/z/ander.bpmn", bytes(GOOD)))).singleElement()
                .extracting(Finding::file, Finding::element).containsExactly("bpmn/z/ander.bpmn", "proef");
    }

    @Test
    void all_faults_of_all_files_are_told_at_once() {
        Map<String, byte[]> files = Map.of(FILE, bytes(GOOD.replace("dc-onthaal", "niemand").replace("${goodDelegate}", "${andereDelegate}")),
                TABLE_FILE, bytes("<a/>"));
        assertThat(gate.findings(files)).extracting(Finding::element).containsExactlyInAnyOrder("UserTask_Kijken", "ServiceTask_Doen", "a");
    }

    @Test
    void the_diagrams_and_tables_of_the_product_pass() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Pattern delegate = Pattern.compile("\\$\\{(\\w+Delegate)}");
        try (var paths = Files.walk(Path.of("bpmn"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(path);
                files.put(path.toString(), bytes(text));
                delegate.matcher(text).results().forEach(match -> beans.addBean(match.group(1), new PlainDelegate()));
            }
        }
        assertThat(files.keySet()).filteredOn(name -> name.endsWith(".bpmn")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(gate.findings(files)).isEmpty();
    }

    private static Arguments bad(String what, String from, String to, String element, String fragment) {
        return arguments(what, change(GOOD, from, to), element, fragment);
    }

    /** A change that changes nothing would let a case pass for the wrong reason. */
    private static String change(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
