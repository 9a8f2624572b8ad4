package be.dossierwerk.engine.internal;

import be.dossierwerk.engine.PlainXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds a way round on which nobody and nothing is waited for: the engine would walk it for ever in one transaction. A call of another process counts as
 * waiting when no way leads through that process without waiting.
 */
final class Rounds {

    /** Two ways that part and never meet again are two tokens; a chain of such splits doubles them each time. */
    private static final int MOST_TOKENS = 1_024;
    private static final String OUT = "/out";

    private final Map<String, Element> processes;
    private final Map<String, Map<String, Set<String>>> graphs = new HashMap<>();
    private final Map<String, Map<String, String>> calls = new HashMap<>();
    private final Map<String, Set<String>> waits = new HashMap<>();
    private final Map<String, Boolean> through = new HashMap<>();

    Rounds(Map<String, Element> processes) {
        this.processes = processes;
        processes.forEach((id, process) -> {
            graphs.put(id, new LinkedHashMap<>());
            calls.put(id, new LinkedHashMap<>());
            waits.put(id, new HashSet<>());
            walk(id, process);
        });
        // Whoever cannot be passed without waiting stays false; ask again until nothing changes.
        processes.keySet().forEach(id -> through.put(id, false));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String id : processes.keySet()) {
                if (!through.get(id) && ends(id).stream().anyMatch(reached(id, starts(id))::contains)) {
                    through.put(id, true);
                    changed = true;
                }
            }
        }
    }

    void check(Document document, Refusals refusals) {
        for (Element process : PlainXml.children(document.getDocumentElement())) {
            String id = process.getAttribute("id");
            if (!BpmnGate.is(process, "process") || processes.get(id) != process) {
                continue;
            }
            Set<String> round = round(id);
            if (!round.isEmpty()) {
                refusals.refuse(round.iterator().next(), "gate-endless-round", round.stream().limit(5).collect(Collectors.joining(", ")));
            }
            calls.get(id).forEach((call, called) -> {
                if (reached(id, starts(id)).contains(call) && callsItself(id, called, new HashSet<>())) {
                    refusals.refuse(call, "gate-endless-call", called);
                }
            });
            long tokens = 1;
            for (Element gateway : elements(process, "parallelGateway")) {
                // Lines, not places: two lines to one place are two tokens.
                long lines = elements(process, "sequenceFlow").stream().filter(flow -> flow.getAttribute("sourceRef").equals(gateway.getAttribute("id"))).count();
                tokens = Math.min(MOST_TOKENS + 1L, tokens * Math.max(1, lines));
            }
            if (tokens > MOST_TOKENS) {
                refusals.refuse(id, "gate-parallel", String.valueOf(MOST_TOKENS));
            }
        }
    }

    private void walk(String process, Element parent) {
        Map<String, Set<String>> graph = graphs.get(process);
        List<Element> children = PlainXml.children(parent);
        Set<String> frames = children.stream().filter(child -> BpmnGate.is(child, "subProcess")).map(child -> child.getAttribute("id")).collect(Collectors.toSet());
        for (Element element : children) {
            String id = element.getAttribute("id");
            switch (String.valueOf(element.getLocalName())) {
                case "sequenceFlow" -> graph.computeIfAbsent(left(frames, element.getAttribute("sourceRef")), key -> new LinkedHashSet<>()).add(element.getAttribute("targetRef"));
                case "userTask", "intermediateCatchEvent", "boundaryEvent", "eventBasedGateway" -> waits.get(process).add(id);
                case "callActivity" -> calls.get(process).put(id, element.getAttribute("calledElement"));
                case "startEvent" -> {
                    if (PlainXml.children(element).stream().anyMatch(child -> child.getLocalName().endsWith("EventDefinition"))) {
                        waits.get(process).add(id);
                    } else if (BpmnGate.is(parent, "subProcess")) {
                        graph.computeIfAbsent(parent.getAttribute("id"), key -> new LinkedHashSet<>()).add(id);
                    }
                }
                case "endEvent" -> {
                    if (BpmnGate.is(parent, "subProcess")) {
                        graph.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(parent.getAttribute("id") + OUT);
                    }
                }
                case "subProcess" -> walk(process, element);
                default -> { }
            }
        }
    }

    /** A frame is left by another door than it is entered by. */
    private static String left(Set<String> frames, String source) {
        return frames.contains(source) ? source + OUT : source;
    }

    private boolean isWait(String process, String node) {
        String called = calls.get(process).get(node);
        return waits.get(process).contains(node) || called != null && !through.getOrDefault(called, false);
    }

    private List<String> starts(String process) {
        return PlainXml.children(processes.get(process)).stream().filter(child -> BpmnGate.is(child, "startEvent")).map(child -> child.getAttribute("id")).toList();
    }

    /** The ends of the process itself, and steps that lead nowhere: the engine ends there too. */
    private List<String> ends(String process) {
        List<String> ends = new ArrayList<>();
        for (Element child : PlainXml.children(processes.get(process))) {
            String id = child.getAttribute("id");
            String door = BpmnGate.is(child, "subProcess") ? id + OUT : id;
            if (!BpmnGate.is(child, "sequenceFlow") && graphs.get(process).getOrDefault(door, Set.of()).isEmpty()) {
                ends.add(door);
            }
        }
        return ends;
    }

    /** What is come to without waiting; a step that waits is come to, but not passed. */
    private Set<String> reached(String process, List<String> from) {
        Set<String> reached = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(from);
        Set<String> passed = new HashSet<>();
        while (!next.isEmpty()) {
            String node = next.remove(next.size() - 1);
            reached.add(node);
            if (!isWait(process, node) && passed.add(node)) {
                next.addAll(graphs.get(process).getOrDefault(node, Set.of()));
            }
        }
        // For the question whether an end is reached, a step that waits is none.
        reached.removeIf(node -> waits.get(process).contains(node));
        return reached;
    }

    /** The steps of a way round without waiting, in its order; empty when there is none. Walks without recursion: a long line is no deep stack. */
    private Set<String> round(String process) {
        Map<String, Set<String>> graph = graphs.get(process);
        Set<String> done = new HashSet<>();
        for (String root : List.copyOf(graph.keySet())) {
            LinkedHashSet<String> way = new LinkedHashSet<>();
            List<String> stack = new ArrayList<>(List.of(root));
            while (!stack.isEmpty()) {
                String node = stack.get(stack.size() - 1);
                if (done.contains(node) || isWait(process, node)) {
                    stack.remove(stack.size() - 1);
                    way.remove(node);
                    done.add(node);
                    continue;
                }
                if (way.add(node)) {
                    for (String to : graph.getOrDefault(node, Set.of())) {
                        if (way.contains(to)) {
                            List<String> all = List.copyOf(way);
                            return all.subList(all.indexOf(to), all.size()).stream().map(id -> id.replace(OUT, "")).collect(Collectors.toCollection(LinkedHashSet::new));
                        }
                        if (!done.contains(to)) {
                            stack.add(to);
                        }
                    }
                } else {
                    stack.remove(stack.size() - 1);
                    way.remove(node);
                    done.add(node);
                }
            }
        }
        return Set.of();
    }

    /** Whether that process is called again before anything in it waits. */
    private boolean callsItself(String process, String called, Set<String> seen) {
        if (called.equals(process)) {
            return true;
        }
        if (!processes.containsKey(called) || !seen.add(called)) {
            return false;
        }
        Set<String> reached = reached(called, starts(called));
        return calls.get(called).entrySet().stream().filter(call -> reached.contains(call.getKey())).anyMatch(call -> callsItself(process, call.getValue(), seen));
    }

    private static List<Element> elements(Element process, String name) {
        List<Element> found = new ArrayList<>();
        var all = process.getElementsByTagNameNS(BpmnGate.BPMN, name);
        for (int i = 0; i < all.getLength(); i++) {
            Node node = all.item(i);
            found.add((Element) node);
        }
        return found;
    }
}
