package be.dossierwerk.lint;

import be.dossierwerk.engine.Vocabulary;
import be.dossierwerk.engine.Vocabulary.Fact;
import be.dossierwerk.lint.Diagram.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an answer waits for a value that some diagram knows. That terms, facts, forms, groups and building blocks exist is asked by the gate. */
final class WordRules {

    private static final Pattern COMPARES = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*) [!=]= '([^']*)'}");

    private WordRules() { }

    static void check(Diagram diagram, Vocabulary vocabulary, Report report) {
        for (Flow flow : diagram.flows) {
            Matcher compares = COMPARES.matcher(flow.condition() == null ? "" : flow.condition());
            Fact fact = compares.matches() ? vocabulary.facts().get(compares.group(1)) : null;
            if (fact != null && !fact.codes().isEmpty() && !fact.codes().contains(compares.group(2))) {
                report.warns(flow.id(), "value-never-seen", flow.from().called(), flow.name().isEmpty() ? flow.to().called() : flow.name(), fact.name(), compares.group(2));
            }
        }
    }
}
