package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import java.util.Set;
import java.util.function.Consumer;

/** One thing that a good diagram keeps to. A rule only sees files that passed the gate; it needs no beans, so that the command line knows it too. */
interface LintRule {

    /** @param paths the files whose findings are asked for; the others of the set are there to look things up */
    void check(DiagramSet set, Vocabulary vocabulary, Set<String> paths, Consumer<DiagramFinding> found);
}
