package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is wrong in the files of a change, before they are a draft and before they are published. */
@Component
public class ChangeFindings {

    /** What may never run in this file, whatever the rest of the set says; a draft never holds it. */
    List<DiagramFinding> refused(DiagramSet set, String path) {
        return List.of();
    }

    /** Everything that is wrong in the changed files, sentences by {@code lint.<rule>}. */
    public List<DiagramFinding> of(Proposal proposal) {
        Set<String> paths = new java.util.TreeSet<>(proposal.changed());
        paths.retainAll(proposal.proposed().paths());
        return List.of();
    }

    /** As fields of a refusal: the element, or the file's name, and its sentence. */
    static List<Refused.Field> fields(List<DiagramFinding> findings) {
        return findings.stream().map(finding -> new Refused.Field(finding.element().isEmpty() ? finding.file() : finding.element(), "lint." + finding.rule(),
                finding.args().toArray())).toList();
    }
}
