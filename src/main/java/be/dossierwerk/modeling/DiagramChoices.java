package be.dossierwerk.modeling;

import be.dossierwerk.security.Roles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a manager may choose from when drawing, each with its Dutch name; what is not here cannot be drawn. {@code letters}: the names of
 * the letters that a step sends, by its delegate or form; one of several goes out, as the dossier asks.
 */
public record DiagramChoices(List<Choice> roles, List<Choice> forms, List<Choice> terms, List<Choice> delegates, List<Choice> blocks,
                             List<Fact> facts, Map<String, List<String>> letters) {

    /** {@code value} as the diagram writes it: a role, {@code erkenning/nota-opstellen}, {@code T-ERK-BESLISSING}, {@code remindDelegate}, a process. */
    public record Choice(String value, String label) { }

    /** A declared variable of the procedure; without {@code values} it is yes or no. */
    public record Fact(String name, String label, List<Choice> values) {

        public boolean yesOrNo() {
            return values.isEmpty();
        }
    }

    public DiagramChoices {
        roles = List.copyOf(roles);
        forms = List.copyOf(forms);
        terms = List.copyOf(terms);
        delegates = List.copyOf(delegates);
        blocks = List.copyOf(blocks);
        facts = List.copyOf(facts);
        letters = Map.copyOf(letters);
    }

    /** For a diagram that is only read. */
    public static DiagramChoices none() {
        return new DiagramChoices(roleChoices(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /** The roles of the house by name. */
    public static List<Choice> roleChoices() {
        return Roles.names().entrySet().stream().map(role -> new Choice(role.getKey(), role.getValue()))
                .sorted(Comparator.comparing(Choice::label)).toList();
    }

    Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** A form that is not on the list is called as its file: {@code erkenning/nota-opstellen} is "Nota opstellen". */
    String formName(String form) {
        return forms.stream().filter(known -> known.value().equals(form)).map(Choice::label).findFirst().orElseGet(() -> words(form));
    }

    /** The last part of a code as words: {@code erkenning.aanvraag-ingetrokken} is "Aanvraag ingetrokken". */
    static String words(String code) {
        String last = code.substring(Math.max(code.lastIndexOf('/'), code.lastIndexOf('.')) + 1).replace('-', ' ');
        return last.isEmpty() ? "" : last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
    }

    /** The names of the letters that a step sends; empty when it sends none. */
    String letters(DiagramSteps.Step step) {
        return String.join(" / ", letters.getOrDefault(step.delegate().isEmpty() ? step.form() : step.delegate(), List.of()));
    }

    static String label(List<Choice> choices, String value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).map(Choice::label).findFirst().orElse(value);
    }
}
