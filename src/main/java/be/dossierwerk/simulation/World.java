package be.dossierwerk.simulation;

import be.dossierwerk.security.Roles;
import be.dossierwerk.simulation.Flowchart.Kind;
import be.dossierwerk.simulation.Flowchart.Node;
import be.dossierwerk.simulation.History.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that one side of a comparison fixes: the diagrams, the people, the arrivals, and the numbers of each step with where they come from. */
final class World {

    /** What is assumed where history says too little. */
    static final int HANDLING_MINUTES = 60;
    static final int LYING_MINUTES = 2 * WorkTime.WORKED;
    static final int WAITING_DAYS = 7;
    static final int TIMER_DAYS = 30;

    /** Warm-up before the year and arrivals after it, so that neither begins nor ends in an empty house. */
    static final int WARM_UP_DAYS = 180;
    static final int COOL_DOWN_DAYS = 120;
    private static final int TAIL_DAYS = 500;

    record Arrival(String dossier, long at, boolean counts) { }

    record Worker(String id, Set<String> groups, WorkTime.Roster roster) { }

    /** Tasks that the same people may do on the same days. */
    record Pool(Set<String> groups, int mask) { }

    /** The numbers of one element. */
    static final class Station {
        final Node node;
        final int index;
        final long seed;
        Empirical handling;
        Empirical lying;
        Empirical waiting;
        double never;
        WorkTime.Roster roster;
        int pool = -1;
        Empirical event;
        double share;
        double[] weights;
        boolean related = true;
        boolean waits;

        Station(Node node, int index) {
            this.node = node;
            this.index = index;
            this.seed = Chance.of(node.key());
        }
    }

    /** A term that is judged; {@code rule} gives its length. */
    record Norm(Rule rule, Anchor start, Anchor stop, Set<String> pausedBy) { }

    final Map<String, Flowchart> charts;
    final Flowchart root;
    final WorkTime time;
    final Map<Node, Station> stations = new java.util.IdentityHashMap<>();
    final Map<String, Integer> indices = new HashMap<>();
    final List<Pool> pools = new ArrayList<>();
    final List<Worker> workers = new ArrayList<>();
    final List<int[]> poolsOf = new ArrayList<>();
    final List<Arrival> arrivals = new ArrayList<>();
    final List<long[]> otherWork = new ArrayList<>();
    final List<Norm> norms = new ArrayList<>();
    final Map<String, Rule> rules;
    final Parameters parameters;
    /** Flows that the published diagram has too: their share is known, be it nothing. */
    private final Set<String> publishedFlows = new java.util.HashSet<>();
    final long from;
    final long to;
    /** Sentences about what was assumed, by key; arguments in order. */
    final Set<Outcome.Said> said = new LinkedHashSet<>();

    private World(Map<String, Flowchart> charts, History history, WorkTime time, Parameters parameters) {
        this.charts = charts;
        this.root = charts.get(history.procedure());
        this.time = time;
        this.parameters = parameters;
        this.rules = history.rules();
        this.from = time.minute(history.from());
        this.to = time.minute(history.to());
    }

    /** Days enough for the year with what goes before and after. */
    static WorkTime timeOf(LocalDate from, LocalDate to, java.util.function.Predicate<LocalDate> working) {
        LocalDate first = from.minusDays(WARM_UP_DAYS + 400L);
        return new WorkTime(first, (int) java.time.temporal.ChronoUnit.DAYS.between(first, to.plusDays(COOL_DOWN_DAYS + TAIL_DAYS)), working);
    }

    static World of(Map<String, Flowchart> charts, Map<String, Flowchart> published, History history, WorkTime time, Parameters parameters, Variant variant) {
        World world = new World(charts, history, time, parameters);
        published.values().forEach(chart -> chart.nodes().forEach(node -> node.outgoing.forEach(flow -> world.publishedFlows.add(node.key() + " " + flow.id()))));
        world.people(history, variant);
        for (String process : Flowchart.reachable(charts, history.procedure())) {
            charts.get(process).nodes().forEach(node -> world.station(node, history, variant));
        }
        world.arrivals(history);
        world.norms(history);
        for (Worker worker : world.workers) {
            int[] eligible = java.util.stream.IntStream.range(0, world.pools.size())
                    .filter(pool -> world.pools.get(pool).groups().stream().anyMatch(worker.groups()::contains)).toArray();
            world.poolsOf.add(eligible);
        }
        return world;
    }

    private void people(History history, Variant variant) {
        List<History.Person> people = new ArrayList<>(history.people());
        variant.people().forEach((group, more) -> {
            for (int i = 0; i < more; i++) {
                people.add(new History.Person("+" + group + i, Set.of(group)));
            }
            for (int i = 0; i < -more; i++) {
                people.stream().filter(person -> person.groups().contains(group)).reduce((first, last) -> last).ifPresent(people::remove);
            }
        });
        for (History.Person person : people) {
            List<History.Away> away = variant.absences() ? history.absences().stream().filter(each -> each.person().equals(person.id())).toList() : List.of();
            int days = (int) java.time.temporal.ChronoUnit.DAYS.between(history.from(), history.to());
            workers.add(new Worker(person.id(), person.groups(), away.isEmpty() ? time.everyDay : time.roster(day -> {
                // After the year the same absences come again.
                LocalDate same = day.isBefore(history.to()) ? day : day.minusDays(days);
                return away.stream().noneMatch(each -> !same.isBefore(each.firstDay()) && !same.isAfter(each.lastDay()));
            })));
        }
    }

