package be.dossierwerk.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was done again: steps that a dossier entered again after leaving them, and from where it went back to a step that came before. */
record Repeats(List<Loop> loops, List<Back> back) {

    /** How often and how many days, in one dossier. */
    record Again(int times, int days) {

        private Again and(int more) {
            return new Again(times + 1, days + more);
        }
    }

    /** {@code dossiers}: those that entered the step again; a step counts from its second visit on. */
    record Loop(String step, Map<String, Again> dossiers) { }

    /** From the step that was left last before; the same step where nothing came between. */
    record Back(String from, String to, Map<String, Again> dossiers) { }

    private record Way(String from, String to) { }

    /** The most dossiers first. */
    static Repeats of(List<Walk> walks) {
        Map<String, Map<String, Again>> loops = new LinkedHashMap<>();
        Map<Way, Map<String, Again>> back = new LinkedHashMap<>();
        walks.forEach(walk -> add(walk, loops, back));
        return new Repeats(
                loops.entrySet().stream().map(loop -> new Loop(loop.getKey(), loop.getValue()))
                        .sorted(Comparator.<Loop>comparingInt(loop -> -loop.dossiers.size()).thenComparing(Loop::step)).toList(),
                back.entrySet().stream().map(way -> new Back(way.getKey().from, way.getKey().to, way.getValue()))
                        .sorted(Comparator.<Back>comparingInt(way -> -way.dossiers.size()).thenComparing(Back::from).thenComparing(Back::to)).toList());
    }

    private static void add(Walk walk, Map<String, Map<String, Again>> loops, Map<Way, Map<String, Again>> back) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Walk.Visit> last = new HashMap<>();
        List<Walk.Visit> before = new ArrayList<>();
        for (Walk.Visit visit : walk.visits()) {
            Walk.Visit earlier = last.put(visit.step(), visit);
            first.putIfAbsent(visit.step(), first.size());
            if (earlier != null) {
                count(loops.computeIfAbsent(visit.step(), step -> new TreeMap<>()), walk.dossier(), visit.days());
                String from = before.stream().filter(other -> !other.step().equals(visit.step()) && other.left() <= visit.entered() && other.left() > earlier.left())
                        .max(Comparator.comparingLong(Walk.Visit::left).thenComparingLong(Walk.Visit::entered).thenComparing(Walk.Visit::step))
                        .map(Walk.Visit::step).orElse(visit.step());
                // After a step back, what followed it is done again too: that is no step back by itself.
                if (first.get(from) >= first.get(visit.step())) {
                    count(back.computeIfAbsent(new Way(from, visit.step()), way -> new TreeMap<>()), walk.dossier(), visit.days());
                }
            }
            before.add(visit);
        }
    }

    private static void count(Map<String, Again> dossiers, String dossier, int days) {
        dossiers.put(dossier, dossiers.getOrDefault(dossier, new Again(0, 0)).and(days));
    }
}
