package be.dossierwerk.engine.internal;

import be.dossierwerk.security.Roles;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Refuses a diagram or decision table that could do anything but move dossiers along: a diagram is a program, and the engine
 * runs whatever it holds. Everything is refused that is not on a list here (quality.md C.2).
 */
@Component
public class DiagramGate {

    /** One reason for refusal: where it is, what is wrong and what to do about it. */
    public record Finding(String file, String element, String problem, String remedy) {

        @Override
        public String toString() {
            return file + (element.isEmpty() ? "" : ", " + element) + ": " + problem + ". " + remedy + ".";
        }
    }

    /** The refusal of a whole set of files; the message holds one line for each finding. */
    public static final class DiagramsRefused extends RuntimeException {

        private final transient List<Finding> findings;

        DiagramsRefused(List<Finding> findings) {
            super("The diagrams are not deployed:" + findings.stream().map(finding -> "\n- " + finding).reduce("", String::concat));
            this.findings = List.copyOf(findings);
        }

        public List<Finding> findings() {
            return findings;
        }
    }

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** Shapes, lines, colours and the marks of the drawing tools: drawn, never run. */
    private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/BPMN/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI", "https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/", "http://bpmn.io/schema/bpmn/biocolor/1.0", "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "http://camunda.org/schema/modeler/1.0");

    private static final Set<String> JOB = Set.of("asyncBefore", "asyncAfter", "exclusive");

    /** The BPMN elements a diagram may hold, each with its own attributes beside id and name. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("definitions", Set.of("targetNamespace", "exporter", "exporterVersion")), Map.entry("process", Set.of("isExecutable")),
            Map.entry("documentation", Set.of()), Map.entry("extensionElements", Set.of()), Map.entry("startEvent", Set.of("isInterrupting")),
            Map.entry("endEvent", Set.of()), Map.entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
            Map.entry("intermediateCatchEvent", Set.of()), Map.entry("userTask", Set.of()), Map.entry("serviceTask", Set.of()),
            Map.entry("callActivity", Set.of("calledElement")), Map.entry("subProcess", Set.of("triggeredByEvent")),
            Map.entry("exclusiveGateway", Set.of("default")), Map.entry("parallelGateway", Set.of()), Map.entry("eventBasedGateway", Set.of()),
            Map.entry("sequenceFlow", Set.of("sourceRef", "targetRef")), Map.entry("incoming", Set.of()), Map.entry("outgoing", Set.of()),
            Map.entry("conditionExpression", Set.of()), Map.entry("timerEventDefinition", Set.of()), Map.entry("timeDate", Set.of()),
            Map.entry("terminateEventDefinition", Set.of()),
            Map.entry("messageEventDefinition", Set.of("messageRef")), Map.entry("message", Set.of()),
            Map.entry("textAnnotation", Set.of()), Map.entry("text", Set.of()),
            Map.entry("association", Set.of("sourceRef", "targetRef", "associationDirection")));

    private static final Map<String, Set<String>> CAMUNDA_ATTRIBUTES = Map.of("process", Set.of("historyTimeToLive", "versionTag"),
            "userTask", Set.of("formKey", "candidateGroups", "asyncBefore", "asyncAfter", "exclusive"),
            "serviceTask", Set.of("delegateExpression", "asyncBefore", "asyncAfter", "exclusive"),
            "callActivity", Set.of("calledElementBinding", "asyncBefore", "asyncAfter", "exclusive"),
            "startEvent", JOB, "endEvent", JOB, "exclusiveGateway", JOB, "parallelGateway", JOB, "subProcess", JOB);

    private static final Map<String, Set<String>> EXTENSIONS = Map.of("in", Set.of("businessKey", "source", "target"),
            "out", Set.of("source", "target"), "failedJobRetryTimeCycle", Set.of(), "properties", Set.of(), "property", Set.of("name", "value"));
    /** What a step is for: the proof that nobody both prepares and decides reads it. */
    private static final Set<String> PURPOSES = Set.of("VOORBEREIDEN", "ADVISEREN", "NAZIEN", "BESLISSEN", "ONDERTEKENEN", "UITVOEREN");

