package be.dossierwerk.simulation;

import be.dossierwerk.simulation.Flowchart.Flow;
import be.dossierwerk.simulation.Flowchart.Kind;
import be.dossierwerk.simulation.Flowchart.Node;
import be.dossierwerk.simulation.History.Case;
import be.dossierwerk.simulation.History.Step;
import be.dossierwerk.simulation.History.TermSeen;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the numbers of a simulation from history. When somebody began a task is not recorded; it is taken as the latest of three moments: the task
 * was opened, that person finished the task before, that person's day began (ADR 0020).
 */
final class Estimate {

    private static final double RHYTHM = 0.85;
    private static final int RHYTHM_TASKS = 15;
    private static final int MOST_RHYTHM_DAYS = 3;
    private static final double RELATED = 0.95;
    /** People are never planned for more than this share of their hours: they did the work in the hours there were. */
    private static final double FULL = 0.95;
    private static final int OVERNIGHT = 120;

    /** A finished task with what is known of it. {@code begun} is estimated; {@code sure}: not merely the beginning of somebody's day. */
    private record Task(String key, String groups, long opened, long completed, long begun, int minutes, boolean sure, String by, boolean own) { }

    private final History history;
    private final Map<String, Flowchart> charts;
    private final WorkTime time;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Parameters found = new Parameters();
    private final Map<String, WorkTime.Roster> rosters = new HashMap<>();
    private final WorkTime.Roster everyDay;

    private Estimate(History history, Map<String, Flowchart> charts, WorkTime time) {
        this.history = history;
        this.charts = charts;
        this.time = time;
        this.everyDay = time.everyDay;
        charts.values().forEach(chart -> chart.nodes().forEach(node -> nodes.put(node.key(), node)));
    }

    /** @param charts every published process, the other procedures' too */
    static Parameters of(History history, Map<String, Flowchart> charts, WorkTime time) {
        Estimate estimate = new Estimate(history, charts, time);
        estimate.people();
        estimate.tasks();
        estimate.events();
        estimate.choices();
        estimate.terms();
        return estimate.found;
    }

    private void people() {
        history.people().forEach(person -> rosters.put(person.id(), time.roster(day -> history.absences().stream()
                .noneMatch(away -> away.person().equals(person.id()) && !day.isBefore(away.firstDay()) && !day.isAfter(away.lastDay())))));
        found.started = (int) history.cases().stream().filter(each -> !each.received().isBefore(history.from())).count();
        found.finished = (int) history.cases().stream().filter(each -> each.ended() != null && !each.received().isBefore(history.from())).count();
    }

    // What people did.

    private void tasks() {
        List<Task> tasks = begun();
        Map<String, List<Task>> byElement = tasks.stream().filter(task -> task.own).collect(Collectors.groupingBy(Task::key, TreeMap::new, Collectors.toList()));
        byElement.forEach(this::rhythm);
        Map<String, Busy> busy = busy(tasks);
        Map<String, List<Double>> handling = new TreeMap<>();
        Map<String, List<Double>> lying = new TreeMap<>();
        Map<String, List<Double>> handlingOfGroups = new TreeMap<>();
        Map<String, List<Double>> lyingOfGroups = new TreeMap<>();
        Map<String, List<Double>> waits = new TreeMap<>();
        long from = time.minute(history.from());
        Map<String, Long> sure = tasks.stream().filter(Task::sure).collect(Collectors.groupingBy(Task::key, Collectors.counting()));
        for (Task task : tasks) {
            boolean tells = task.sure || sure.getOrDefault(task.key, 0L) < Parameters.ENOUGH;
            Integer mask = task.own ? found.weekdays.get(task.key) : null;
            WorkTime.Roster roster = mask == null ? everyDay : rosters.computeIfAbsent("weekdays " + mask, key -> time.onWeekdays(mask));
            double lay = mask == null ? Math.max(0, busy.get(task.groups).since(hours(task.begun)) - hours(task.opened)) : roster.worked(task.opened, task.begun);
            if (tells) {
                add(handlingOfGroups, task.groups, task.minutes());
            }
            if (mask == null) {
                add(lyingOfGroups, task.groups, lay);
            }
            if (task.own) {
                if (tells) {
                    add(handling, task.key, task.minutes());
                }
                add(lying, task.key + " " + task.groups, lay);
                if (task.opened >= from) {
                    add(waits, task.key, (task.begun - task.opened) / (double) WorkTime.DAY);
                }
            }
        }
        handling.forEach((key, values) -> found.handling.put(key, Empirical.of("h " + key, values)));
        lying.forEach((key, values) -> found.lying.put(key, Empirical.of("l " + key, values)));
        handlingOfGroups.forEach((key, values) -> found.handlingOfGroups.put(key, Empirical.of("h " + key, values)));
        lyingOfGroups.forEach((key, values) -> found.lyingOfGroups.put(key, Empirical.of("l " + key, values)));
        waits.forEach((key, values) -> found.realWaits.put(key, Empirical.of("r " + key, values)));
        fit(tasks);
        found.otherWork = tasks.stream().filter(task -> !task.own).map(task -> new Parameters.Other(task.begun, task.groups, (int) Math.max(1, task.minutes() * found.cut)))
                .sorted(Comparator.comparingLong(Parameters.Other::at)).toList();
    }

