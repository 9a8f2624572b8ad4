package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import java.util.function.Consumer;

/** Where the rules of one file bring what they find. */
record Report(String file, Consumer<DiagramFinding> found) {

    void blocks(String element, String rule, String... args) {
        found.accept(DiagramFinding.blocks(file, element, rule, args));
    }

    void warns(String element, String rule, String... args) {
        found.accept(DiagramFinding.warns(file, element, rule, args));
    }
}
