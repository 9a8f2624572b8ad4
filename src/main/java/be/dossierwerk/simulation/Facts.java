package be.dossierwerk.simulation;

import be.dossierwerk.simulation.Flowchart.Condition;
import be.dossierwerk.simulation.Flowchart.Flow;
import be.dossierwerk.simulation.Flowchart.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What earlier choices of a dossier say about later ones: who was refused at one gateway is not granted at the next. */
final class Facts {

    private record Fact(String value, Set<String> not, Node by) { }

    private final Map<String, Fact> known = new HashMap<>();

    /** The flows that can still be chosen; one alone when the facts decide. A gateway never decides by what it found itself before. */
    List<Flow> open(Node gateway) {
        List<Flow> open = new java.util.ArrayList<>(gateway.outgoing.size());
        for (Flow flow : gateway.outgoing) {
            if (flow.condition() == null) {
                open.add(flow);
                continue;
            }
            Boolean holds = holds(flow.condition(), gateway);
            if (Boolean.TRUE.equals(holds)) {
                return List.of(flow);
            }
            if (holds == null) {
                open.add(flow);
            }
        }
        return open;
    }

    boolean decide(Node gateway) {
        return gateway.outgoing.stream().anyMatch(flow -> flow.condition() != null && holds(flow.condition(), gateway) != null);
    }

    private Boolean holds(Condition condition, Node gateway) {
        Fact fact = known.get(condition.variable());
        if (fact == null || fact.by() == gateway) {
            return null;
        }
        String asked = condition.value() == null ? "true" : condition.value();
        if (fact.value() != null) {
            return fact.value().equals(asked) != condition.negated();
        }
        return fact.not().contains(asked) ? condition.negated() : null;
    }

    void learn(Node gateway, Flow chosen) {
        Condition condition = chosen.condition();
        if (condition != null) {
            learn(gateway, condition, true);
            return;
        }
        for (Flow other : gateway.outgoing) {
            if (other.condition() != null) {
                learn(gateway, other.condition(), false);
            }
        }
    }

    private void learn(Node gateway, Condition condition, boolean holds) {
        boolean is = holds != condition.negated();
        if (condition.value() == null) {
            known.put(condition.variable(), new Fact(Boolean.toString(is), Set.of(), gateway));
        } else if (is) {
            known.put(condition.variable(), new Fact(condition.value(), Set.of(), gateway));
        } else {
            Fact before = known.get(condition.variable());
            if (before != null && before.value() != null && before.by() != gateway) {
                return;
            }
            Set<String> not = new HashSet<>(before == null || before.by() != gateway ? Set.of() : before.not());
            not.add(condition.value());
            known.put(condition.variable(), new Fact(null, not, gateway));
        }
    }
}