    /** Every finished task in the order in which each person finished them. */
    private List<Task> begun() {
        record Raw(String key, long opened, long completed, String by, boolean own) { }
        List<Raw> raw = new ArrayList<>();
        for (Case each : history.cases()) {
            for (Step step : each.steps()) {
                Node node = nodes.get(step.key());
                if (node != null && node.kind == Kind.USER && step.end() != null && !step.cancelled() && !history.waitingTasks().contains(step.element())) {
                    raw.add(new Raw(step.key(), time.minute(step.start()), time.minute(step.end()), step.by() == null ? "?" + step.key() : step.by(), true));
                }
            }
        }
        history.otherWork().forEach(done -> raw.add(new Raw(done.process() + "#" + done.element(), time.minute(done.opened()), time.minute(done.completed()),
                done.by(), false)));
        raw.sort(Comparator.comparing(Raw::by).thenComparingLong(Raw::completed).thenComparingLong(Raw::opened));
        List<Task> tasks = new ArrayList<>();
        String person = "";
        long before = Long.MIN_VALUE;
        for (Raw each : raw) {
            if (!each.by.equals(person)) {
                person = each.by;
                before = Long.MIN_VALUE;
            }
            long morning = Math.min(each.completed, Math.floorDiv(each.completed, (long) WorkTime.DAY) * WorkTime.DAY + WorkTime.OPENS);
            long free = Math.max(each.opened, Math.min(before, each.completed));
            // Work that goes on after the night: what little was left of the day before counts too.
            boolean overnight = free < morning && hours(each.completed) - hours(free) <= OVERNIGHT;
            long begun = overnight ? free : Math.max(free, morning);
            long minutes = overnight ? hours(each.completed) - hours(free) : each.completed - begun;
            before = each.completed;
            Node node = nodes.get(each.key);
            tasks.add(new Task(each.key, node == null ? groupsOf(each.by) : Parameters.groups(node.groups), each.opened, each.completed, begun,
                    (int) Math.max(1, Math.min(WorkTime.WORKED, minutes)), overnight || free >= morning, each.by, each.own));
        }
        tasks = shortened(tasks);
        tasks.sort(Comparator.comparingLong(Task::begun).thenComparing(Task::key).thenComparingLong(Task::opened));
        return tasks;
    }

    /** The first task of somebody's day did not take since the morning: it took what such a task takes when it is known. */
    private static List<Task> shortened(List<Task> tasks) {
        Map<String, Empirical> usual = new HashMap<>();
        tasks.stream().filter(Task::sure).collect(Collectors.groupingBy(Task::key, Collectors.mapping(Task::minutes, Collectors.toList())))
                .forEach((key, minutes) -> usual.put(key, Empirical.of(key, minutes)));
        return tasks.stream().map(task -> {
            Empirical known = usual.get(task.key);
            if (task.sure || known == null || known.size() < Parameters.ENOUGH || known.quantile(0.5) >= task.minutes) {
                return task;
            }
            int minutes = (int) Math.max(1, Math.round(known.quantile(0.5)));
            return new Task(task.key, task.groups, task.opened, task.completed, task.completed - minutes, minutes, false, task.by, task.own);
        }).collect(Collectors.toCollection(ArrayList::new));
    }