    private static final Set<String> TABLE_ELEMENTS = Set.of("definitions", "decision", "description", "question", "allowedAnswers",
            "variable", "decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues", "defaultOutputEntry", "rule",
            "inputEntry", "outputEntry", "text", "annotation", "annotationEntry", "informationRequirement", "authorityRequirement",
            "requiredDecision", "requiredInput", "requiredAuthority", "inputData", "knowledgeSource", "extensionElements");
    private static final Set<String> TABLE_ATTRIBUTES = Set.of("id", "name", "label", "namespace", "exporter", "exporterVersion",
            "hitPolicy", "aggregation", "preferredOrientation", "outputLabel", "typeRef", "href", "expressionLanguage");
    private static final Set<String> TABLE_CAMUNDA = Set.of("historyTimeToLive", "versionTag", "inputVariable");
    private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)([a-z][A-Za-z0-9]*)(?: [!=]= '[A-Z0-9_]+')?}");
    private static final Pattern TIMER = Pattern.compile("\\$\\{deadlines\\.(?:endOf\\('T-[A-Z0-9-]+'|before\\('T-[A-Z0-9-]+', [0-9]{1,3}), execution\\.processBusinessKey\\)}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*Delegate)}");
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern FORM_KEY = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");
    private static final Pattern RETRIES = Pattern.compile("R[1-9]/PT[1-9][0-9]?[MH]");
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,4}D");

    private final ListableBeanFactory beans;

    public DiagramGate(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /**
     * Checks all files of one deployment, by resource name.
     *
     * @throws DiagramsRefused when anything in any of them is not allowed
     */
    public void check(Map<String, byte[]> files) {
        List<Finding> findings = findings(files);
        if (!findings.isEmpty()) {
            throw new DiagramsRefused(findings);
        }
    }

    /** Everything that is not allowed, file by file; empty when the files may be deployed together. */
    public List<Finding> findings(Map<String, byte[]> files) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Document> diagrams = new TreeMap<>();
        new TreeMap<>(files).forEach((file, content) -> {
            try {
                if (file.endsWith(".dmn")) {
                    new Table(file, SafeXml.read(content, 10_000), findings).check(content);
                } else {
                    diagrams.put(file, SafeXml.read(content, 1_500));
                }
            } catch (SafeXml.Unreadable e) {
                findings.add(new Finding(file, "", "the file " + e.getMessage(), "Nothing in it was read"));
            }
        });
        Set<String> processes = new TreeSet<>();
        diagrams.forEach((file, document) -> SafeXml.elements(document).stream().filter(element -> is(element, "process"))
                .map(element -> element.getAttribute("id")).filter(id -> !processes.add(id)).forEach(id -> findings.add(
                        new Finding(file, id, "another file of this deployment already has process " + id, "Give one of them another id"))));
        diagrams.forEach((file, document) -> new Diagram(file, document, processes, findings).check(files.get(file)));
        return findings;
    }

    /** Whether the form of a user task exists; the key is its path without ending below {@code forms/}. */
    protected boolean formExists(String formKey) {
        return new ClassPathResource("forms/" + formKey + ".form").exists();
    }

    private boolean isDelegate(String bean) {
        Class<?> type = beans.containsBean(bean) ? beans.getType(bean) : null;
        return type != null && JavaDelegate.class.isAssignableFrom(type)
                && (ClassUtils.getUserClass(type).getPackageName() + ".").contains(".process.");
    }

    private static boolean is(Node element, String name) {
        return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!XMLNS.equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    private static boolean holdsExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }

    /** What both kinds of file share. */
    private abstract static class Checked {

        final String file;
        final Document document;
        final List<Finding> findings;
        private final int before;

        Checked(String file, Document document, List<Finding> findings) {
            this.file = file;
            this.document = document;
            this.findings = findings;
            this.before = findings.size();
        }

        /** The schema of the standard is the last check: the lists above it give the clearer message. */
        void check(byte[] content) {
            SafeXml.elements(document).forEach(this::element);
            if (findings.size() == before) {
                try {
                    schema(content);
                } catch (ModelException e) {
                    Throwable cause = e;
                    while (cause.getCause() != null && cause.getCause() != cause) {
                        cause = cause.getCause();
                    }
                    findings.add(new Finding(file, "", "the file does not follow the standard: " + cause.getMessage(), "Mend it in the modeler"));
                }
            }
        }

        abstract void element(Element element);

        abstract void schema(byte[] content);

        final void refuse(Element element, String problem, String remedy) {
            findings.add(new Finding(file, name(element), problem, remedy));
        }

        /** The id of the nearest element that a person knows from the drawing. */
        private static String name(Element element) {
            for (Node at = element; at instanceof Element known; at = at.getParentNode()) {
                if (known.hasAttribute("id") && !known.getLocalName().endsWith("EventDefinition")) {
                    return known.getAttribute("id");
                }
            }
            return element.getNodeName();
        }
    }

    private final class Diagram extends Checked {

        private final Set<String> processes;

        private Diagram(String file, Document document, Set<String> processes, List<Finding> findings) {
            super(file, document, findings);
            this.processes = processes;
        }

        @Override
        void schema(byte[] content) {
            Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        }

        @Override
        void element(Element element) {
            String space = String.valueOf(element.getNamespaceURI());
            String name = element.getLocalName();
            if (DRAWING.contains(space)) {
                attributes(element).forEach(attribute -> noExpression(element, attribute.getName(), attribute.getValue()));
                noExpression(element, "text", SafeXml.ownText(element));
            } else if (space.equals(BPMN) && ELEMENTS.containsKey(name)) {
                attributes(element).forEach(attribute -> attribute(element, attribute));
                text(element);
                required(element);
            } else if (space.equals(CAMUNDA) && EXTENSIONS.containsKey(name) && stands(element)) {
                extension(element);
            } else {
                refuse(element, "the element " + element.getNodeName() + " is not allowed in a diagram",
                        "Remove it; put work in a delegate, a decision in a table, a repeated part in a building block");
            }
        }

        private void attribute(Element element, Attr attribute) {
            String space = attribute.getNamespaceURI();
            String name = attribute.getLocalName();
            boolean known = space == null ? name.equals("id") || name.equals("name") || ELEMENTS.get(element.getLocalName()).contains(name)
                    : space.equals(CAMUNDA) ? CAMUNDA_ATTRIBUTES.getOrDefault(element.getLocalName(), Set.of()).contains(name)
                    : space.equals(XSI) ? name.equals("type") || name.equals("schemaLocation") : DRAWING.contains(space);
            if (!known) {
                refuse(element, "the attribute " + attribute.getName() + " is not allowed on " + element.getNodeName(), CAMUNDA.equals(space)
                        ? "Remove it; service tasks name a delegate bean, user tasks a form and candidate groups" : "Remove it");
            } else if (!CAMUNDA.equals(space) || !name.equals("delegateExpression")) {
                noExpression(element, attribute.getName(), attribute.getValue());
            }
        }

        private void text(Element element) {
            String text = SafeXml.ownText(element);
            switch (element.getLocalName()) {
                case "conditionExpression" -> condition(element, text);
                case "timeDate" -> {
                    if (!TIMER.matcher(text).matches()) {
                        refuse(element, "the timer " + text + " is not allowed",
                                "Write ${deadlines.endOf('T-...', execution.processBusinessKey)} with the code of the term, or deadlines.before with a number of days");
                    }
                }
                default -> noExpression(element, "text", text);
            }
        }

        private void condition(Element element, String text) {
            Matcher condition = CONDITION.matcher(text);
            boolean allowed = condition.matches() && (condition.group(1).isEmpty() || !text.contains("'"));
            String variable = allowed ? condition.group(2) : "";
            if (!allowed || variable.equals("execution") || variable.equals("deadlines") || variable.endsWith("Delegate")) {
                refuse(element, "the condition " + text + " is not allowed", "Read one variable: ${name}, ${!name} or ${name == 'CODE'}");
            }
        }

        private void noExpression(Element element, String where, String value) {
            if (holdsExpression(value)) {
                refuse(element, "an expression in " + where + " is not allowed: " + value, "The engine would run it; write plain text there");
            }
        }

        private boolean stands(Element element) {
            Node parent = element.getParentNode();
            if (element.getLocalName().equals("property")) {
                return CAMUNDA.equals(parent.getNamespaceURI()) && parent.getLocalName().equals("properties") && is(parent.getParentNode(), "extensionElements");
            }
            return is(parent, "extensionElements") && (!element.getLocalName().equals("properties")
                    || is(parent.getParentNode(), "userTask") || is(parent.getParentNode(), "callActivity"));
        }

        private void extension(Element element) {
            if (element.getLocalName().equals("property")) {
                if (!element.getAttribute("name").equals("taakrol") || !PURPOSES.contains(element.getAttribute("value"))) {
                    refuse(element, "the property " + element.getAttribute("name") + " " + element.getAttribute("value") + " is not allowed",
                            "Write taakrol with one of " + String.join(", ", new TreeSet<>(PURPOSES)));
                }
                return;
            }
            for (Attr attribute : attributes(element)) {
                if (attribute.getNamespaceURI() != null || !EXTENSIONS.get(element.getLocalName()).contains(attribute.getName())) {
                    refuse(element, "the attribute " + attribute.getName() + " is not allowed on " + element.getNodeName(),
                            "Pass single variables by source and target");
                } else if (attribute.getName().equals("businessKey") ? !attribute.getValue().equals(BUSINESS_KEY)
                        : !VARIABLE.matcher(attribute.getValue()).matches()) {
                    refuse(element, attribute.getName() + " " + attribute.getValue() + " is not allowed",
                            "Write " + BUSINESS_KEY + " for the business key and the plain name of a variable elsewhere");
                }
            }
            if (element.getLocalName().equals("failedJobRetryTimeCycle") && !RETRIES.matcher(SafeXml.ownText(element)).matches()) {
                refuse(element, "the retry cycle " + SafeXml.ownText(element) + " is not allowed", "Write at most nine times, such as R3/PT1M");
            }
        }

        private void required(Element element) {
            switch (element.getLocalName()) {
                case "process" -> {
                    if (!DAYS.matcher(element.getAttributeNS(CAMUNDA, "historyTimeToLive")).matches()) {
                        refuse(element, "the process has no history time to live in days", "Set camunda:historyTimeToLive=\"P2555D\"");
                    }
                }
                case "userTask" -> {
                    form(element);
                    groups(element);
                }
                case "serviceTask" -> delegate(element);
                case "callActivity" -> called(element);
                case "conditionExpression", "timeDate" -> {
                    String type = element.getAttributeNS(XSI, "type");
                    if (!type.isEmpty() && !type.endsWith("tFormalExpression")) {
                        refuse(element, "the type " + type + " is not allowed", "Write bpmn:tFormalExpression");
                    }
                }
                default -> { }
            }
        }

        private void form(Element task) {
            String key = task.getAttributeNS(CAMUNDA, "formKey");
            if (key.isEmpty()) {
                refuse(task, "the user task has no form", "Set camunda:formKey to the path of its form below forms/");
            } else if (!FORM_KEY.matcher(key).matches() || !formExists(key)) {
                refuse(task, "the form forms/" + key + ".form does not exist", "Draw the form or correct camunda:formKey");
            }
        }

        private void groups(Element task) {
            String groups = task.getAttributeNS(CAMUNDA, "candidateGroups");
            if (groups.isBlank()) {
                refuse(task, "nobody may take the user task", "Set camunda:candidateGroups to one or more roles");
            }
            Arrays.stream(groups.split(",")).map(String::strip).filter(group -> !group.isEmpty() && !Roles.names().containsKey(group))
                    .forEach(group -> refuse(task, "the group " + group + " is not known",
                            "Use one of " + String.join(", ", new TreeSet<>(Roles.names().keySet()))));
        }

        private void delegate(Element task) {
            String expression = task.getAttributeNS(CAMUNDA, "delegateExpression");
            Matcher delegate = DELEGATE.matcher(expression);
            if (!delegate.matches()) {
                refuse(task, expression.isEmpty() ? "the service task has no delegate" : "the delegate expression " + expression + " is not allowed",
                        "Name one bean: ${...Delegate}");
            } else if (!isDelegate(delegate.group(1))) {
                refuse(task, "there is no delegate " + delegate.group(1),
                        "Write the class in a package named process as a @Component, or correct the name");
            }
        }

        private void called(Element call) {
            String process = call.getAttribute("calledElement");
            if (!processes.contains(process)) {
                refuse(call, "no diagram of this deployment has process " + process, "Correct calledElement or add the building block");
            }
            if (!call.getAttributeNS(CAMUNDA, "calledElementBinding").equals("deployment")) {
                refuse(call, "a dossier would change building blocks half way", "Set camunda:calledElementBinding=\"deployment\"");
            }
        }
    }

    private static final class Table extends Checked {

        private Table(String file, Document document, List<Finding> findings) {
            super(file, document, findings);
        }

        @Override
        void schema(byte[] content) {
            Dmn.readModelFromStream(new ByteArrayInputStream(content));
        }

        @Override
        void element(Element element) {
            String space = String.valueOf(element.getNamespaceURI());
            if (DRAWING.contains(space)) {
                return;
            }
            if (!space.equals(DMN) || !TABLE_ELEMENTS.contains(element.getLocalName())) {
                refuse(element, "the element " + element.getNodeName() + " is not allowed in a decision table", "Use rules with FEEL only");
                return;
            }
            for (Attr attribute : attributes(element)) {
                String other = attribute.getNamespaceURI();
                if (other == null ? !TABLE_ATTRIBUTES.contains(attribute.getName())
                        : other.equals(CAMUNDA_DMN) ? !TABLE_CAMUNDA.contains(attribute.getLocalName())
                        : !other.equals(XSI) && !DRAWING.contains(other)) {
                    refuse(element, "the attribute " + attribute.getName() + " is not allowed on " + element.getNodeName(), "Remove it");
                }
            }
            if (element.hasAttribute("expressionLanguage") && !FEEL.contains(element.getAttribute("expressionLanguage"))) {
                refuse(element, "the language " + element.getAttribute("expressionLanguage") + " is not allowed", "Write FEEL");
            }
            String text = SafeXml.ownText(element);
            if (holdsExpression(text) || text.contains("external")) {
                refuse(element, "the text " + text + " is not allowed", "Write plain FEEL without ${} and external functions");
            }
        }
    }
}
