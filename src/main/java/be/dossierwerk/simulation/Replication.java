package be.dossierwerk.simulation;

import be.dossierwerk.simulation.Flowchart.Flow;
import be.dossierwerk.simulation.Flowchart.Kind;
import be.dossierwerk.simulation.Flowchart.Node;
import be.dossierwerk.simulation.Flowchart.Scope;
import be.dossierwerk.simulation.World.Station;
import be.dossierwerk.simulation.World.Worker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** One year, played once: a discrete-event simulation with a token for each dossier, in minutes. */
final class Replication {

    /** Passages of one element by one dossier before it is given up as a loop without end. */
    static final int MOST_PASSAGES = 60;
    private static final int BACKGROUND_DAYS = 30;

    /** What one year gave. Waits are in days, work in minutes, by element or by group; shares by the code of a term's rule. */
    static final class Result {
        final Map<String, double[]> waits = new TreeMap<>();
        final Map<String, Double> kept = new TreeMap<>();
        final Map<String, Double> work = new TreeMap<>();
        final Map<String, Double> capacity = new TreeMap<>();
        final Map<String, Integer> ends = new TreeMap<>();
        final Map<String, Integer> taken = new TreeMap<>();
        double meanDays;
        int finished;
        int unfinished;
        int endless;
    }

    private static final class Dossier {
        final World.Arrival arrival;
        final long seed;
        final long due;
        final int[] passages;
        final long[] entered;
        final long[] completed;
        final Facts facts = new Facts();
        final Map<String, Long> paused = new HashMap<>();
        long ended = Anchor.NEVER;
        boolean endless;

        Dossier(World.Arrival arrival, long seed, long due, int elements) {
            this.arrival = arrival;
            this.seed = seed;
            this.due = due;
            this.passages = new int[elements];
            this.entered = new long[elements];
            this.completed = new long[elements];
            Arrays.fill(entered, Long.MAX_VALUE);
            Arrays.fill(completed, Anchor.NEVER);
        }
    }

    /** A running process or subprocess. */
    private static final class Instance {
        final Dossier dossier;
        final Instance parent;
        final Activity within;
        final Scope scope;
        final long began;
        final List<Activity> open = new ArrayList<>();
        final Map<Node, Integer> joined = new IdentityHashMap<>();
        int tokens = 1;
        boolean done;

        Instance(Dossier dossier, Instance parent, Activity within, Scope scope, long began) {
            this.dossier = dossier;
            this.parent = parent;
            this.within = within;
            this.scope = scope;
            this.began = began;
        }
    }

    /** An element on which a token stands. {@code instance} is null for work of other procedures. */
    private static final class Activity {
        final Instance instance;
        final Station station;
        final long opened;
        final int passage;
        final long due;
        final long number;
        int pool;
        int minutes;
        Instance inner;
        int worker = -1;
        boolean done;

        Activity(Instance instance, Station station, long opened, int passage, long due, long number) {
            this.instance = instance;
            this.station = station;
            this.opened = opened;
            this.passage = passage;
            this.due = due;
            this.number = number;
        }
    }

    private enum What { ARRIVAL, OTHER, READY, DONE, EVENT, EVENT_START, CAUGHT, MORNING }

    private record Event(long at, long number, What what, Activity activity, Instance instance, Node node, int index) { }

    private final World world;
    private final long seed;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<PriorityQueue<Activity>> queues = new ArrayList<>();
    private final Activity[] busy;
    private final Map<Empirical, double[]> drawn = new IdentityHashMap<>();
    private final Map<Station, double[]> shares = new IdentityHashMap<>();
    private final Map<String, List<Double>> waits = new TreeMap<>();
    private final double[] workOfPool;
    private final List<Dossier> dossiers = new ArrayList<>();
    private final Result result = new Result();
    private long numbers;
    private int queued;
    private boolean morningAsked;
    private boolean freed;