    private String groupsOf(String person) {
        return history.people().stream().filter(each -> each.id().equals(person)).map(each -> Parameters.groups(each.groups())).findFirst().orElse("");
    }

    /** An element that is done on a few days of the week only: signing in piles, sessions. */
    private void rhythm(String key, List<Task> tasks) {
        if (tasks.size() < RHYTHM_TASKS) {
            return;
        }
        long[] count = new long[DayOfWeek.values().length];
        tasks.forEach(task -> count[time.day(task.completed).getDayOfWeek().ordinal()]++);
        List<Integer> days = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        days.sort(Comparator.comparingLong((Integer day) -> -count[day]).thenComparing(day -> day));
        long covered = 0;
        int mask = 0;
        for (int i = 0; i < MOST_RHYTHM_DAYS; i++) {
            covered += count[days.get(i)];
            mask |= 1 << days.get(i);
            if (covered >= RHYTHM * tasks.size()) {
                found.weekdays.put(key, mask);
                return;
            }
        }
    }

    /** When everybody of some groups who was there was at work, in worked minutes. */
    private static final class Busy {
        private final List<long[]> runs = new ArrayList<>();

        void add(long from, long to) {
            long[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && from <= last[1] + 1) {
                last[1] = Math.max(last[1], to);
            } else {
                runs.add(new long[] {from, to});
            }
        }

        /** Since when nobody had been free at that moment; that moment itself when somebody was. */
        long since(long moment) {
            int low = 0;
            int high = runs.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (runs.get(middle)[0] < moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low > 0 && runs.get(low - 1)[1] >= moment - 1 ? runs.get(low - 1)[0] : moment;
        }
    }

    private Map<String, Busy> busy(List<Task> tasks) {
        Map<String, Busy> all = new HashMap<>();
        for (String groups : tasks.stream().map(Task::groups).collect(Collectors.toCollection(TreeSet::new))) {
            Set<String> named = Set.of(groups.split(","));
            Set<String> members = history.people().stream().filter(person -> person.groups().stream().anyMatch(named::contains)).map(History.Person::id)
                    .collect(Collectors.toSet());
            List<long[]> edges = new ArrayList<>();
            tasks.stream().filter(task -> members.contains(task.by) && hours(task.completed) > hours(task.begun)).forEach(task -> {
                edges.add(new long[] {hours(task.begun), 1});
                edges.add(new long[] {hours(task.completed), -1});
            });
            edges.sort(Comparator.<long[]>comparingLong(edge -> edge[0]).thenComparingLong(edge -> edge[1]));
            Busy busy = new Busy();
            long working = 0;
            long since = 0;
            boolean full = false;
            for (long[] edge : edges) {
                int day = everyDay.dayOf(edge[0]);
                if (full && edge[0] > since) {
                    busy.add(since, edge[0]);
                }
                working += edge[1];
                long there = members.stream().filter(id -> rosters.get(id).isThere(day)).count();
                full = working > 0 && working >= there;
                since = edge[0];
            }
            all.put(groups, busy);
        }
        return all;
    }

    /** Handling is estimated too long rather than too short: where it would not fit in the hours there were, all of it is cut alike. */
    private void fit(List<Task> tasks) {
        long from = time.minute(history.from());
        long to = time.minute(history.to());
        Map<String, Long> work = new HashMap<>();
        tasks.stream().filter(task -> task.begun >= from && task.begun < to).forEach(task -> work.merge(task.by, (long) task.minutes(), Long::sum));
        double fullest = work.entrySet().stream().filter(each -> rosters.containsKey(each.getKey()))
                .mapToDouble(each -> each.getValue() / Math.max(1.0, rosters.get(each.getKey()).worked(from, to))).max().orElse(0);
        found.cut = fullest > FULL ? FULL / fullest : 1;
    }

    // Waiting for others, and what comes in between.

