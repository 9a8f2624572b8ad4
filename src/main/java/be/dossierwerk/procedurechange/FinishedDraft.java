package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.shared.Refused;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a draft may be laid before others and approved: on what holds today, and with nothing in it that blocks. */
@Component
class FinishedDraft {

    private final ChangeDrafts drafts;
    private final ChangeFindings findings;

    FinishedDraft(ChangeDrafts drafts, ChangeFindings findings) {
        this.drafts = drafts;
        this.findings = findings;
    }

    /** @throws Refused procedurechange.nothing-changed; procedurechange.outdated; procedurechange.blocked with what blocks */
    void check(String change) {
        Proposal proposal = drafts.proposal(change);
        if (proposal.changed().isEmpty()) {
            throw new Refused("procedurechange.nothing-changed");
        }
        SortedSet<String> outdated = drafts.outdated(change);
        if (!outdated.isEmpty()) {
            throw new Refused("procedurechange.outdated", outdated.stream().map(ProcedureFiles::words).collect(Collectors.joining(", ")));
        }
        List<DiagramFinding> blocking = findings.of(proposal).stream().filter(DiagramFinding::blocks).toList();
        if (!blocking.isEmpty()) {
            throw new Refused("procedurechange.blocked", ChangeFindings.fields(blocking), blocking.size());
        }
    }
}
