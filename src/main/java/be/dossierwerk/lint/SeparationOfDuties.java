package be.dossierwerk.lint;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.TaskRole;
import be.dossierwerk.lint.Diagram.Step;
import be.dossierwerk.security.Roles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Proves on the diagrams that no role can both prepare a decision and check, take or sign it (ideas.md 21). For each deciding task and each preparing task
 * from which some path leads to it, through building blocks too, the candidate groups must be disjoint; a path counts whatever its conditions say.
 * Proven here: roles within one procedure with all it calls. Not here but at run time: that one person with two roles does not do both (the use cases refuse
 * the drafter), and that who had a part in a contested decision does not judge it in a linked procedure such as a heroverweging (inbox.ConflictRule).
 */
final class SeparationOfDuties {

    /** Tasks for which the law asks another person and not another role: their use case refuses who did the work before. */
    private static final Set<String> OTHER_PERSON = Set.of("opleiding-terugbetaling/tweede-controle", "terugvordering/berekening-nazien",
            "procedurewijziging/wijziging-beoordelen");

    /** A task as a procedure comes to it: in its own diagram or in a building block. */
    private record Placed(Diagram diagram, Step task) { }

    /** Two tasks with a shared role; {@code length}: how far they are apart. */
    private record Conflict(int length, List<String> args) { }

    private final Map<String, Diagram> byProcess = new LinkedHashMap<>();
    private final Map<String, Set<Placed>> contents = new HashMap<>();
    private final Map<Step, Map<Step, Step>> ways = new HashMap<>();
    private final BinaryOperator<String> groupIn;
    private final Set<String> paths;
    private final Consumer<DiagramFinding> found;
    private final Set<List<Step>> compared = new HashSet<>();
    private final Map<List<Object>, List<Conflict>> conflicts = new LinkedHashMap<>();

    private SeparationOfDuties(Collection<Diagram> all, BinaryOperator<String> groupIn, Set<String> paths, Consumer<DiagramFinding> found) {
        all.forEach(diagram -> byProcess.putIfAbsent(diagram.process, diagram));
        this.groupIn = groupIn;
        this.paths = paths;
        this.found = found;
    }

    /** {@code groupIn}: from a procedure and a group the group that takes its place there. Reports what a file among {@code paths} has a part in. */
    static void check(Collection<Diagram> all, BinaryOperator<String> groupIn, Set<String> paths, Consumer<DiagramFinding> found) {
        SeparationOfDuties proof = new SeparationOfDuties(all, groupIn, paths, found);
        for (Diagram diagram : proof.byProcess.values()) {
            proof.within(diagram, "");
            proof.roots(diagram.process).forEach(root -> proof.within(diagram, root));
        }
        proof.tell();
    }

