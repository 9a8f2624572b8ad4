package be.dossierwerk.lint;

import be.dossierwerk.lint.Diagram.Flow;
import be.dossierwerk.lint.Diagram.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How steps and lines may hang together: the rules of bpmnlint's recommended set, with the same meaning. */
final class StructureRules {

    private final Diagram diagram;
    private final Report report;

    private StructureRules(Diagram diagram, Report report) {
        this.diagram = diagram;
        this.report = report;
    }

    static void check(Diagram diagram, Report report) {
        StructureRules rules = new StructureRules(diagram, report);
        diagram.scopes().forEach(rules::beginningAndEnd);
        diagram.steps().forEach(rules::step);
        diagram.flows.forEach(rules::answer);
        rules.duplicateFlows();
    }

    private void beginningAndEnd(Step scope) {
        List<Step> within = diagram.within(scope);
        List<Step> starts = within.stream().filter(step -> step.is("startEvent")).toList();
        List<Step> ends = within.stream().filter(step -> step.is("endEvent")).toList();
        String id = scope == null ? diagram.process : scope.id;
        String name = scope == null ? diagram.name : scope.called();
        if (starts.isEmpty()) {
            report.blocks(id, "start-required", name);
        }
        if (ends.isEmpty()) {
            report.blocks(id, "end-required", name);
        }
        List<Step> blank = starts.stream().filter(start -> start.events.isEmpty()).toList();
        if (scope == null || !scope.byEvent) {
            blank.stream().skip(1).forEach(start -> report.blocks(start.id, "one-blank-start", start.called(), blank.get(0).called()));
        }
        if (scope != null) {
            starts.stream().filter(start -> start.events.isEmpty() == scope.byEvent).forEach(start ->
                    report.blocks(start.id, scope.byEvent ? "event-frame-typed-start" : "frame-blank-start", start.called(), name));
        }
        if (ends.size() == 1 && ends.get(0).terminates() && !runsBeside(scope)) {
            report.warns(ends.get(0).id, "superfluous-termination", ends.get(0).called());
        }
    }

    /** Whether anything can be under way beside the step that comes to the end. */
    private boolean runsBeside(Step scope) {
        return scope == null && diagram.steps().stream().anyMatch(step -> step.byEvent || !step.interrupts)
                || diagram.within(scope).stream().anyMatch(step -> step.is("parallelGateway", "inclusiveGateway", "complexGateway")
                || step.byEvent || !step.interrupts);
    }

    private void step(Step step) {
        boolean splits = step.outgoing.size() > 1;
        boolean joins = step.incoming.size() > 1;
        boolean asks = step.is("exclusiveGateway") && splits;
        if (step.name.isEmpty() && (asks || !step.isGateway())) {
            report.blocks(step.id, "label-required", step.called());
        }
        if (step.is("inclusiveGateway")) {
            report.blocks(step.id, "no-inclusive-gateway", step.called());
        } else if (step.is("complexGateway")) {
            report.blocks(step.id, "no-complex-gateway", step.called());
        }
        if (step.events.contains("linkEventDefinition")) {
            report.blocks(step.id, "no-link", step.called());
        }
        if (step.events.size() > 1) {
            report.blocks(step.id, "one-event-definition", step.called());
        }
        if (step.isGateway()) {
            gateway(step, splits, joins);
        } else {
            if (splits) {
                report.blocks(step.id, "no-implicit-split", step.called());
            }
            if (joins) {
                report.warns(step.id, "fake-join", step.called());
            }
        }
        connected(step);
    }

    private void gateway(Step gateway, boolean splits, boolean joins) {
        if (splits && joins) {
            report.blocks(gateway.id, "no-join-and-fork", gateway.called());
        } else if (gateway.outgoing.size() == 1 && gateway.incoming.size() == 1) {
            report.warns(gateway.id, "superfluous-gateway", gateway.called());
        }
        if (gateway.is("exclusiveGateway") && splits) {
            for (Flow flow : gateway.outgoing) {
                if (flow.condition() == null && !flow.otherwise()) {
                    report.blocks(flow.id(), "condition-required", gateway.called(), flow.to().called());
                } else if (flow.condition() != null && flow.otherwise()) {
                    report.blocks(flow.id(), "default-without-condition", gateway.called(), flow.to().called());
                }
            }
            rest(gateway);
        } else {
            gateway.outgoing.stream().filter(flow -> flow.condition() != null)
                    .forEach(flow -> report.blocks(flow.id(), "condition-in-vain", flow.to().called(), gateway.called()));
        }
        if (gateway.is("eventBasedGateway")) {
            gateway.outgoing.stream().filter(flow -> !flow.to().is("intermediateCatchEvent"))
                    .forEach(flow -> report.blocks(flow.id(), "event-gateway-waits", gateway.called(), flow.to().called()));
            if (gateway.outgoing.size() < 2) {
                report.blocks(gateway.id, "event-gateway-two", gateway.called());
            }
        }
    }

    /** A flag with both its answers leaves nothing over. With codes, that nothing fits can be meant to fail: no path is safer than a wrong one. */
    private void rest(Step gateway) {
        List<String> conditions = gateway.outgoing.stream().map(Flow::condition).filter(Objects::nonNull).toList();
        boolean both = conditions.stream().anyMatch(condition -> conditions.contains(condition.replace("${", "${!")));
        if (gateway.outgoing.stream().anyMatch(Flow::otherwise) || both) {
            return;
        }
        if (!conditions.isEmpty() && conditions.stream().allMatch(condition -> condition.contains(" == '"))) {
            report.warns(gateway.id, "default-advised", gateway.called());
        } else {
            report.blocks(gateway.id, "default-required", gateway.called());
        }
    }

    private void connected(Step step) {
        boolean begins = step.is("startEvent", "boundaryEvent") || step.byEvent;
        boolean ends = step.is("endEvent") || step.byEvent;
        boolean noWayIn = step.incoming.isEmpty() && !begins;
        boolean noWayOut = step.outgoing.isEmpty() && !ends;
        if (noWayIn && noWayOut) {
            report.blocks(step.id, "disconnected", step.called());
        } else if (noWayIn) {
            report.blocks(step.id, "no-way-in", step.called());
        } else if (noWayOut) {
            report.blocks(step.id, "no-way-out", step.called());
        }
        if (begins && !step.incoming.isEmpty()) {
            report.blocks(step.id, "way-into-beginning", step.called());
        }
        if (ends && !step.outgoing.isEmpty()) {
            report.blocks(step.id, "way-out-of-end", step.called());
        }
        if (step.is("boundaryEvent") && step.attachedTo == null) {
            report.blocks(step.id, "hangs-on-nothing", step.called());
        }
    }

    private void answer(Flow flow) {
        boolean answers = flow.condition() != null || flow.otherwise();
        if (answers && flow.name().isEmpty() && flow.from().outgoing.size() > 1) {
            report.blocks(flow.id(), "answer-required", flow.from().called(), flow.to().called());
        }
        if (flow.condition() != null && !flow.from().isGateway()) {
            report.blocks(flow.id(), "condition-in-vain", flow.to().called(), flow.from().called());
        }
        if (flow.from().around != flow.to().around) {
            report.blocks(flow.id(), "line-through-frame", flow.from().called(), flow.to().called());
        }
    }

    private void duplicateFlows() {
        Set<String> seen = new HashSet<>();
        diagram.flows.stream().filter(flow -> !seen.add(flow.from().id + " " + flow.to().id + " " + flow.condition()))
                .forEach(flow -> report.blocks(flow.id(), "duplicate-line", flow.from().called(), flow.to().called()));
    }
}
