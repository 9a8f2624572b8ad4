package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import java.util.SortedSet;

/** What a change proposes: the set that holds now and the same set with the draft's files in it. {@code change} is the dossier's number. */
public record Proposal(String change, DiagramSet published, DiagramSet proposed) {

    /** The files that the draft changes, adds or takes away. */
    public SortedSet<String> changed() {
        return published.differences(proposed);
    }
}
