package be.dossierwerk.lint;

import be.dossierwerk.engine.Vocabulary;
import be.dossierwerk.engine.Vocabulary.Fact;
import be.dossierwerk.lint.Diagram.Flow;
import be.dossierwerk.lint.Diagram.Step;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what a diagram names exists: terms of timers, facts of conditions, building blocks of calls. */
final class WordRules {

    private static final Pattern TERM = Pattern.compile("deadlines\\.(?:endOf|before)\\('([^']+)'");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{!?([a-z][A-Za-z0-9]*)(?: [!=]= '([^']*)')?}");

    private WordRules() { }

    static void check(Diagram diagram, Map<String, Diagram> byProcess, Vocabulary vocabulary, Report report) {
        for (Step step : diagram.steps()) {
            Matcher term = TERM.matcher(step.timer);
            if (step.hasTimer() && !term.find()) {
                report.blocks(step.id, "timer-asks-term", step.called());
            } else if (step.hasTimer() && !vocabulary.terms().contains(term.group(1))) {
                report.blocks(step.id, "term-unknown", step.called(), term.group(1));
            }
            if (step.is("callActivity") && !byProcess.containsKey(step.calls)) {
                report.blocks(step.id, "block-unknown", step.called(), step.calls);
            }
            if (step.is("userTask") && step.groups.isEmpty()) {
                report.blocks(step.id, "nobody-may", step.called());
            }
            if (step.is("userTask") && !vocabulary.forms().contains(step.form)) {
                report.blocks(step.id, "form-unknown", step.called(), step.form);
            }
        }
        diagram.flows.stream().filter(flow -> flow.condition() != null).forEach(flow -> condition(flow, vocabulary, report));
    }

    private static void condition(Flow flow, Vocabulary vocabulary, Report report) {
        Matcher condition = CONDITION.matcher(flow.condition());
        String from = flow.from().called();
        String answer = flow.name().isEmpty() ? flow.to().called() : flow.name();
        if (!condition.matches()) {
            report.blocks(flow.id(), "condition-form", from, answer);
            return;
        }
        Fact fact = vocabulary.facts().get(condition.group(1));
        String code = condition.group(2);
        if (fact == null) {
            report.blocks(flow.id(), "fact-unknown", from, answer, condition.group(1));
        } else if (code == null && !fact.isFlag()) {
            report.blocks(flow.id(), "fact-needs-value", from, answer, fact.name());
        } else if (code != null && !fact.isCode()) {
            report.blocks(flow.id(), "fact-is-yes-or-no", from, answer, fact.name());
        } else if (code != null && !fact.codes().isEmpty() && !fact.codes().contains(code)) {
            report.warns(flow.id(), "value-never-seen", from, answer, fact.name(), code);
        }
    }
}