    private void events() {
        Map<String, List<Double>> waiting = new TreeMap<>();
        Map<String, int[]> interrupted = new TreeMap<>();
        Map<String, List<Double>> delays = new TreeMap<>();
        Map<String, Integer> fired = new TreeMap<>();
        Map<String, Integer> passed = new TreeMap<>();
        // What an event gateway waits for began with the gateway.
        Set<String> afterGateway = nodes.values().stream().filter(node -> node.kind == Kind.EVENT_BASED)
                .flatMap(node -> node.outgoing.stream().map(flow -> node.process + "#" + flow.target())).collect(Collectors.toSet());
        for (Case each : history.cases()) {
            Map<String, List<Step>> byInstance = each.steps().stream().collect(Collectors.groupingBy(Step::instance));
            byInstance.values().forEach(steps -> {
                Map<String, List<Step>> byElement = steps.stream().collect(Collectors.groupingBy(Step::key));
                Step first = steps.stream().min(Comparator.comparing(Step::start)).orElseThrow();
                Flowchart chart = charts.get(first.process());
                if (chart == null) {
                    return;
                }
                for (Node node : chart.nodes()) {
                    List<Step> passages = afterGateway.contains(node.key()) ? List.of() : byElement.getOrDefault(node.key(), List.of());
                    switch (node.kind) {
                        case USER, CATCH_MESSAGE -> {
                            for (Step step : passages) {
                                boolean cut = step.cancelled() && step.end() != null && node.boundary.stream().filter(border -> border.interrupting)
                                        .anyMatch(border -> byElement.getOrDefault(border.key(), List.of()).stream()
                                                .anyMatch(event -> Math.abs(event.start().toEpochMilli() - step.end().toEpochMilli()) < 5000));
                                if (step.end() != null && (cut || !step.cancelled())) {
                                    int[] counts = interrupted.computeIfAbsent(node.key(), key -> new int[2]);
                                    counts[0] += cut ? 1 : 0;
                                    counts[1]++;
                                    if (!cut) {
                                        add(waiting, node.key(), time.minute(step.end()) - time.minute(step.start()));
                                    }
                                }
                            }
                        }
                        case EVENT_BASED -> passages.stream().filter(step -> step.end() != null && !step.cancelled()).forEach(step ->
                                node.outgoing.stream().map(flow -> nodes.get(node.process + "#" + flow.target())).filter(target -> byElement
                                                .getOrDefault(target.key(), List.of()).stream()
                                                .anyMatch(event -> event.end() != null && Math.abs(event.end().toEpochMilli() - step.end().toEpochMilli()) < 5000))
                                        .forEach(target -> add(target.kind == Kind.CATCH_TIMER ? delays : waiting, target.key(),
                                                time.minute(step.end()) - time.minute(step.start()))));
                        case CATCH_TIMER -> passages.stream().filter(step -> step.end() != null && !step.cancelled())
                                .forEach(step -> add(delays, node.key(), time.minute(step.end()) - time.minute(step.start())));
                        case BOUNDARY_TIMER, BOUNDARY_MESSAGE -> {
                            List<Step> hosts = byElement.getOrDefault(node.process + "#" + node.attachedTo, List.of());
                            passed.merge(node.key(), hosts.size(), Integer::sum);
                            for (Step event : passages) {
                                fired.merge(node.key(), 1, Integer::sum);
                                hosts.stream().filter(host -> !host.start().isAfter(event.start())).max(Comparator.comparing(Step::start))
                                        .ifPresent(host -> add(delays, node.key(), time.minute(event.start()) - time.minute(host.start())));
                            }
                        }
                        case START_MESSAGE, START_TIMER -> {
                            passed.merge(node.key(), 1, Integer::sum);
                            passages.stream().min(Comparator.comparing(Step::start)).ifPresent(event -> {
                                fired.merge(node.key(), 1, Integer::sum);
                                add(delays, node.key(), time.minute(event.start()) - time.minute(first.start()));
                            });
                        }
                        default -> { }
                    }
                }
            });
        }
        waiting.forEach((key, values) -> {
            found.waiting.put(key, Empirical.of("w " + key, values));
            if (history.waitingTasks().contains(nodes.get(key).id)) {
                found.realWaits.put(key, Empirical.of("r " + key, values.stream().map(minutes -> minutes / WorkTime.DAY).toList()));
            }
        });
        delays.forEach((key, values) -> found.events.put(key, Empirical.of("e " + key, values)));
        interrupted.forEach((key, counts) -> found.interrupted.put(key, counts[1] == 0 ? 0.0 : counts[0] / (double) counts[1]));
        passed.forEach((key, count) -> found.eventShare.put(key, count == 0 ? 0.0 : Math.min(1, fired.getOrDefault(key, 0) / (double) count)));
    }

