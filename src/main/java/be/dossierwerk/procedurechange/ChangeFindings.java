package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.Tags;
import be.dossierwerk.engine.Vocabulary;
import be.dossierwerk.lint.DiagramCheck;
import be.dossierwerk.shared.Refused;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is wrong in the files of a change, before they are a draft and before they are published. */
@Component
public class ChangeFindings {

    /** What a drawing lacks while somebody draws it; nothing of it does anything by itself, and a publication never has it. */
    private static final Set<String> UNFINISHED = Set.of("gate-form-none", "gate-form", "gate-group-none", "gate-delegate-none", "gate-called", "gate-called-key", "gate-message", "gate-fact",
            "gate-fact-flag", "gate-fact-code", "gate-term", "gate-start", "gate-event", "gate-event-choice", "gate-event-entered", "gate-event-frame", "gate-reference",
            "gate-endless-round", "gate-endless-call", "gate-parallel", "gate-table-empty", "gate-table-reference", "gate-table-names", "gate-table-input", "gate-table-width",
            "gate-form-choices", "gate-form-key", "gate-form-key-twice", "gate-form-condition-key");

    /** What only other files can answer. */
    private static final Set<String> OF_OTHERS = Set.of("gate-called", "gate-form", "gate-endless-call");

    private static final int KEPT = 50;

    /** The same files have the same findings; a page asks several times. */
    private final Map<String, List<DiagramFinding>> found = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<DiagramFinding>> eldest) {
            return size() > KEPT;
        }
    });

    /**
     * What may never run in this file, by itself or with the files that it names, which is quicker than the whole set; {@code finished}: it is also refused for
     * what it lacks.
     */
    List<DiagramFinding> refused(DiagramSet set, String path, boolean finished) {
        DiagramGate gate = new DiagramGate(Vocabulary.ofProduct());
        List<DiagramFinding> alone = gate.findings(DiagramSet.of(Map.of(path, set.files().get(path)))).stream().filter(finding -> !OF_OTHERS.contains(finding.rule())).toList();
        // What is refused by itself is not read any further.
        Stream<DiagramFinding> together = alone.isEmpty() ? gate.findings(near(set, path)).stream().filter(finding -> finding.file().equals(path)) : Stream.empty();
        return Stream.concat(alone.stream(), together).distinct()
                .filter(finding -> finished || !UNFINISHED.contains(finding.rule())).toList();
    }

    /** The file, what it calls however far that leads, the forms it shows, and what has the same name. */
    private static DiagramSet near(DiagramSet set, String path) {
        String text = set.text(path).orElse("");
        Set<String> names = values(text, "id", "process", "decision");
        Set<String> called = called(set, text);
        Set<String> forms = values(text, "formKey", "userTask");
        Map<String, byte[]> near = new HashMap<>();
        set.files().forEach((each, content) -> {
            if (each.equals(path) || called.contains(process(each)) || each.endsWith(".form") && forms.contains(each.replaceAll("^forms/|\\.form$", ""))
                    || !each.endsWith(".form") && names.stream().anyMatch(name -> set.text(each).orElse("").contains("id=\"" + name + "\""))) {
                near.put(each, content);
            }
        });
        return DiagramSet.of(near);
    }

    /** A round of calls without end is seen only when all of it is there. */
    private static Set<String> called(DiagramSet set, String text) {
        Map<String, String> diagrams = new HashMap<>();
        set.paths().stream().filter(path -> path.endsWith(".bpmn")).forEach(path -> diagrams.put(process(path), path));
        Set<String> called = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(values(text, "calledElement", "callActivity"));
        while (!open.isEmpty()) {
            String process = open.poll();
            if (called.add(process) && diagrams.containsKey(process)) {
                open.addAll(values(set.text(diagrams.get(process)).orElse(""), "calledElement", "callActivity"));
            }
        }
        return called;
    }

    /** The process of a diagram is called as its file; of another file a name that no diagram calls. */
    private static String process(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".bpmn", "");
    }

    private static Set<String> values(String text, String attribute, String... kinds) {
        return Tags.of(text, Set.of(kinds)).stream().map(tag -> tag.get(attribute)).filter(value -> !value.isEmpty()).collect(Collectors.toSet());
    }

    /** Everything that is wrong in the changed files, sentences by {@code lint.<rule>}. */
    public List<DiagramFinding> of(Proposal proposal) {
        Set<String> paths = new TreeSet<>(proposal.changed());
        paths.retainAll(proposal.proposed().paths());
        if (paths.isEmpty()) {
            return List.of();
        }
        String key = proposal.proposed().hash() + paths;
        List<DiagramFinding> before = found.get(key);
        if (before != null) {
            return before;
        }
        List<DiagramFinding> now = List.copyOf(DiagramCheck.findings(proposal.proposed(), paths));
        found.put(key, now);
        return now;
    }

    /** As fields of a refusal: the element, or the file's name, and its sentence. */
    static List<Refused.Field> fields(List<DiagramFinding> findings) {
        return findings.stream().map(finding -> new Refused.Field(finding.element().isEmpty() ? finding.file() : finding.element(), "lint." + finding.rule(),
                finding.args().toArray())).toList();
    }
}
