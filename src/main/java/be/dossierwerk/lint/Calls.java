package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Tags;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which diagrams of a set call which: a rule that looks past one diagram reads those alone. */
final class Calls {

    private final Map<String, Set<String>> called = new HashMap<>();
    private final Map<String, Set<String>> callers = new HashMap<>();

    Calls(DiagramSet set) {
        Map<String, String> files = new HashMap<>();
        Map<String, Set<String>> calls = new TreeMap<>();
        set.files().forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                Tags.of(content, "process").forEach(process -> files.putIfAbsent(process.get("id"), file));
                calls.put(file, Tags.of(content, "callActivity").stream().map(call -> call.get("calledElement")).collect(Collectors.toSet()));
            }
        });
        calls.forEach((file, processes) -> processes.stream().map(files::get).filter(to -> to != null).forEach(to -> {
            called.computeIfAbsent(file, key -> new TreeSet<>()).add(to);
            callers.computeIfAbsent(to, key -> new TreeSet<>()).add(file);
        }));
        calls.keySet().forEach(file -> called.putIfAbsent(file, Set.of()));
    }

    /** These diagrams, whatever leads to them, and whatever any of those calls: all that a dossier can pass through before or after them. */
    Set<String> around(Collection<String> paths) {
        return reached(reached(paths.stream().filter(called::containsKey).toList(), callers), called);
    }

    private static Set<String> reached(Collection<String> from, Map<String, Set<String>> next) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String file = open.poll();
            if (reached.add(file)) {
                open.addAll(next.getOrDefault(file, Set.of()));
            }
        }
        return reached;
    }
}
