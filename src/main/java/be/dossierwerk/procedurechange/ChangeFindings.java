package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.DiagramGate;
import be.dossierwerk.engine.Vocabulary;
import be.dossierwerk.lint.DiagramCheck;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What is wrong in the files of a change, before they are a draft and before they are published. */
@Component
public class ChangeFindings {

    /** What a drawing lacks while somebody draws it; nothing of it does anything by itself, and a publication never has it. */
    private static final Set<String> UNFINISHED = Set.of("gate-form-none", "gate-form", "gate-group-none", "gate-delegate-none", "gate-called", "gate-message", "gate-fact",
            "gate-fact-flag", "gate-fact-code", "gate-term", "gate-start", "gate-event", "gate-event-choice", "gate-event-entered", "gate-event-frame", "gate-reference",
            "gate-endless-round", "gate-endless-call", "gate-parallel", "gate-table-empty", "gate-table-reference", "gate-table-names", "gate-table-input", "gate-table-width",
            "gate-form-choices", "gate-form-key", "gate-form-key-twice", "gate-form-condition-key");

    /** What may never run in this file; {@code finished}: it is also refused for what it lacks. */
    List<DiagramFinding> refused(DiagramSet set, String path, boolean finished) {
        return new DiagramGate(Vocabulary.ofProduct()).findings(set).stream().filter(finding -> finding.file().equals(path))
                .filter(finding -> finished || !UNFINISHED.contains(finding.rule())).toList();
    }

    /** Everything that is wrong in the changed files, sentences by {@code lint.<rule>}. */
    public List<DiagramFinding> of(Proposal proposal) {
        Set<String> paths = new TreeSet<>(proposal.changed());
        paths.retainAll(proposal.proposed().paths());
        return DiagramCheck.findings(proposal.proposed(), paths);
    }

    /** As fields of a refusal: the element, or the file's name, and its sentence. */
    static List<Refused.Field> fields(List<DiagramFinding> findings) {
        return findings.stream().map(finding -> new Refused.Field(finding.element().isEmpty() ? finding.file() : finding.element(), "lint." + finding.rule(),
                finding.args().toArray())).toList();
    }
}