    Replication(World world, long seed, int number) {
        this.world = world;
        this.seed = Chance.mix(seed, number);
        this.busy = new Activity[world.workers.size()];
        this.workOfPool = new double[world.pools.size()];
        world.pools.forEach(pool -> queues.add(new PriorityQueue<>(Comparator.<Activity>comparingLong(task -> task.due).thenComparingLong(task -> task.opened)
                .thenComparingLong(task -> task.number))));
    }

    Result run() {
        for (int i = 0; i < world.arrivals.size(); i++) {
            push(world.arrivals.get(i).at(), What.ARRIVAL, null, null, null, i);
        }
        for (int i = 0; i < world.otherWork.size(); i++) {
            push(world.otherWork.get(i)[0], What.OTHER, null, null, null, i);
        }
        long horizon = (long) world.time.days * WorkTime.DAY;
        while (!events.isEmpty() && events.peek().at() < horizon) {
            Event event = events.poll();
            handle(event);
            if (freed) {
                freed = false;
                everybody(event.at());
            }
        }
        return conclude();
    }

    private void push(long at, What what, Activity activity, Instance instance, Node node, int index) {
        if (at != Long.MAX_VALUE) {
            events.add(new Event(at, numbers++, what, activity, instance, node, index));
        }
    }

    private void handle(Event event) {
        switch (event.what()) {
            case ARRIVAL -> arrive(world.arrivals.get(event.index()));
            case OTHER -> {
                long[] work = world.otherWork.get(event.index());
                Activity task = new Activity(null, null, work[0], 0, work[0] + (long) BACKGROUND_DAYS * WorkTime.DAY, numbers++);
                task.pool = (int) work[1];
                task.minutes = (int) work[2];
                ready(task, event.at());
            }
            case READY -> {
                if (!event.activity().done) {
                    ready(event.activity(), event.at());
                }
            }
            case DONE -> finished(event.activity(), event.at());
            case EVENT -> border(event.activity(), event.node(), event.at());
            case EVENT_START -> byEvent(event.instance(), event.node(), event.at());
            case CAUGHT -> {
                if (!event.activity().done) {
                    close(event.activity());
                    complete(event.activity(), event.node(), event.at());
                }
            }
            case MORNING -> {
                morningAsked = false;
                everybody(event.at());
            }
        }
    }

    private void everybody(long at) {
        for (int worker = 0; worker < busy.length; worker++) {
            assign(worker, at);
        }
        if (queued > 0 && !morningAsked) {
            tomorrow(at);
        }
    }

    private void tomorrow(long at) {
        WorkTime.Roster days = world.time.everyDay;
        long next = days.works(at) ? days.after(Math.floorDiv(at, (long) WorkTime.DAY) * WorkTime.DAY + WorkTime.DAY, 0) : days.after(at, 0);
        push(next, What.MORNING, null, null, null, 0);
        morningAsked = true;
    }

    private void arrive(World.Arrival arrival) {
        Dossier dossier = new Dossier(arrival, Chance.mix(seed, Chance.of(arrival.dossier())),
                arrival.at() + world.dueDays() * WorkTime.DAY, world.indices.size());
        dossiers.add(dossier);
        begin(dossier, null, null, world.root.scope, arrival.at());
    }

    // Tokens.

    private Instance begin(Dossier dossier, Instance parent, Activity within, Scope scope, long at) {
        Instance instance = new Instance(dossier, parent, within, scope, at);
        if (within != null) {
            within.inner = instance;
        }
        for (Node subprocess : scope.byEvent) {
            Node start = subprocess.inner.start;
            if (start == null) {
                continue;
            }
            Station station = world.stations.get(start);
            int passage = ++dossier.passages[station.index];
            if (start.kind == Kind.START_TIMER || Chance.uniform(draw(dossier, station, passage, 4)) < station.share) {
                push(moment(dossier, station, at, at, passage), What.EVENT_START, null, instance, subprocess, 0);
            }
        }
        if (scope.start != null) {
            enter(instance, scope.start, at);
        }
        return instance;
    }

