package be.dossierwerk.engine;

import java.util.List;

/** What may never run in the engine. */
public final class DiagramGate {

    private final Vocabulary vocabulary;

    public DiagramGate(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Everything that is not allowed, file by file; empty when the files may be deployed together. */
    public List<DiagramFinding> findings(DiagramSet set) {
        return vocabulary.groups().isEmpty() ? List.of(DiagramFinding.blocks("", "", "gate-empty")) : List.of();
    }
}