    // Which way was taken.

    private void choices() {
        Map<String, int[]> told = new TreeMap<>();
        for (Case each : history.cases()) {
            Map<String, List<Step>> byInstance = each.steps().stream().sorted(Comparator.comparing(Step::start).thenComparingLong(Step::order))
                    .collect(Collectors.groupingBy(Step::instance));
            List<Step> gateways = each.steps().stream().filter(step -> nodes.containsKey(step.key())
                            && (nodes.get(step.key()).kind == Kind.EXCLUSIVE || nodes.get(step.key()).kind == Kind.EVENT_BASED))
                    .sorted(Comparator.comparing(Step::start).thenComparingLong(Step::order)).toList();
            List<List<Flow>> taken = gateways.stream().map(step -> taken(step, byInstance.get(step.instance()))).toList();
            Facts facts = new Facts();
            for (int i = 0; i < gateways.size(); i++) {
                Node node = nodes.get(gateways.get(i).key());
                List<Flow> flows = taken.get(i).size() > 1 ? narrowed(taken.get(i), gateways, taken, i) : taken.get(i);
                flows.forEach(flow -> found.choices.computeIfAbsent(node.key(), key -> new TreeMap<>()).merge(flow.id(), 1.0 / flows.size(), Double::sum));
                if (flows.size() == 1) {
                    if (facts.decide(node)) {
                        int[] counts = told.computeIfAbsent(node.key(), key -> new int[2]);
                        counts[0] += facts.open(node).contains(flows.get(0)) ? 1 : 0;
                        counts[1]++;
                    }
                    facts.learn(node, flows.get(0));
                }
            }
        }
        told.forEach((key, counts) -> {
            if (counts[0] < RELATED * counts[1]) {
                found.unrelated.add(key);
            }
        });
    }

    /** The flows whose target came first after the gateway; several when they lead to the same. */
    private List<Flow> taken(Step gateway, List<Step> instance) {
        Node node = nodes.get(gateway.key());
        Set<String> targets = node.outgoing.stream().map(Flow::target).collect(Collectors.toSet());
        return instance.stream().filter(step -> step != gateway && targets.contains(step.element()) && !step.start().isBefore(gateway.start())
                        && (step.order() > gateway.order() || step.start().isAfter(gateway.start())))
                .min(Comparator.comparing(Step::start).thenComparingLong(Step::order))
                .map(next -> node.outgoing.stream().filter(flow -> flow.target().equals(next.element())).toList()).orElse(List.of());
    }

    /** A later gateway that asks the same tells which of several flows it was. */
    private List<Flow> narrowed(List<Flow> flows, List<Step> gateways, List<List<Flow>> taken, int from) {
        List<Flow> left = new ArrayList<>(flows);
        for (int i = from + 1; i < gateways.size() && left.size() > 1; i++) {
            Node later = nodes.get(gateways.get(i).key());
            if (taken.get(i).size() != 1 || gateways.get(i).key().equals(gateways.get(from).key())) {
                continue;
            }
            Flow chosen = taken.get(i).get(0);
            List<Flow> same = left.stream().filter(flow -> flow.condition() != null && flow.condition().equals(chosen.condition())).toList();
            if (!same.isEmpty()) {
                return same;
            }
            left.removeIf(flow -> flow.condition() != null && later.outgoing.stream().anyMatch(other -> other != chosen && flow.condition().equals(other.condition())));
        }
        return left.isEmpty() ? flows : left;
    }

    // Terms.

