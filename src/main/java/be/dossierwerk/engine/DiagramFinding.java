package be.dossierwerk.engine;

import java.util.List;

/**
 * Something wrong in a diagram, table or form. {@code file}: its resource name; {@code element}: the id of what a person sees in the drawing (a field's key in
 * a form, a rule's id in a table), empty for the whole file; {@code rule}: names the text {@code lint.<rule>} in the messages, which says what is wrong and what to do;
 * {@code args}: what the text names, in words that a person knows. What blocks is never published.
 */
public record DiagramFinding(String file, String element, Severity severity, String rule, List<String> args) {

    public enum Severity { BLOCKS, WARNS }

    public static DiagramFinding blocks(String file, String element, String rule, String... args) {
        return new DiagramFinding(file, element, Severity.BLOCKS, rule, List.of(args));
    }

    public static DiagramFinding warns(String file, String element, String rule, String... args) {
        return new DiagramFinding(file, element, Severity.WARNS, rule, List.of(args));
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