    private void station(Node node, History history, Variant variant) {
        Station station = new Station(node, indices.size());
        indices.put(node.key(), station.index);
        stations.put(node, station);
        switch (node.kind) {
            case USER -> {
                station.waits = history.waitingTasks().contains(node.id);
                station.never = node.boundary.stream().anyMatch(border -> border.interrupting) ? parameters.interrupted.getOrDefault(node.key(), 0.0) : 0;
                if (station.waits) {
                    station.waiting = waiting(station);
                } else {
                    work(station, variant);
                }
            }
            case CATCH_MESSAGE -> station.waiting = waiting(station);
            case BOUNDARY_TIMER, CATCH_TIMER, START_TIMER -> {
                station.event = observed(parameters.events.get(node.key()));
                station.share = 1;
                if (station.event == null && (node.rule == null || !rules.containsKey(node.rule))) {
                    said.add(Outcome.Said.of("timer-default", node.name, TIMER_DAYS));
                }
            }
            case BOUNDARY_MESSAGE, START_MESSAGE -> {
                station.event = parameters.events.get(node.key());
                station.share = station.event == null || station.event.size() == 0 ? 0 : parameters.eventShare.getOrDefault(node.key(), 0.0);
            }
            case EXCLUSIVE, EVENT_BASED -> choice(station);
            default -> { }
        }
    }

    private Empirical waiting(Station station) {
        Empirical seen = parameters.waiting.get(station.node.key());
        if (seen != null && seen.size() >= Parameters.ENOUGH) {
            return seen;
        }
        said.add(Outcome.Said.of("waiting-default", station.node.name, seen == null ? 0 : seen.size(), WAITING_DAYS));
        return new Empirical("w " + station.node.key(), (double) WAITING_DAYS * WorkTime.DAY);
    }

    private void work(Station station, Variant variant) {
        Node node = station.node;
        String groups = Parameters.groups(node.groups);
        station.handling = first(parameters.handling.get(node.key()), parameters.handlingOfGroups.get(groups));
        station.lying = first(parameters.lying.get(node.key() + " " + groups), parameters.lyingOfGroups.get(groups));
        boolean own = parameters.handling.containsKey(node.key()) && parameters.handling.get(node.key()).size() >= Parameters.ENOUGH;
        if (station.handling == null) {
            station.handling = new Empirical("h " + node.key(), HANDLING_MINUTES);
            said.add(Outcome.Said.of("handling-default", node.name, HANDLING_MINUTES));
        } else if (!own) {
            said.add(Outcome.Said.of("handling-group", node.name, names(node.groups)));
        }
        if (station.lying == null) {
            station.lying = new Empirical("l " + node.key(), LYING_MINUTES);
            said.add(Outcome.Said.of("lying-default", node.name, LYING_MINUTES / WorkTime.WORKED));
        }
        int mask = parameters.weekdays.getOrDefault(node.key(), 0b11111);
        if (mask != 0b11111) {
            said.add(Outcome.Said.days("rhythm", node.name, mask));
        }
        if (variant.signings() > 0 && node.groups.contains(Roles.SIGNATORY)) {
            if (mask == 0b11111) {
                // Without a rhythm now, a round replaces the lying about: what is there that morning is signed.
                station.lying = new Empirical("l0", 0);
                said.add(Outcome.Said.days("signing-new", node.name, Variant.weekdays(variant.signings())));
            } else {
                said.add(Outcome.Said.days("signing-other", node.name, Variant.weekdays(variant.signings())));
            }
            mask = Variant.weekdays(variant.signings());
        }
        station.roster = mask == 0b11111 ? time.everyDay : time.onWeekdays(mask);
        Pool pool = new Pool(node.groups, mask);
        station.pool = pool(pool);
        if (workers.stream().noneMatch(worker -> worker.groups().stream().anyMatch(node.groups::contains))) {
            workers.add(new Worker("?" + groups, new TreeSet<>(node.groups), time.everyDay));
            said.add(Outcome.Said.of("nobody", names(node.groups)));
        }
    }

    private int pool(Pool pool) {
        int at = pools.indexOf(pool);
        if (at < 0) {
            pools.add(pool);
            return pools.size() - 1;
        }
        return at;
    }