    private void enter(Instance instance, Node node, long at) {
        Dossier dossier = instance.dossier;
        if (instance.done || dossier.endless) {
            return;
        }
        Station station = world.stations.get(node);
        int passage = ++dossier.passages[station.index];
        if (passage > MOST_PASSAGES) {
            dossier.endless = true;
            cancel(root(instance));
            return;
        }
        dossier.entered[station.index] = Math.min(dossier.entered[station.index], at);
        switch (node.kind) {
            case START, START_MESSAGE, START_TIMER, BOUNDARY_MESSAGE, BOUNDARY_TIMER -> leave(instance, node, at);
            case AUTOMATIC -> {
                dossier.completed[station.index] = at;
                leave(instance, node, at);
            }
            case USER -> work(open(instance, station, at, passage));
            case CATCH_TIMER -> {
                Activity activity = open(instance, station, at, passage);
                push(moment(dossier, station, at, at, passage), What.CAUGHT, activity, null, node, 0);
            }
            case CATCH_MESSAGE -> {
                Activity activity = open(instance, station, at, passage);
                push(at + value(dossier, station, station.waiting, passage, 3), What.CAUGHT, activity, null, node, 0);
            }
            case EVENT_BASED -> race(open(instance, station, at, passage));
            case CALL -> {
                Activity activity = open(instance, station, at, passage);
                Flowchart called = world.charts.get(node.called);
                if (called == null) {
                    close(activity);
                    complete(activity, node, at);
                } else {
                    begin(dossier, instance, activity, called.scope, at);
                }
            }
            case SUBPROCESS -> begin(dossier, instance, open(instance, station, at, passage), node.inner, at);
            case EXCLUSIVE -> {
                Flow flow = choose(dossier, station, passage);
                if (flow == null) {
                    spend(instance, at);
                } else {
                    dossier.facts.learn(node, flow);
                    if (dossier.arrival.counts()) {
                        result.taken.merge(node.key() + " " + flow.id(), 1, Integer::sum);
                    }
                    follow(instance, flow, at);
                }
            }
            case PARALLEL -> {
                int joined = instance.joined.merge(node, 1, Integer::sum);
                if (joined >= node.incoming) {
                    instance.joined.remove(node);
                    instance.tokens -= joined - 1;
                    leave(instance, node, at);
                }
            }
            case END -> {
                ending(instance, node);
                spend(instance, at);
            }
            case TERMINATE -> {
                ending(instance, node);
                cancelOpen(instance);
                end(instance, at);
            }
        }
    }

    private void ending(Instance instance, Node node) {
        if (instance.parent == null && instance.dossier.arrival.counts()) {
            result.ends.merge(node.key(), 1, Integer::sum);
        }
    }

