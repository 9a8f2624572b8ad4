package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.correspondence.StepLetters;
import be.dossierwerk.deadline.ShowTermRules;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Vocabulary;
import be.dossierwerk.modeling.DiagramChoices;
import be.dossierwerk.modeling.DiagramChoices.Choice;
import be.dossierwerk.procedurechange.ProcedureFiles;
import be.dossierwerk.procedurechange.ProcedureFiles.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a manager may choose from in the drawing, by the names that people use. */
final class EditorChoices {

    private EditorChoices() { }

    /** {@code drawn}: the path of the diagram that is drawn. */
    static DiagramChoices of(DiagramSet set, String drawn, ShowTermRules termRules) {
        Vocabulary words = Vocabulary.ofProduct();
        Map<String, String> terms = termRules.names();
        return new DiagramChoices(DiagramChoices.roleChoices(),
                set.paths().stream().filter(path -> path.endsWith(".form")).map(path -> path.substring("forms/".length(), path.length() - ".form".length()))
                        .map(key -> new Choice(key, ProcedureFiles.words(key) + " (" + ProcedureFiles.words(key.substring(0, key.indexOf('/'))) + ")")).sorted(byLabel()).toList(),
                words.terms().stream().map(code -> new Choice(code, terms.getOrDefault(code, code))).sorted(byLabel()).toList(),
                words.delegates().entrySet().stream().filter(each -> each.getValue().isFor(process(drawn))).map(each -> new Choice(each.getKey(), each.getValue().does())).sorted(byLabel()).toList(),
                ProcedureFiles.of(set).stream().filter(file -> file.kind() == Kind.BOUWSTEEN).map(file -> new Choice(process(file.path()), file.name())).toList(),
                words.facts().values().stream().map(fact -> new DiagramChoices.Fact(fact.name(), words(fact.name()),
                        fact.isFlag() ? List.of() : fact.codes().stream().map(code -> new Choice(code, be.dossierwerk.dossier.Words.of(code))).toList())).toList(),
                StepLetters.all().keySet().stream().collect(Collectors.toMap(Function.identity(), StepLetters::names)));
    }

    /** The process of a diagram is called as its file. */
    static String process(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".bpmn", "");
    }

    /** bewijsOntvangen becomes "bewijs ontvangen". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }

    private static Comparator<Choice> byLabel() {
        return Comparator.comparing(Choice::label);
    }
}