    private void choice(Station station) {
        Node node = station.node;
        Map<String, Double> seen = parameters.choices.getOrDefault(node.key(), Map.of());
        int ways = node.outgoing.size();
        double total = node.outgoing.stream().mapToDouble(flow -> seen.getOrDefault(flow.id(), 0.0)).sum();
        station.related = !parameters.unrelated.contains(node.key());
        station.weights = new double[ways];
        boolean known = total >= Parameters.ENOUGH;
        // A gateway was passed so often that a way nobody took is a way nobody takes; a way that history cannot know gets its equal part.
        for (int i = 0; i < ways; i++) {
            String flow = node.outgoing.get(i).id();
            boolean isNew = known && !seen.containsKey(flow) && !publishedFlows.contains(node.key() + " " + flow);
            station.weights[i] = !known ? 1 : isNew ? total / ways : seen.getOrDefault(flow, 0.0);
            if (isNew && ways > 1) {
                said.add(Outcome.Said.of("choice-new-way", node.name, ways));
            }
        }
        if (!known && ways > 1 && node.kind == Kind.EXCLUSIVE) {
            said.add(Outcome.Said.of("choice-default", node.name.startsWith("Gateway_") ? node.outgoing.get(0).name() : node.name, ways));
        }
    }

    private void arrivals(History history) {
        long year = to - from;
        long warm = from - (long) WARM_UP_DAYS * WorkTime.DAY;
        List<Arrival> real = history.cases().stream().map(each -> new Arrival(each.dossier(), time.minute(each.started()), false))
                .filter(each -> each.at() >= warm && each.at() < to).toList();
        for (Arrival each : real) {
            arrivals.add(new Arrival(each.dossier(), each.at(), each.at() >= from));
            if (each.at() >= from && each.at() < from + (long) COOL_DOWN_DAYS * WorkTime.DAY) {
                arrivals.add(new Arrival(each.dossier() + "+", each.at() + year, false));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at).thenComparing(Arrival::dossier));
        for (Parameters.Other other : parameters.otherWork) {
            Set<String> groups = new TreeSet<>(Arrays.asList(other.groups().split(",")));
            if (workers.stream().noneMatch(worker -> worker.groups().stream().anyMatch(groups::contains))
                    || pools.stream().noneMatch(pool -> pool.groups().stream().anyMatch(group -> workers.stream()
                    .anyMatch(worker -> worker.groups().contains(group) && worker.groups().stream().anyMatch(groups::contains))))) {
                continue;
            }
            int pool = pool(new Pool(groups, 0b11111));
            if (other.at() >= warm && other.at() < to) {
                otherWork.add(new long[] {other.at(), pool, other.minutes()});
                if (other.at() >= from && other.at() < from + (long) COOL_DOWN_DAYS * WorkTime.DAY) {
                    otherWork.add(new long[] {other.at() + year, pool, other.minutes()});
                }
            }
        }
        otherWork.sort(Comparator.comparingLong(work -> work[0]));
    }

    private void norms(History history) {
        parameters.starts.forEach((code, start) -> {
            Rule rule = history.rules().get(code);
            if (rule != null && rule.bindsUs() && days(rule) > 0 && start.isKnown()) {
                norms.add(new Norm(rule, start, parameters.stops.get(code),
                        rule.pausedBy().stream().map(World::taskOf).filter(java.util.Objects::nonNull).collect(java.util.stream.Collectors.toSet())));
            }
        });
        // The norm that people steer by comes first: our own and the longest of them.
        norms.sort(Comparator.comparing((Norm norm) -> !norm.rule().target()).thenComparing(norm -> -days(norm.rule())).thenComparing(norm -> norm.rule().code()));
    }

    /** How many days after it came a dossier should be done, for who goes first. */
    long dueDays() {
        return norms.isEmpty() ? TIMER_DAYS : days(norms.get(0).rule());
    }

    /** Roughly, for the order of things; the judgement itself counts exactly. */
    static int days(Rule rule) {
        return switch (rule.unit()) {
            case "CALENDAR_DAYS" -> rule.amount();
            case "WORKING_DAYS" -> rule.amount() * 7 / 5;
            case "WEEKS" -> rule.amount() * 7;
            case "MONTHS" -> rule.amount() * 30;
            case "YEARS" -> rule.amount() * 365;
            default -> 0;
        };
    }

    /** The last day of a term that starts on that day, without pauses. */
    LocalDate due(Rule rule, LocalDate start) {
        return switch (rule.unit()) {
            case "WORKING_DAYS" -> time.day(time.everyDay.after(time.minute(start.plusDays(1)), (long) rule.amount() * WorkTime.WORKED));
            case "WEEKS" -> start.plusWeeks(rule.amount());
            case "MONTHS" -> start.plusMonths(rule.amount());
            case "YEARS" -> start.plusYears(rule.amount());
            default -> start.plusDays(rule.amount());
        };
    }

    /** The waiting task behind a ground that stops terms; null where none is simulated. */
    static String taskOf(String ground) {
        return switch (ground) {
            case "AANVULLING_AANVRAGER" -> "UserTask_AanvullingRegistreren";
            case "VERWEER" -> "UserTask_VerweerRegistreren";
            case "REACTIE_ADVIES" -> "UserTask_ReactieRegistreren";
            default -> null;
        };
    }

    private static Empirical observed(Empirical seen) {
        return seen != null && seen.size() >= Parameters.ENOUGH ? seen : null;
    }

    private static Empirical first(Empirical own, Empirical shared) {
        return observed(own) != null ? own : observed(shared);
    }

    static String names(Set<String> groups) {
        return String.join(", ", groups.stream().map(Roles::name).toList());
    }
}