    private static Instance root(Instance instance) {
        Instance root = instance;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    private void leave(Instance instance, Node node, long at) {
        if (node.outgoing.isEmpty()) {
            spend(instance, at);
            return;
        }
        instance.tokens += node.outgoing.size() - 1;
        for (Flow flow : node.outgoing) {
            follow(instance, flow, at);
        }
    }

    private void follow(Instance instance, Flow flow, long at) {
        enter(instance, instance.scope.nodes.get(flow.target()), at);
    }

    private void spend(Instance instance, long at) {
        if (!instance.done && --instance.tokens <= 0) {
            end(instance, at);
        }
    }

    private void end(Instance instance, long at) {
        if (instance.done) {
            return;
        }
        instance.done = true;
        if (instance.parent == null) {
            instance.dossier.ended = at;
        } else if (!instance.within.done) {
            Activity within = instance.within;
            close(within);
            complete(within, within.station.node, at);
        }
    }

    private Activity open(Instance instance, Station station, long at, int passage) {
        Activity activity = new Activity(instance, station, at, passage, instance.dossier.due, numbers++);
        instance.open.add(activity);
        for (Node border : station.node.boundary) {
            Station event = world.stations.get(border);
            int times = ++instance.dossier.passages[event.index];
            if (border.kind == Kind.BOUNDARY_TIMER || Chance.uniform(draw(instance.dossier, event, times, 4)) < event.share) {
                push(moment(instance.dossier, event, at, at, times), What.EVENT, activity, instance, border, 0);
            }
        }
        return activity;
    }

    /** The token goes on. */
    private void complete(Activity activity, Node node, long at) {
        Station station = world.stations.get(node);
        Dossier dossier = activity.instance.dossier;
        dossier.completed[station.index] = at;
        leave(activity.instance, node, at);
    }

    private void close(Activity activity) {
        activity.done = true;
        if (activity.instance != null) {
            activity.instance.open.remove(activity);
        }
    }

    private void cancel(Instance instance) {
        cancelOpen(instance);
        instance.done = true;
    }

    private void cancelOpen(Instance instance) {
        for (Activity activity : new ArrayList<>(instance.open)) {
            cancel(activity);
        }
    }

    private void cancel(Activity activity) {
        close(activity);
        if (activity.inner != null) {
            cancel(activity.inner);
        }
        if (activity.worker >= 0 && busy[activity.worker] == activity) {
            busy[activity.worker] = null;
            freed = true;
        }
    }

    private void border(Activity activity, Node border, long at) {
        if (activity.done) {
            return;
        }
        Instance instance = activity.instance;
        pause(activity, at);
        if (border.interrupting) {
            cancel(activity);
        } else {
            instance.tokens++;
        }
        enter(instance, border, at);
    }

    private void byEvent(Instance instance, Node subprocess, long at) {
        if (instance.done) {
            return;
        }
        Node start = subprocess.inner.start;
        if (start.interrupting) {
            cancelOpen(instance);
            instance.joined.clear();
            instance.tokens = 1;
        } else {
            instance.tokens++;
        }
        Station station = world.stations.get(subprocess);
        begin(instance.dossier, instance, open(instance, station, at, ++instance.dossier.passages[station.index]), subprocess.inner, at);
    }

    private void race(Activity activity) {
        Instance instance = activity.instance;
        Node gateway = activity.station.node;
        Flow flow = choose(instance.dossier, activity.station, activity.passage);
        boolean known = activity.station.weights.length > 0 && world.parameters.choices.containsKey(gateway.key());
        Node first = null;
        long soonest = Long.MAX_VALUE;
        for (Flow way : gateway.outgoing) {
            Node target = instance.scope.nodes.get(way.target());
            Station station = world.stations.get(target);
            int passage = ++instance.dossier.passages[station.index];
            long at = station.waiting != null ? activity.opened + value(instance.dossier, station, station.waiting, passage, 3)
                    : moment(instance.dossier, station, activity.opened, activity.opened, passage);
            if (known ? way == flow : at < soonest) {
                first = target;
                soonest = at;
            }
        }
        if (first == null) {
            close(activity);
            spend(instance, activity.opened);
            return;
        }
        Node caught = first;
        instance.dossier.entered[world.stations.get(caught).index] = Math.min(instance.dossier.entered[world.stations.get(caught).index], activity.opened);
        push(soonest, What.CAUGHT, activity, null, caught, 0);
    }

    private Flow choose(Dossier dossier, Station station, int passage) {
        List<Flow> ways = station.node.outgoing;
        if (ways.isEmpty()) {
            return null;
        }
        List<Flow> open = station.related ? dossier.facts.open(station.node) : ways;
        if (open.size() == 1) {
            return open.get(0);
        }
        if (open.isEmpty()) {
            open = ways;
        }
        double[] weights = shares.computeIfAbsent(station, this::weights);
        double total = 0;
        for (Flow way : open) {
            total += weights[ways.indexOf(way)];
        }
        double left = Chance.uniform(draw(dossier, station, passage, 1)) * (total > 0 ? total : open.size());
        for (Flow way : open) {
            left -= total > 0 ? weights[ways.indexOf(way)] : 1;
            if (left < 0) {
                return way;
            }
        }
        return open.get(open.size() - 1);
    }

    /** How often each way could have been taken, had chance fallen otherwise. */
    private double[] weights(Station station) {
        double[] seen = station.weights;
        double total = Arrays.stream(seen).sum();
        if (total < Parameters.ENOUGH) {
            return seen;
        }
        double[] again = new double[seen.length];
        long own = Chance.mix(seed, station.seed);
        for (int i = 0; i < total; i++) {
            double left = Chance.uniform(Chance.mix(own, i)) * total;
            int way = 0;
            while (way < seen.length - 1 && (left -= seen[way]) >= 0) {
                way++;
            }
            again[way]++;
        }
        return again;
    }

    // Moments.

    private long draw(Dossier dossier, Station station, int passage, int purpose) {
        return Chance.mix(Chance.mix(dossier.seed, station.seed), passage * 8L + purpose);
    }

    private long value(Dossier dossier, Station station, Empirical of, int passage, int purpose) {
        double[] values = drawn.computeIfAbsent(of, each -> each.size() < 2 ? each.sorted : Chance.resample(each.sorted, Chance.mix(seed, Chance.of(each.key))));
        return Math.round(values[(int) (Chance.uniform(draw(dossier, station, passage, purpose)) * values.length)]);
    }

    /** When a timer or message comes: as observed, else by the rule of its term from the day that starts it. */
    private long moment(Dossier dossier, Station station, long opened, long at, int passage) {
        if (station.event != null) {
            return opened + value(dossier, station, station.event, passage, 2);
        }
        History.Rule rule = station.node.rule == null ? null : world.rules.get(station.node.rule);
        if (rule == null) {
            return opened + (long) World.TIMER_DAYS * WorkTime.DAY;
        }
        Anchor anchor = world.parameters.starts.get(rule.code());
        long start = anchor == null || anchor.share() == 0 ? opened : at(dossier, anchor, Anchor.NEVER);
        LocalDate due = world.due(rule, world.time.day(start == Anchor.NEVER ? opened : start)).plusDays(1L - station.node.daysBefore);
        return Math.max(at, world.time.minute(due));
    }

    private long at(Dossier dossier, Anchor anchor, long ended) {
        return anchor.at(dossier.arrival.at(), ended, key -> {
            Integer index = world.indices.get(key);
            return index == null || dossier.entered[index] == Long.MAX_VALUE ? Anchor.NEVER : dossier.entered[index];
        }, key -> {
            Integer index = world.indices.get(key);
            return index == null ? Anchor.NEVER : dossier.completed[index];
        });
    }

    // Work.

    private void work(Activity task) {
        Station station = task.station;
        Dossier dossier = task.instance.dossier;
        if (station.never > 0 && Chance.uniform(draw(dossier, station, task.passage, 5)) < station.never) {
            return;
        }
        if (station.waits) {
            push(task.opened + value(dossier, station, station.waiting, task.passage, 3), What.DONE, task, null, null, 0);
            return;
        }
        task.pool = station.pool;
        task.minutes = (int) Math.max(1, Math.round(value(dossier, station, station.handling, task.passage, 6) * world.parameters.cut));
        push(station.roster.after(task.opened, value(dossier, station, station.lying, task.passage, 7)), What.READY, task, null, null, 0);
    }

    private void ready(Activity task, long at) {
        queues.get(task.pool).add(task);
        queued++;
        for (int worker = 0; worker < busy.length && task.worker < 0; worker++) {
            if (busy[worker] == null) {
                assign(worker, at);
            }
        }
        if (task.worker < 0 && !morningAsked) {
            tomorrow(at);
        }
    }

    /** Gives somebody who is free and at work the task with the earliest last day. */
    private void assign(int number, long at) {
        Worker worker = world.workers.get(number);
        if (busy[number] != null || queued == 0 || !worker.roster().works(at)) {
            return;
        }
        int weekday = 1 << world.time.day(at).getDayOfWeek().getValue() - 1;
        Activity best = null;
        for (int pool : world.poolsOf.get(number)) {
            PriorityQueue<Activity> queue = queues.get(pool);
            while (!queue.isEmpty() && queue.peek().done) {
                queue.poll();
                queued--;
            }
            if (!queue.isEmpty() && (world.pools.get(pool).mask() & weekday) != 0 && (best == null || queue.comparator().compare(queue.peek(), best) < 0)) {
                best = queue.peek();
            }
        }
        if (best == null) {
            return;
        }
        queues.get(best.pool).poll();
        queued--;
        best.worker = number;
        busy[number] = best;
        if (best.instance != null && best.instance.dossier.arrival.counts()) {
            waits.computeIfAbsent(best.station.node.key(), key -> new ArrayList<>()).add((at - best.opened) / (double) WorkTime.DAY);
        }
        if (at >= world.from && at < world.to) {
            workOfPool[best.pool] += best.minutes;
        }
        push(worker.roster().after(at, best.minutes), What.DONE, best, null, null, 0);
    }

    private void finished(Activity task, long at) {
        if (task.worker >= 0 && busy[task.worker] == task) {
            busy[task.worker] = null;
        }
        int worker = task.worker;
        if (!task.done) {
            close(task);
            if (task.instance != null) {
                if (task.worker < 0) {
                    pause(task, at);
                    if (task.instance.dossier.arrival.counts()) {
                        waits.computeIfAbsent(task.station.node.key(), key -> new ArrayList<>()).add((at - task.opened) / (double) WorkTime.DAY);
                    }
                }
                complete(task, task.station.node, at);
            }
        }
        if (worker >= 0) {
            assign(worker, at);
            if (queued > 0 && !morningAsked) {
                tomorrow(at);
            }
        }
    }

    /** The days on which a dossier waits for somebody outside. */
    private void pause(Activity task, long at) {
        if (task.station != null && task.station.waits && at > task.opened) {
            task.instance.dossier.paused.merge(task.station.node.id, (long) (world.time.day(at).toEpochDay() - world.time.day(task.opened).toEpochDay()), Long::sum);
        }
    }

    // What it gave.

    private Result conclude() {
        waits.forEach((key, values) -> result.waits.put(key, values.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
        double days = 0;
        for (Dossier dossier : dossiers) {
            if (!dossier.arrival.counts()) {
                continue;
            }
            if (dossier.endless) {
                result.endless++;
            } else if (dossier.ended == Anchor.NEVER) {
                result.unfinished++;
            } else {
                result.finished++;
                days += (dossier.ended - dossier.arrival.at()) / (double) WorkTime.DAY;
            }
        }
        result.meanDays = result.finished == 0 ? 0 : days / result.finished;
        for (World.Norm norm : world.norms) {
            int kept = 0;
            int of = 0;
            for (Dossier dossier : dossiers) {
                long start = dossier.arrival.counts() ? at(dossier, norm.start(), dossier.ended) : Anchor.NEVER;
                if (start == Anchor.NEVER) {
                    continue;
                }
                of++;
                long stop = at(dossier, norm.stop(), dossier.ended);
                if (stop == Anchor.NEVER || stop < start) {
                    stop = dossier.ended;
                }
                long paused = norm.pausedBy().stream().mapToLong(task -> dossier.paused.getOrDefault(task, 0L)).sum();
                LocalDate due = world.due(norm.rule(), world.time.day(start)).plusDays(paused);
                kept += stop != Anchor.NEVER && !world.time.day(stop).isAfter(due) ? 1 : 0;
            }
            if (of > 0) {
                result.kept.put(norm.rule().code(), kept / (double) of);
            }
        }
        for (int pool = 0; pool < workOfPool.length; pool++) {
            double minutes = workOfPool[pool];
            world.pools.get(pool).groups().forEach(group -> result.work.merge(group, minutes, Double::sum));
        }
        result.work.keySet().forEach(group -> result.capacity.put(group, world.workers.stream().filter(worker -> worker.groups().contains(group))
                .mapToDouble(worker -> worker.roster().worked(world.from, world.to)).sum()));
        return result;
    }
}
