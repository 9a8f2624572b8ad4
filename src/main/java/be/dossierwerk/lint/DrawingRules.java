package be.dossierwerk.lint;

import be.dossierwerk.lint.Diagram.Box;
import be.dossierwerk.lint.Diagram.Flow;
import be.dossierwerk.lint.Diagram.Step;
import java.util.List;

/** Whether the drawing shows what the diagram does: everything drawn, nothing on top of something else, read from left to right (house.md 3.9). */
final class DrawingRules {

    private DrawingRules() { }

    static void check(Diagram diagram, Report report) {
        if (!diagram.steps.isEmpty() && diagram.boxes.isEmpty()) {
            report.blocks("", "no-drawing", diagram.name);
            return;
        }
        diagram.steps().stream().filter(step -> !diagram.boxes.containsKey(step.id)).forEach(step -> report.blocks(step.id, "not-drawn", step.called()));
        diagram.flows.stream().filter(flow -> !diagram.lines.contains(flow.id()))
                .forEach(flow -> report.blocks(flow.id(), "line-not-drawn", flow.from().called(), flow.to().called()));
        overlaps(diagram, report);
        diagram.flows.forEach(flow -> leftToRight(diagram, flow, report));
    }

    private static void overlaps(Diagram diagram, Report report) {
        List<Step> drawn = diagram.steps().stream().filter(step -> diagram.boxes.containsKey(step.id)).toList();
        for (int i = 0; i < drawn.size(); i++) {
            Step one = drawn.get(i);
            Box place = diagram.boxes.get(one.id);
            if (one.around != null && diagram.boxes.containsKey(one.around.id) && !diagram.boxes.get(one.around.id).contains(place) && one.attachedTo == null) {
                report.warns(one.id, "out-of-frame", one.called(), one.around.called());
            }
            for (Step other : drawn.subList(i + 1, drawn.size())) {
                if (place.overlaps(diagram.boxes.get(other.id)) && !belong(one, other) && !belong(other, one)) {
                    report.warns(other.id, "overlap", other.called(), one.called());
                }
            }
        }
    }

    /** Events hang on the edge of their step, and what is in a frame lies on it. */
    private static boolean belong(Step inner, Step outer) {
        for (Step at = inner; at != null; at = at.attachedTo != null ? at.attachedTo : at.around) {
            if (at.around == outer || at.attachedTo == outer) {
                return true;
            }
        }
        return false;
    }

    private static void leftToRight(Diagram diagram, Flow flow, Report report) {
        Box from = diagram.boxes.get(flow.from().id);
        Box to = diagram.boxes.get(flow.to().id);
        if (from != null && to != null && to.middle() <= from.middle() && !flow.to().isGateway()) {
            report.warns(flow.id(), "left-to-right", flow.from().called(), flow.to().called());
        }
    }
}
