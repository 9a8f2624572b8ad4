package be.dossierwerk.lint;

import be.dossierwerk.engine.ReservedForms;
import be.dossierwerk.engine.TaskRole;
import be.dossierwerk.lint.Diagram.Flow;
import be.dossierwerk.lint.Diagram.Step;
import be.dossierwerk.security.Roles;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the house asks of each step: an exit when the term ends, an explanation, a place in separation of duties, and names without dates (house.md 3.9, ideas.md 22). */
final class TaskRules {

    private static final Map<String, String> PREFIXES = Map.of("startEvent", "StartEvent_", "endEvent", "EndEvent_", "userTask", "UserTask_",
            "serviceTask", "ServiceTask_", "callActivity", "CallActivity_", "subProcess", "SubProcess_");
    private static final Pattern SPAN = Pattern.compile(
            "(?i)\\b\\d+\\s*(kalender|werk)?(dag(en)?|we(ek|ken)|maand(en)?|jaar|jaren|uur|uren|minuten)\\b"
                    + "|\\b\\d{1,2}\\s+(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\\b"
                    + "|\\b\\d{1,2}[/-]\\d{1,2}([/-]\\d{2,4})?\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\bP(T?\\d+[YMWDHS])+\\b");
    private static final Pattern CONDITION_READS = Pattern.compile("\\$\\{!?([a-z][A-Za-z0-9]*)");

    private final Diagram diagram;
    private final Collection<Diagram> all;
    private final Report report;

    private TaskRules(Diagram diagram, Collection<Diagram> all, Report report) {
        this.diagram = diagram;
        this.all = all;
        this.report = report;
    }

    /** {@code all}: with whatever calls the diagram; {@code paths}: of the whole set. */
    static void check(Diagram diagram, Collection<Diagram> all, Set<String> paths, Report report) {
        TaskRules rules = new TaskRules(diagram, all, report);
        rules.file(paths);
        diagram.steps().forEach(rules::step);
        diagram.flows.stream().filter(flow -> SPAN.matcher(flow.name()).find())
                .forEach(flow -> report.warns(flow.id(), "span-in-name", flow.name()));
        diagram.flows.stream().filter(flow -> flow.condition() != null).collect(Collectors.groupingBy(Flow::from)).forEach(rules::oneFact);
    }

    private void file(Set<String> paths) {
        String[] path = diagram.file.split("/");
        String file = path[path.length - 1].replace(".bpmn", "");
        if (!file.equals(diagram.process)) {
            report.blocks("", "process-is-file", diagram.process, file);
        }
        String folder = path.length > 1 ? path[path.length - 2] : "bouwstenen";
        if (!folder.equals("bouwstenen") && !folder.equals(file)
                && paths.stream().noneMatch(other -> other.endsWith("/" + folder + "/" + folder + ".bpmn"))) {
            report.warns("", "process-is-folder", file, folder);
        }
    }

    private void step(Step step) {
        if (SPAN.matcher(step.name).find()) {
            report.warns(step.id, "span-in-name", step.name);
        }
        if (step.is("serviceTask") && step.asynchronous && step.documentation.isEmpty()) {
            report.warns(step.id, "asynchronous-why", step.called());
        }
        if (step.is("userTask")) {
            if (step.documentation.isEmpty()) {
                report.warns(step.id, "say-what-to-do", step.called());
            }
            if (!step.form.isEmpty() && !hasExit(step, new HashSet<>())) {
                report.warns(step.id, "exit-when-term-ends", step.called());
            }
            taskRole(step);
            groups(step);
        }
        id(step);
    }

    private void taskRole(Step task) {
        var said = TaskRole.of(task.taskRole);
        var fixed = TaskRole.ofForm(task.form);
        String known = String.join(", ", TaskRole.codes());
        if (fixed.isPresent() && said.isPresent() && said.get() != fixed.get()) {
            report.blocks(task.id, "task-role-of-form", task.called(), said.get().word(), fixed.get().word());
        } else if (said.isEmpty() && fixed.filter(TaskRole::decides).isPresent()) {
            report.blocks(task.id, "task-role-decides", task.called(), fixed.get().name());
        } else if (said.isEmpty()) {
            report.warns(task.id, "task-role-required", task.called(), known);
        }
    }

    /** What is refused when the form is sent, is said here before (ADR 0021). */
    private void groups(Step task) {
        List<String> refused = task.groups.stream().filter(group -> !ReservedForms.allows(task.form, group)).toList();
        Set<String> onlyFor = ReservedForms.onlyFor(task.form);
        if (!refused.isEmpty() && onlyFor.isEmpty()) {
            report.blocks(task.id, "looks-on", task.called(), Roles.either(refused));
        } else if (!refused.isEmpty()) {
            report.blocks(task.id, "only-for", task.called(), Roles.either(onlyFor), Roles.either(refused));
        }
    }

    /** A timer that ends the task, a frame around it, its process, or every call that leads to it. */
    private boolean hasExit(Step step, Set<String> seen) {
        for (Step at = step; at != null; at = at.around) {
            if (at.attached.stream().anyMatch(event -> event.hasTimer() && event.interrupts) || eventFrame(at.around)) {
                return true;
            }
        }
        if (!seen.add(diagram.process)) {
            return false;
        }
        return calledWithExit(diagram.process, seen);
    }

    private boolean calledWithExit(String process, Set<String> seen) {
        List<Diagram> callers = all.stream().filter(other -> other.steps("callActivity").stream().anyMatch(call -> call.calls.equals(process))).toList();
        return !callers.isEmpty() && callers.stream().allMatch(caller -> caller.steps("callActivity").stream()
                .filter(call -> call.calls.equals(process)).allMatch(call -> new TaskRules(caller, all, report).hasExit(call, new HashSet<>(seen))));
    }

    private boolean eventFrame(Step scope) {
        return diagram.within(scope).stream().anyMatch(frame -> frame.byEvent && diagram.within(frame).stream()
                .anyMatch(start -> start.is("startEvent") && start.hasTimer()));
    }

    private void oneFact(Step gateway, List<Flow> answers) {
        Set<String> facts = answers.stream().flatMap(flow -> CONDITION_READS.matcher(flow.condition()).results()).map(match -> match.group(1))
                .collect(Collectors.toSet());
        if (facts.size() > 1) {
            report.warns(gateway.id, "one-fact", gateway.called(), facts.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private void id(Step step) {
        String prefix = step.isGateway() ? "Gateway_" : PREFIXES.getOrDefault(step.type, step.events.contains("messageEventDefinition") ? "Message_" : "Timer_");
        if (!step.id.matches(prefix + "[A-Z][A-Za-z0-9]+") && !step.name.isEmpty()) {
            report.warns(step.id, "id-pattern", step.called(), step.id, prefix + pascal(step.name));
        }
    }

    /** "Herinnering sturen" becomes HerinneringSturen. */
    static String pascal(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.split("[^A-Za-z0-9]+")).filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }
}
