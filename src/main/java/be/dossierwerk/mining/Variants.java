package be.dossierwerk.mining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The different ways that dossiers went. Steps that stand open at once are in no order: which of two parallel checks began first makes no other way
 * (traces of Mazurkiewicz, written in one fixed order).
 */
record Variants(List<Way> ways) {

    /** {@code id}: the same for the same steps; {@code lengths}: the days of its dossiers, shortest first. */
    record Way(String id, List<String> steps, List<String> dossiers, List<Integer> lengths) {

        double median() {
            return Percentile.of(0.5, lengths.stream().mapToDouble(Integer::doubleValue).toArray());
        }
    }

    /** Two steps stand beside each other when they were open at once in at least one of so many dossiers that have both: one odd dossier changes no way. */
    private static final int ONE_OF = 20;

    private record Pair(String one, String other) {

        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /** The most walked first. */
    static Variants of(List<Walk> walks) {
        Set<Pair> beside = beside(walks);
        Comparator<String> usual = usualOrder(walks);
        Map<List<String>, List<Walk>> found = new HashMap<>();
        walks.forEach(walk -> found.computeIfAbsent(steps(walk, beside, usual), steps -> new ArrayList<>()).add(walk));
        return new Variants(found.entrySet().stream().map(way -> new Way(id(way.getKey()), way.getKey(), way.getValue().stream().map(Walk::dossier).sorted().toList(),
                        way.getValue().stream().map(Walk::days).sorted().toList()))
                .sorted(Comparator.<Way>comparingInt(way -> -way.dossiers.size()).thenComparingInt(way -> way.steps.size()).thenComparing(Way::id)).toList());
    }

    private static Set<Pair> beside(List<Walk> walks) {
        Map<Pair, int[]> seen = new HashMap<>();
        for (Walk walk : walks) {
            Set<Pair> both = new LinkedHashSet<>();
            Set<Pair> atOnce = new LinkedHashSet<>();
            for (int i = 0; i < walk.visits().size(); i++) {
                for (int j = i + 1; j < walk.visits().size(); j++) {
                    Walk.Visit a = walk.visits().get(i);
                    Walk.Visit b = walk.visits().get(j);
                    if (!a.step().equals(b.step())) {
                        both.add(Pair.of(a.step(), b.step()));
                        if (a.meets(b)) {
                            atOnce.add(Pair.of(a.step(), b.step()));
                        }
                    }
                }
            }
            both.forEach(pair -> seen.computeIfAbsent(pair, none -> new int[2])[0]++);
            atOnce.forEach(pair -> seen.get(pair)[1]++);
        }
        Set<Pair> beside = new LinkedHashSet<>();
        seen.forEach((pair, counts) -> {
            if (counts[1] * ONE_OF >= counts[0] && counts[1] > 0) {
                beside.add(pair);
            }
        });
        return beside;
    }

    /** As people expect to read them: what mostly comes first stands first. */
    private static Comparator<String> usualOrder(List<Walk> walks) {
        Map<String, long[]> places = new HashMap<>();
        for (Walk walk : walks) {
            Set<String> seen = new LinkedHashSet<>();
            for (Walk.Visit visit : walk.visits()) {
                if (seen.add(visit.step())) {
                    long[] place = places.computeIfAbsent(visit.step(), step -> new long[2]);
                    place[0] += seen.size();
                    place[1]++;
                }
            }
        }
        return Comparator.<String>comparingDouble(step -> (double) places.get(step)[0] / places.get(step)[1]).thenComparing(Comparator.naturalOrder());
    }

    /** Of the steps that nothing earlier holds back, each time the one that usually comes first. */
    private static List<String> steps(Walk walk, Set<Pair> beside, Comparator<String> usual) {
        List<String> left = new ArrayList<>(walk.visits().stream().map(Walk.Visit::step).toList());
        List<String> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            int next = 0;
            for (int i = 1; i < left.size(); i++) {
                if (usual.compare(left.get(i), left.get(next)) < 0 && isFree(left, i, beside)) {
                    next = i;
                }
            }
            steps.add(left.remove(next));
        }
        return List.copyOf(steps);
    }

    private static boolean isFree(List<String> left, int at, Set<Pair> beside) {
        for (int i = 0; i < at; i++) {
            if (left.get(i).equals(left.get(at)) || !beside.contains(Pair.of(left.get(i), left.get(at)))) {
                return false;
            }
        }
        return true;
    }

    private static String id(List<String> steps) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(String.join("\n", steps).getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
