package be.dossierwerk.engine;

import be.dossierwerk.engine.internal.BpmnGate;
import be.dossierwerk.engine.internal.DmnGate;
import be.dossierwerk.engine.internal.FormGate;
import be.dossierwerk.engine.internal.Refusals;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Refuses a diagram, decision table or form that could do anything but move dossiers along: they are programs, and the engine runs what they hold.
 * Everything is refused that is not on a list (quality.md C.2, ADR 0016). It needs neither engine nor database.
 */
@Component
public class DiagramGate {

    /** The refusal of a whole set of files; every finding is a field of it. */
    public static final class DiagramsRefused extends Refused {

        private final transient List<DiagramFinding> findings;

        DiagramsRefused(List<DiagramFinding> findings) {
            super("lint.gate-refused", findings.stream().map(finding -> new Field(finding.element().isEmpty() ? finding.file() : finding.file() + "#" + finding.element(),
                    "lint." + finding.rule(), finding.args().toArray())).toList(), findings.size());
            this.findings = List.copyOf(findings);
        }

        public List<DiagramFinding> findings() {
            return findings;
        }

        @Override
        public String toString() {
            return "DiagramsRefused" + findings.stream().map(finding -> "\n- " + finding).reduce("", String::concat);
        }
    }

    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,79}/){0,6}[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final int MOST_FILES = 2_000;

    private final Vocabulary vocabulary;

    public DiagramGate() {
        this(Vocabulary.ofProduct());
    }

    public DiagramGate(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Checks all files of one deployment, by resource name.
     *
     * @throws DiagramsRefused when anything in any of them is not allowed
     */
    public void check(Map<String, byte[]> files) {
        List<DiagramFinding> findings = findings(DiagramSet.of(files));
        if (!findings.isEmpty()) {
            throw new DiagramsRefused(findings);
        }
    }

    /** Everything that is not allowed, file by file, always blocking; empty when the files may be deployed together. Never throws, whatever the files hold. */
    public List<DiagramFinding> findings(DiagramSet set) {
        if (set.paths().size() > MOST_FILES) {
            return List.of(DiagramFinding.blocks("", "", "gate-files", String.valueOf(MOST_FILES)));
        }
        SortedMap<String, Refusals> refused = new TreeMap<>();
        TreeSet<String> forms = new TreeSet<>(vocabulary.forms());
        set.paths().stream().filter(path -> path.startsWith("forms/") && path.endsWith(".form"))
                .forEach(path -> forms.add(path.substring("forms/".length(), path.length() - ".form".length())));
        BpmnGate diagrams = new BpmnGate(vocabulary.withForms(forms));
        DmnGate tables = new DmnGate();
        set.files().forEach((path, content) -> {
            Refusals refusals = refused.computeIfAbsent(path, Refusals::new);
            if (!PATH.matcher(path).matches()) {
                refusals.refuse("", "gate-path");
            } else if (path.endsWith(".bpmn")) {
                diagrams.read(content, refusals);
            } else if (path.endsWith(".dmn")) {
                tables.read(content, refusals);
            } else if (path.endsWith(".form")) {
                FormGate.check(content, refusals);
            } else {
                refusals.refuse("", "gate-kind");
            }
        });
        diagrams.check();
        tables.check();
        List<DiagramFinding> findings = new ArrayList<>();
        refused.values().forEach(refusals -> findings.addAll(refusals.found()));
        return findings;
    }
}