    /** The procedures in which this diagram runs: those that lead to it and that nobody calls, else itself. */
    private Set<String> roots(String process) {
        Set<String> leading = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(process));
        Set<String> roots = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String at = open.poll();
            if (leading.add(at)) {
                List<String> callers = byProcess.values().stream().filter(other -> other.steps("callActivity").stream()
                        .anyMatch(call -> call.calls.equals(at))).map(other -> other.process).toList();
                if (callers.isEmpty()) {
                    roots.add(at);
                }
                open.addAll(callers);
            }
        }
        return roots.isEmpty() ? Set.of(process) : roots;
    }

    private void within(Diagram diagram, String root) {
        for (Step from : diagram.steps("userTask", "callActivity")) {
            List<Placed> preparing = tasks(diagram, from).stream().filter(placed -> role(placed.task()) == TaskRole.VOORBEREIDEN).toList();
            if (preparing.isEmpty()) {
                continue;
            }
            Map<Step, Step> after = ways.computeIfAbsent(from, step -> ways(diagram, step));
            for (Step to : after.keySet()) {
                for (Placed deciding : tasks(diagram, to)) {
                    TaskRole role = role(deciding.task());
                    if (role != null && role.decides()) {
                        preparing.forEach(placed -> compare(diagram, root, placed, deciding, () -> path(from, to, after), to));
                    }
                }
            }
        }
    }

    private void compare(Diagram through, String root, Placed preparing, Placed deciding, Supplier<List<Step>> path, Step place) {
        Set<String> shared = groups(preparing.task(), root);
        shared.retainAll(groups(deciding.task(), root));
        if (shared.isEmpty() || preparing.task() == deciding.task() || !compared.add(List.of(preparing.task(), deciding.task()))) {
            return;
        }
        boolean otherPerson = OTHER_PERSON.contains(deciding.task().form);
        boolean atDeciding = paths.contains(deciding.diagram().file);
        Placed at = atDeciding ? deciding : paths.contains(preparing.diagram().file) ? preparing : new Placed(through, place);
        if (paths.contains(at.diagram().file)) {
            List<String> words = words(preparing.task(), deciding.task(), path.get());
            conflicts.computeIfAbsent(List.of(at, deciding.task(), otherPerson), key -> new ArrayList<>()).add(new Conflict(words.size(), List.of(
                    String.join(" en ", shared.stream().map(Roles::name).toList()), preparing.task().called(), deciding.task().called(),
                    name(root, through, shared, deciding), String.join(" \u2192 ", shortened(words)))));
        }
    }

    /** One finding for each place, with the shortest way as example: who changes one group would else read the same sentence for every task before it. */
    private void tell() {
        conflicts.forEach((key, all) -> {
            Placed at = (Placed) key.get(0);
            boolean otherPerson = (boolean) key.get(2);
            List<String> args = new ArrayList<>(Collections.min(all, Comparator.comparingInt(Conflict::length)).args());
            String rule = otherPerson ? "same-role-other-person" : "same-role-prepares-and-decides";
            if (all.size() > 1 && !otherPerson) {
                args.add(String.valueOf(all.size()));
                rule = "same-role-prepares-often";
            }
            found.accept(new DiagramFinding(at.diagram().file, at.task().id, otherPerson ? DiagramFinding.Severity.WARNS : DiagramFinding.Severity.BLOCKS, rule, args));
        });
    }

    /** The diagram that shows the path; the procedure that calls it where only there others take the handler's place. */
    private String name(String root, Diagram through, Set<String> shared, Placed deciding) {
        return deciding.task().groups.containsAll(shared) ? through.name : byProcess.getOrDefault(root, through).name;
    }

    private static List<String> words(Step preparing, Step deciding, List<Step> path) {
        List<String> words = new ArrayList<>(List.of(preparing.called()));
        path.stream().filter(step -> step != preparing && step != deciding && !step.isGateway() && !step.name.isEmpty()).map(step -> step.name)
                .forEach(words::add);
        words.add(deciding.called());
        return words;
    }

    private static List<String> shortened(List<String> words) {
        return words.size() <= 6 ? words : List.of(words.get(0), words.get(1), "\u2026", words.get(words.size() - 2), words.get(words.size() - 1));
    }

    private Set<String> groups(Step task, String root) {
        Set<String> groups = new TreeSet<>();
        task.groups.forEach(group -> groups.add(groupIn.apply(root, group)));
        return groups;
    }

    /** What the form does weighs more than what the diagram says. */
    private static TaskRole role(Step task) {
        return TaskRole.ofForm(task.form).or(() -> TaskRole.of(task.taskRole)).orElse(null);
    }

    private Set<Placed> tasks(Diagram diagram, Step step) {
        return step.is("userTask") ? Set.of(new Placed(diagram, step)) : step.is("callActivity") ? contents(step.calls) : Set.of();
    }

    /** Every user task of a process and of the building blocks that it calls; a block that calls itself is visited once. */
    private Set<Placed> contents(String process) {
        Set<Placed> known = contents.get(process);
        if (known != null) {
            return known;
        }
        Set<Placed> within = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(process));
        while (!open.isEmpty()) {
            Diagram diagram = byProcess.get(open.poll());
            if (diagram != null && seen.add(diagram.process)) {
                diagram.steps("userTask").forEach(task -> within.add(new Placed(diagram, task)));
                diagram.steps("callActivity").forEach(call -> open.add(call.calls));
            }
        }
        contents.put(process, within);
        return within;
    }

    /** Every step after this one, each with the step before it on a shortest way; the step itself only when a way leads back to it. */
    private static Map<Step, Step> ways(Diagram diagram, Step from) {
        Map<Step, Step> before = new LinkedHashMap<>();
        Deque<Step> open = new ArrayDeque<>();
        diagram.nextAnywhere(from).forEach(next -> {
            if (before.putIfAbsent(next, from) == null) {
                open.add(next);
            }
        });
        while (!open.isEmpty()) {
            Step at = open.poll();
            diagram.nextAnywhere(at).forEach(next -> {
                if (before.putIfAbsent(next, at) == null) {
                    open.add(next);
                }
            });
        }
        return before;
    }

    private static List<Step> path(Step from, Step to, Map<Step, Step> before) {
        List<Step> path = new ArrayList<>();
        Step at = to;
        do {
            path.add(at);
            at = before.get(at);
        } while (at != from && path.size() <= before.size());
        path.add(from);
        Collections.reverse(path);
        return path;
    }
}
