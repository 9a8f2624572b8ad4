package be.dossierwerk.lint;

import be.dossierwerk.lint.Diagram.Flow;
import be.dossierwerk.lint.Diagram.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a dossier can come everywhere and always gets to an end. A line always counts as passable: conditions are not compared with each other. */
final class SoundnessRules {

    private SoundnessRules() { }

    static void check(Diagram diagram, Report report) {
        Set<Step> reached = reached(diagram);
        for (Step step : diagram.steps()) {
            boolean cutOff = step.incoming.isEmpty() && !step.is("startEvent", "boundaryEvent") && !step.byEvent;
            boolean stuck = step.outgoing.isEmpty() && !step.is("endEvent") && !step.byEvent;
            // A step without a line is said already; here are those behind it.
            if (!reached.contains(step) && !cutOff) {
                report.blocks(step.id, "unreachable", step.called());
            }
            if (!stuck && !step.byEvent && Diagram.reachable(List.of(step), null).stream().noneMatch(next -> next.is("endEvent"))) {
                report.blocks(step.id, "no-end-ahead", step.called());
            }
            if (step.is("parallelGateway") && step.incoming.size() > 1 && reached.contains(step)) {
                join(diagram, step, report);
            }
        }
    }

    private static Set<Step> reached(Diagram diagram) {
        List<Step> from = new ArrayList<>();
        diagram.steps("startEvent").forEach(from::add);
        diagram.steps().stream().filter(step -> step.byEvent).forEach(from::add);
        Set<Step> reached = Diagram.reachable(from, null);
        boolean again = true;
        while (again) {
            // What stands in a frame that nobody reaches is not reached either.
            again = reached.removeIf(step -> step.around != null && !reached.contains(step.around));
        }
        return reached;
    }

    /** A join waits for each of its lines: each two of them must come from different lines of one parallel split. */
    private static void join(Diagram diagram, Step join, Report report) {
        List<Step> splits = diagram.steps("parallelGateway").stream().filter(step -> step.outgoing.size() > 1 && step != join).toList();
        Map<Flow, Set<Step>> behind = new LinkedHashMap<>();
        splits.forEach(split -> split.outgoing.forEach(flow -> behind.put(flow, Diagram.reachable(List.of(flow.to()), join))));
        for (int i = 0; i < join.incoming.size(); i++) {
            for (int j = i + 1; j < join.incoming.size(); j++) {
                Flow one = join.incoming.get(i);
                Flow other = join.incoming.get(j);
                boolean together = splits.stream().anyMatch(split -> split.outgoing.stream().anyMatch(first -> leads(behind, first, one)
                        && split.outgoing.stream().anyMatch(second -> second != first && leads(behind, second, other))));
                if (!together) {
                    report.blocks(join.id, "join-never-complete", join.called(), one.from().called(), other.from().called());
                    return;
                }
            }
        }
    }

    private static boolean leads(Map<Flow, Set<Step>> behind, Flow from, Flow to) {
        return from == to || behind.get(from).contains(to.from());
    }
}
