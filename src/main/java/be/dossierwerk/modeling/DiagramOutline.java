package be.dossierwerk.modeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What is worth knowing of a diagram besides its drawing: its name, the names of its elements, and which building block each call opens. */
record DiagramOutline(String name, Map<String, String> names, Map<String, String> calls) {

    static DiagramOutline of(String process, String xml) {
        var all = DiagramXml.read(xml).getElementsByTagNameNS(DiagramXml.BPMN, "*");
        String name = process;
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> calls = new LinkedHashMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getLocalName().equals("process") && element.getAttribute("id").equals(process)) {
                name = element.getAttribute("name").isBlank() ? process : element.getAttribute("name");
            } else if (!element.getLocalName().equals("subProcess") && !element.getAttribute("name").isBlank()) {
                // A frame around elements is no place by itself: the dossier stands at an element inside.
                names.put(element.getAttribute("id"), element.getAttribute("name"));
            }
            if (element.getLocalName().equals("callActivity") && !element.getAttribute("calledElement").isBlank()) {
                calls.put(element.getAttribute("id"), element.getAttribute("calledElement"));
            }
        }
        return new DiagramOutline(name, names, calls);
    }

    /** The diagrams in reading order: those that no other calls first, each followed by its building blocks. */
    static List<String> inOrder(Map<String, DiagramOutline> outlines) {
        Set<String> called = new LinkedHashSet<>();
        outlines.values().forEach(outline -> called.addAll(outline.calls().values()));
        Set<String> order = new LinkedHashSet<>();
        outlines.keySet().stream().filter(process -> !called.contains(process)).forEach(process -> follow(process, outlines, order));
        order.addAll(outlines.keySet());
        return new ArrayList<>(order);
    }

    private static void follow(String process, Map<String, DiagramOutline> outlines, Set<String> order) {
        if (outlines.containsKey(process) && order.add(process)) {
            outlines.get(process).calls().values().forEach(block -> follow(block, outlines, order));
        }
    }
}