    private void terms() {
        Map<String, Case> cases = history.cases().stream().collect(Collectors.toMap(Case::dossier, each -> each, (a, b) -> a));
        Map<String, List<TermSeen>> byRule = history.terms().stream().filter(term -> cases.containsKey(term.dossier()))
                .collect(Collectors.groupingBy(TermSeen::rule, TreeMap::new, Collectors.toList()));
        byRule.forEach((rule, seen) -> {
            found.starts.put(rule, anchor(seen, cases, true));
            List<TermSeen> stopped = seen.stream().filter(term -> term.stopped() != null).toList();
            found.stops.put(rule, anchor(stopped, cases, false));
            List<TermSeen> judged = seen.stream().filter(term -> !term.started().isBefore(history.from()) && term.due() != null
                    && (term.stopped() != null || term.due().isBefore(history.to()))).toList();
            long kept = judged.stream().filter(term -> term.stopped() != null && !term.stopped().isAfter(term.due())).count();
            if (!judged.isEmpty()) {
                found.kept.put(rule, new Parameters.Kept(kept / (double) judged.size(), judged.size()));
            }
        });
    }

    private Anchor anchor(List<TermSeen> seen, Map<String, Case> cases, boolean start) {
        Anchor fallback = new Anchor(start ? Anchor.Moment.RECEIVED : Anchor.Moment.ENDED, null, 0, seen.size());
        Set<Anchor> candidates = new LinkedHashSet<>(List.of(fallback));
        seen.stream().flatMap(term -> cases.get(term.dossier()).steps().stream()).map(Step::key).distinct().sorted()
                .filter(key -> nodes.containsKey(key) && (nodes.get(key).kind == Kind.USER || nodes.get(key).kind == Kind.AUTOMATIC || nodes.get(key).kind == Kind.CALL))
                .forEach(key -> {
                    candidates.add(new Anchor(Anchor.Moment.ENTERED, key, 0, seen.size()));
                    candidates.add(new Anchor(Anchor.Moment.COMPLETED, key, 0, seen.size()));
                    if (start && nodes.get(key).kind == Kind.USER) {
                        candidates.add(new Anchor(Anchor.Moment.RECEIVED_OR_COMPLETED, key, 0, seen.size()));
                    }
                });
        Map<String, Map<String, long[]>> moments = new HashMap<>();
        seen.forEach(term -> moments.computeIfAbsent(term.dossier(), dossier -> moments(cases.get(dossier))));
        Anchor best = fallback;
        double most = 0;
        for (Anchor candidate : candidates) {
            int same = 0;
            for (TermSeen term : seen) {
                Case each = cases.get(term.dossier());
                Map<String, long[]> of = moments.get(term.dossier());
                long ended = each.ended() == null ? Anchor.NEVER : time.minute(each.ended());
                long at = candidate.at(time.minute(each.received()), ended, key -> of.containsKey(key) ? of.get(key)[0] : Anchor.NEVER,
                        key -> of.containsKey(key) ? of.get(key)[1] : Anchor.NEVER);
                LocalDate day = start ? term.started() : term.stopped();
                same += at != Anchor.NEVER && time.day(at).equals(day) ? 1 : 0;
            }
            double share = seen.isEmpty() ? 0 : same / (double) seen.size();
            if (share > most) {
                most = share;
                best = new Anchor(candidate.moment(), candidate.key(), share, seen.size());
            }
        }
        return seen.size() >= Parameters.ENOUGH && most >= Anchor.SURE ? best : new Anchor(fallback.moment(), null, most, seen.size());
    }

    /** The first entry and the last completion of each element. */
    private Map<String, long[]> moments(Case each) {
        Map<String, long[]> moments = new HashMap<>();
        for (Step step : each.steps()) {
            long[] at = moments.computeIfAbsent(step.key(), key -> new long[] {Long.MAX_VALUE, Anchor.NEVER});
            at[0] = Math.min(at[0], time.minute(step.start()));
            if (step.end() != null && !step.cancelled()) {
                at[1] = Math.max(at[1], time.minute(step.end()));
            }
        }
        return moments;
    }

    /** Worked minutes since the first day: nights and weekends take none. */
    private long hours(long minute) {
        return everyDay.worked(0, minute);
    }

    private static void add(Map<String, List<Double>> map, String key, double value) {
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }
}
