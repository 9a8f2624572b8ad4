package be.dossierwerk.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.DiagramGate.DiagramsRefused;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.ProductDiagrams;
import be.dossierwerk.engine.Vocabulary;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static final Vocabulary PRODUCT = Vocabulary.ofProduct();

    private final DiagramGate gate = new DiagramGate(new Vocabulary(PRODUCT.groups(), new TreeMap<>(Map.of("goodDelegate", new Vocabulary.Delegate("Doen", new TreeSet<>()))), new TreeSet<>(Set.of("test/proef")),
            PRODUCT.terms(), new TreeMap<>(Map.of("klaar", fact("klaar", Vocabulary.Type.FLAG), "uitkomst", fact("uitkomst", Vocabulary.Type.CODE))),
            PRODUCT.processes(), PRODUCT.messages()));

    private static Vocabulary.Fact fact(String name, Vocabulary.Type type) {
        return new Vocabulary.Fact(name, new TreeSet<>(Set.of(type)), new TreeSet<>());
    }

    static Stream<Arguments> bad_diagrams() {
        return Stream.of(
                // What the engine would run.
                bad("a script task", "<bpmn:endEvent", "<bpmn:scriptTask id=\"ScriptTask_Kwaad\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent", "ScriptTask_Kwaad", "gate-element"),
                bad("an execution listener", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:executionListener class=\"x.Y\" event=\"start\" /><camunda:failed", "ServiceTask_Doen", "gate-element"),
                bad("a task listener", USER + " />", USER + "><bpmn:extensionElements><camunda:taskListener expression=\"${x.y()}\" event=\"create\" /></bpmn:extensionElements></bpmn:userTask>", "UserTask_Kijken", "gate-element"),
                bad("a connector", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:connector /><camunda:failed", "ServiceTask_Doen", "gate-element"),
                bad("an input script", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"js\">1</camunda:script></camunda:inputParameter></camunda:inputOutput><camunda:failed", "ServiceTask_Doen", "gate-element"),
                bad("an injected field", "<bpmn:extensionElements><camunda:failed", "<bpmn:extensionElements><camunda:field name=\"a\" stringValue=\"b\" /><camunda:failed", "ServiceTask_Doen", "gate-element"),
                bad("form fields of the engine", USER + " />", USER + "><bpmn:extensionElements><camunda:formData /></bpmn:extensionElements></bpmn:userTask>", "UserTask_Kijken", "gate-element"),
                bad("an allowed extension in the wrong place", "<bpmn:documentation>Een proef.", "<bpmn:documentation><camunda:in source=\"a\" target=\"b\" />Een proef.", "proef", "gate-element"),
                bad("a class", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:class=\"javax.swing.JFrame\"", "ServiceTask_Doen", "gate-attribute"),
                bad("a class beside a delegate", SERVICE, SERVICE + " camunda:class=\"javax.swing.JFrame\"", "ServiceTask_Doen", "gate-attribute"),
                bad("an expression", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:expression=\"${runtime.exec('touch x')}\"", "ServiceTask_Doen", "gate-attribute"),
                bad("an external task", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\" camunda:type=\"external\" camunda:topic=\"x\"", "ServiceTask_Doen", "gate-attribute"),
                bad("a result variable", SERVICE, SERVICE + " camunda:resultVariable=\"x\"", "ServiceTask_Doen", "gate-attribute"),
                bad("nothing to do", SERVICE, "<bpmn:serviceTask id=\"ServiceTask_Doen\"", "ServiceTask_Doen", "gate-delegate-none"),
                bad("an unknown bean", "${goodDelegate}", "${unknownDelegate}", "ServiceTask_Doen", "gate-delegate"),
                bad("a bean of another kind", "${goodDelegate}", "${dataSourceDelegate}", "ServiceTask_Doen", "gate-delegate"),
                bad("a delegate outside a process package", "${goodDelegate}", "${strayDelegate}", "ServiceTask_Doen", "gate-delegate"),
                bad("a bean that is no delegate by name", "${goodDelegate}", "${runtime}", "ServiceTask_Doen", "gate-delegate-expression"),
                bad("a call on a delegate", "${goodDelegate}", "${goodDelegate.getClass()}", "ServiceTask_Doen", "gate-delegate-expression"),
                bad("a delegate by a hash", "${goodDelegate}", "#{goodDelegate}", "ServiceTask_Doen", "gate-delegate-expression"),
                bad("two expressions in one", "${goodDelegate}", "${goodDelegate}${goodDelegate}", "ServiceTask_Doen", "gate-delegate-expression"),
                // Expressions where a condition, a timer or a name stands.
                bad("a type reference", CONDITION, ">${T(java.lang.Runtime).getRuntime().exec('x')}<", "Flow_Ja", "gate-condition"),
                bad("reflection on a text", CONDITION, ">${''.getClass().forName('java.lang.Runtime')}<", "Flow_Ja", "gate-condition"),
                bad("the engine's services", CONDITION, ">${execution.getProcessEngineServices()}<", "Flow_Ja", "gate-condition"),
                bad("a bean as a condition", CONDITION, ">${deadlines}<", "Flow_Ja", "gate-condition"),
                bad("a delegate as a condition", CONDITION, ">${goodDelegate}<", "Flow_Ja", "gate-condition"),
                bad("the execution as a condition", CONDITION, ">${execution}<", "Flow_Ja", "gate-condition"),
                bad("a nested expression", CONDITION, ">${klaar == '${kwaad}'}<", "Flow_Ja", "gate-condition"),
                bad("two conditions", CONDITION, ">${klaar &amp;&amp; ja}<", "Flow_Ja", "gate-condition"),
                bad("a call hidden in a CDATA section", CONDITION, ">${klaar<![CDATA[.getClass()}]]><", "Flow_Ja", "gate-condition"),
                bad("a condition without an expression", CONDITION, ">klaar<", "Flow_Ja", "gate-condition"),
                bad("a condition in another language", "<bpmn:conditionExpression", "<bpmn:conditionExpression language=\"groovy\"", "Flow_Ja", "gate-attribute"),
                bad("a condition from a resource", "<bpmn:conditionExpression", "<bpmn:conditionExpression camunda:resource=\"x.groovy\"", "Flow_Ja", "gate-attribute"),
                bad("another type of condition", "xsi:type=\"bpmn:tFormalExpression\">${klaar}", "xsi:type=\"bpmn:tScript\">${klaar}", "Flow_Ja", "gate-value"),
                bad("a timer by another bean", TIMER, "${runtime.exec('x')}", "Timer_Voorbij", "gate-timer"),
                bad("a timer with more than a term", TIMER, "${deadlines.endOf('T-REC-04', execution.processBusinessKey).getClass()}", "Timer_Voorbij", "gate-timer"),
                bad("a fixed day", TIMER, "2027-01-01T00:00:00", "Timer_Voorbij", "gate-timer"),
                bad("a timer that never rests", "bpmn:timeDate", "bpmn:timeCycle", "Timer_Voorbij", "gate-element"),
                bad("an expression in a name", "name=\"Kijken\"", "name=\"${runtime.exec('x')}\"", "UserTask_Kijken", "gate-expression"),
                bad("an expression in a documentation", "Een proef.", "#{runtime.exec('x')}", "proef", "gate-expression"),
                bad("an expression in a message", "proef.bericht", "${runtime.exec('x')}", "Message_Proef", "gate-expression"),
                bad("an expression in a form key", "test/proef", "${runtime.exec('x')}", "UserTask_Kijken", "gate-expression"),
                bad("an expression in a group", "dc-onthaal", "${runtime.exec('x')}", "UserTask_Kijken", "gate-expression"),
                bad("an expression in a called process", "calledElement=\"proef\"", "calledElement=\"${runtime.exec('x')}\"", "CallActivity_Zelf", "gate-expression"),
                bad("an expression in a retry cycle", "R3/PT1M", "${runtime.exec('x')}", "ServiceTask_Doen", "gate-retries"),
                bad("another business key", "#{execution.processBusinessKey}", "#{execution.processEngineServices}", "CallActivity_Zelf", "gate-mapping"),
                bad("a mapped expression", "<camunda:out source=\"klaar\"", "<camunda:out sourceExpression=\"${x.y()}\"", "CallActivity_Zelf", "gate-attribute"),
                bad("all variables", "<camunda:out source=\"klaar\" target=\"klaar\"", "<camunda:out variables=\"all\"", "CallActivity_Zelf", "gate-attribute"),
                bad("a mapping class", "calledElement=\"proef\"", "calledElement=\"proef\" camunda:variableMappingClass=\"x.Y\"", "CallActivity_Zelf", "gate-attribute"),
                // What a dossier would get stuck on.
                bad("an unknown group", "dc-onthaal", "dc-onthaal,dc-iedereen", "UserTask_Kijken", "gate-group"),
                bad("no group", " camunda:candidateGroups=\"dc-onthaal\"", "", "UserTask_Kijken", "gate-group-none"),
                bad("one fixed person", "camunda:candidateGroups", "camunda:assignee=\"an\" camunda:candidateGroups", "UserTask_Kijken", "gate-attribute"),
                bad("a missing form", "test/proef", "test/bestaat-niet", "UserTask_Kijken", "gate-form"),
                bad("a form outside the folder", "test/proef", "../messages/inbox", "UserTask_Kijken", "gate-form"),
                bad("no form", " camunda:formKey=\"test/proef\"", "", "UserTask_Kijken", "gate-form-none"),
                bad("an unknown building block", "calledElement=\"proef\"", "calledElement=\"elders\"", "CallActivity_Zelf", "gate-called"),
                bad("a building block that may change", " camunda:calledElementBinding=\"deployment\"", "", "CallActivity_Zelf", "gate-called-binding"),
                bad("a building block without dossier", "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", "", "CallActivity_Zelf", "gate-called-key"),
                bad("a schema to be fetched", "<bpmn:definitions", "<bpmn:definitions xsi:schemaLocation=\"urn:x http://127.0.0.1:9/x.xsd\"", "Definitions_Proef", "gate-attribute"),
                bad("endless retries", "R3/PT1M", "R/PT0S", "ServiceTask_Doen", "gate-retries"),
                bad("no time to live", " camunda:historyTimeToLive=\"P2555D\"", "", "proef", "gate-lifetime"),
                bad("a time to live in years", "P2555D", "P7Y", "proef", "gate-lifetime"),
                bad("two million instances", USER + " />", USER + "><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>", "UserTask_Kijken", "gate-element"),
                bad("an element of an unknown kind", "<bpmn:endEvent", "<x:kwaad xmlns:x=\"urn:x\" id=\"Kwaad\" /><bpmn:endEvent", "Kwaad", "gate-element"),
                bad("an attribute of an unknown kind", "<bpmn:endEvent", "<bpmn:endEvent xmlns:x=\"urn:x\" x:kwaad=\"1\"", "EndEvent_Klaar", "gate-attribute"),
                bad("a flow to nowhere", "targetRef=\"UserTask_Kijken\"", "", "Flow_2", "gate-reference"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_diagrams")
    void a_bad_diagram_is_refused_by_the_name_of_its_element(String what, String diagram, String element, String rule) {
        assertThat(findings(FILE, bytes(diagram))).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(FILE);
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.blocks()).isTrue();
        });
        assertThatThrownBy(() -> gate.check(Map.of(FILE, bytes(diagram)))).isInstanceOfSatisfying(DiagramsRefused.class, refused -> {
            assertThat(refused.fields()).anySatisfy(field -> assertThat(field.key()).isEqualTo("lint." + rule));
            assertThat(refused.toString()).contains(FILE, element, rule);
        });
    }

    private List<DiagramFinding> findings(String file, byte[] content) {
        return gate.findings(DiagramSet.of(Map.of(file, content)));
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
        assertThat(findings(FILE, bytes(change(GOOD, from, to)))).isEmpty();
    }

    static Stream<Arguments> bad_files() {
        return Stream.of(
                arguments("an external entity", bytes(change(GOOD, "<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><bpmn:definitions")
                        .replace("Een proef.", "&e;")), "gate-doctype"),
                arguments("a document type elsewhere", bytes(change(GOOD, "<bpmn:definitions", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><bpmn:definitions")), "gate-doctype"),
                arguments("a thousand laughs", bytes(change(GOOD, "<bpmn:definitions", "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><bpmn:definitions")), "gate-doctype"),
                arguments("another encoding", change(GOOD, "UTF-8", "ISO-8859-1").getBytes(StandardCharsets.ISO_8859_1), "gate-declared-encoding"),
                arguments("half a character", "<a>\u00e9</a>".getBytes(StandardCharsets.ISO_8859_1), "gate-encoding"),
                arguments("sixteen bits", GOOD.getBytes(Charset.forName("UTF-16")), "gate-encoding"),
                arguments("half a file", bytes(GOOD.substring(0, 900)), "gate-not-xml"),
                arguments("nothing at all", new byte[0], "gate-empty"),
                arguments("two megabytes", bytes("<a>" + "x".repeat(2_000_000) + "</a>"), "gate-size"),
                arguments("a long name", bytes(change(GOOD, "name=\"Kijken\"", "name=\"" + "x".repeat(256) + "\"")), "gate-attribute-length"),
                arguments("a long text", bytes(change(GOOD, "Een proef.", "x".repeat(4_001))), "gate-text"),
                arguments("a deep nest", bytes("<a>".repeat(5_000) + "</a>".repeat(5_000)), "gate-elements"),
                arguments("forty-one levels", bytes("<a>".repeat(41) + "</a>".repeat(41)), "gate-depth"),
                arguments("very many tasks", bytes("<a>" + "<b/>".repeat(20_000) + "</a>"), "gate-elements"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_files")
    void a_bad_file_is_refused_before_anything_in_it_is_looked_at(String what, byte[] content, String rule) {
        assertThat(findings(FILE, content)).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(FILE);
            assertThat(finding.rule()).isEqualTo(rule);
        });
    }

    static Stream<Arguments> bad_tables() {
        return Stream.of(
                arguments("a script", "<outputEntry id=\"Regel_1_b\"", "<outputEntry id=\"Regel_1_b\" expressionLanguage=\"javascript\"", "Regel_1_b", "gate-table-language"),
                arguments("the engine's expressions", "<inputExpression", "<inputExpression expressionLanguage=\"juel\"", "Expressie_a", "gate-table-language"),
                arguments("an expression", "<text>a</text>", "<text>${runtime.exec('x')}</text>", "Expressie_a", "gate-expression"),
                arguments("a function outside", "\"JA\"", "function(x) external { java: { class: \"x\" } }", "Regel_1_b", "gate-table-text"),
                arguments("a literal expression", "</decision>", "<literalExpression id=\"Kwaad\"><text>1</text></literalExpression></decision>", "Kwaad", "gate-table-element"),
                arguments("an unknown attribute", "hitPolicy=\"FIRST\"", "hitPolicy=\"FIRST\" camunda:resource=\"x\"", "tabel", "gate-attribute"),
                arguments("an unknown policy", "hitPolicy=\"FIRST\"", "hitPolicy=\"SOMETIMES\"", "tabel", "gate-table-policy"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_tables")
    void a_bad_decision_table_is_refused(String what, String from, String to, String element, String rule) {
        assertThat(findings(TABLE_FILE, bytes(GOOD_TABLE))).isEmpty();
        assertThat(findings(TABLE_FILE, bytes(change(GOOD_TABLE, from, to)))).anySatisfy(finding -> {
            assertThat(finding.element()).isEqualTo(element);
            assertThat(finding.rule()).isEqualTo(rule);
        });
    }

    @Test
    void two_files_cannot_hold_the_same_process() {
        assertThat(gate.findings(DiagramSet.of(Map.of(FILE, bytes(GOOD), "bpmn/z/ander.bpmn", bytes(GOOD))))).singleElement()
                .extracting(DiagramFinding::file, DiagramFinding::element).containsExactly("bpmn/z/ander.bpmn", "proef");
    }

    @Test
    void all_faults_of_all_files_are_told_at_once() {
        Map<String, byte[]> files = Map.of(FILE, bytes(GOOD.replace("dc-onthaal", "niemand").replace("${goodDelegate}", "${andereDelegate}")),
                TABLE_FILE, bytes("<a/>"));
        assertThat(gate.findings(DiagramSet.of(files))).extracting(DiagramFinding::element).containsExactlyInAnyOrder("UserTask_Kijken", "ServiceTask_Doen", "");
    }

    @Test
    void the_diagrams_tables_and_forms_of_the_product_pass() {
        DiagramSet product = ProductDiagrams.onClassPath();

        assertThat(product.paths()).filteredOn(name -> name.endsWith(".bpmn")).hasSizeGreaterThanOrEqualTo(23);
        assertThat(product.paths()).filteredOn(name -> name.endsWith(".form")).hasSizeGreaterThanOrEqualTo(79);
        assertThat(new DiagramGate().findings(product)).isEmpty();
    }

    private static Arguments bad(String what, String from, String to, String element, String rule) {
        return arguments(what, change(GOOD, from, to), element, rule);
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
