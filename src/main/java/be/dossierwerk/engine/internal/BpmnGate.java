package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.PlainXml;
import be.dossierwerk.engine.Tags;
import be.dossierwerk.engine.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The diagrams of a set: each by itself on the lists, sound in its references, and all together without a way round on which nothing waits. */
public final class BpmnGate {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final int MAX_ELEMENTS = 1_500;

    private record Diagram(Document document, Refusals refusals) {

        private List<Element> processes() {
            return PlainXml.elements(document).stream().filter(element -> is(element, "process")).toList();
        }
    }

    private final Vocabulary vocabulary;
    private final List<Diagram> asked = new ArrayList<>();
    /** By process: the file it stands in, among those that are there to be named. */
    private final Map<String, byte[]> others = new HashMap<>();

    /** @param vocabulary with the forms of the whole set */
    public BpmnGate(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * One file of the set; what it may name of the others is known when all have been read.
     *
     * @param wanted whether its own faults are asked for; else it passed before, and is read only where a diagram calls it
     */
    public void read(byte[] content, boolean wanted, Refusals refusals) {
        if (wanted) {
            document(content, refusals, asked);
        } else {
            Tags.of(content, "process").forEach(process -> others.putIfAbsent(process.get("id"), content));
        }
    }

    private static void document(byte[] content, Refusals refusals, List<Diagram> to) {
        Document document = SafeXml.read(content, MAX_ELEMENTS, refusals);
        if (document != null && is(document.getDocumentElement(), "definitions")) {
            to.add(new Diagram(document, refusals));
        } else if (document != null) {
            refusals.refuse("", "gate-root", document.getDocumentElement().getNodeName());
        }
    }

    /** Holds every file that is asked for against the lists. */
    public void check() {
        Set<String> processes = new HashSet<>(others.keySet());
        for (Diagram diagram : asked) {
            List<Element> own = diagram.processes();
            own.stream().map(process -> process.getAttribute("id")).filter(process -> !processes.add(process))
                    .forEach(process -> diagram.refusals.refuse(process, "gate-process-twice", process));
            if (own.isEmpty()) {
                diagram.refusals.refuse("", "gate-process-none");
            }
        }
        asked.forEach(diagram -> {
            BpmnElements.check(diagram.document, vocabulary, processes, diagram.refusals);
            if (diagram.refusals.isEmpty()) {
                BpmnReferences.check(diagram.document, diagram.refusals);
            }
        });
        // Ways round are only looked for where every line leads somewhere.
        List<Diagram> passed = asked.stream().filter(diagram -> diagram.refusals.isEmpty()).toList();
        Rounds rounds = new Rounds(withCalled(passed));
        passed.forEach(diagram -> rounds.check(diagram.document, diagram.refusals));
        passed.stream().filter(diagram -> diagram.refusals.isEmpty()).forEach(diagram -> BySchema.diagram(diagram.document, diagram.refusals));
    }

    /** Their processes and all that they call, however far that leads. */
    private Map<String, Element> withCalled(List<Diagram> diagrams) {
        Map<String, Element> processes = new TreeMap<>();
        Deque<Diagram> open = new ArrayDeque<>(diagrams);
        while (!open.isEmpty()) {
            Diagram diagram = open.poll();
            diagram.processes().forEach(process -> processes.putIfAbsent(process.getAttribute("id"), process));
            for (Element call : PlainXml.elements(diagram.document)) {
                byte[] called = is(call, "callActivity") ? others.get(call.getAttribute("calledElement")) : null;
                if (called != null && !processes.containsKey(call.getAttribute("calledElement"))) {
                    List<Diagram> read = new ArrayList<>();
                    document(called, new Refusals(""), read);
                    open.addAll(read);
                    read.forEach(other -> other.processes().forEach(process -> processes.putIfAbsent(process.getAttribute("id"), process)));
                }
            }
        }
        return processes;
    }

    static boolean is(Node element, String name) {
        return element != null && BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
