package be.dossierwerk.board;

import be.dossierwerk.board.NormDossier.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the time of a norm went: from event to event, in two periods. What the steps add to the mean adds up to its change. */
public record StepTimes(List<Line> lines) {

    /** {@code now}, {@code before}: null where no dossier went so; {@code longer}: how much more of the mean counted time of all dossiers this step is. */
    public record Line(String from, String to, Side now, Side before, Fraction longer) { }

    /**
     * {@code own}: mean, {@code median}: of the same, while we had it; {@code paused}: mean, while somebody else had it;
     * {@code decisive}: missed the norm, and would have met it if this step had taken no time.
     */
    public record Side(long dossiers, Fraction own, Fraction median, Fraction paused, long decisive) { }

    private record Way(String from, String to) { }

    private record Taken(NormDossier dossier, Step step, int place) { }

    /** {@code unit}: as for {@link ChangeOfNorm}. In the order in which it usually happens. */
    static StepTimes of(List<NormDossier> before, List<NormDossier> now, long unit) {
        Map<Way, List<Taken>> old = ways(before);
        Map<Way, List<Taken>> recent = ways(now);
        Map<Way, Double> places = new LinkedHashMap<>();
        old.forEach((way, taken) -> places.put(way, place(taken)));
        recent.forEach((way, taken) -> places.merge(way, place(taken), (one, other) -> (one + other) / 2));
        Fraction perUnit = Fraction.of(1, unit);
        return new StepTimes(places.entrySet().stream().sorted(Comparator.comparingDouble((Map.Entry<Way, Double> way) -> way.getValue()).thenComparing(way -> way.getKey().toString()))
                .map(Map.Entry::getKey).map(way -> new Line(way.from, way.to, side(recent.get(way), perUnit), side(old.get(way), perUnit),
                        share(recent.get(way), now.size()).minus(share(old.get(way), before.size())).times(perUnit))).toList());
    }

    private static Map<Way, List<Taken>> ways(List<NormDossier> dossiers) {
        Map<Way, List<Taken>> ways = new LinkedHashMap<>();
        for (NormDossier dossier : dossiers) {
            for (int i = 0; i < dossier.steps().size(); i++) {
                Step step = dossier.steps().get(i);
                ways.computeIfAbsent(new Way(step.from(), step.to()), way -> new ArrayList<>()).add(new Taken(dossier, step, i));
            }
        }
        return ways;
    }

    private static double place(List<Taken> taken) {
        return taken.stream().mapToInt(Taken::place).average().orElseThrow();
    }

    /** Of the mean over all dossiers of the period, also those that went otherwise. */
    private static Fraction share(List<Taken> taken, int dossiers) {
        return taken == null ? Fraction.ZERO : Fraction.of(taken.stream().mapToLong(each -> each.step.counted(each.dossier.group())).sum(), dossiers);
    }

    private static Side side(List<Taken> taken, Fraction perUnit) {
        if (taken == null) {
            return null;
        }
        // A dossier that came by twice is one dossier.
        Map<String, Taken> dossiers = new TreeMap<>();
        taken.forEach(each -> dossiers.putIfAbsent(each.dossier.number(), each));
        long decisive = dossiers.values().stream().filter(each -> !each.dossier.met() && each.dossier.metWithout(each.step)).count();
        return new Side(dossiers.size(), mean(taken, false).times(perUnit), median(taken).times(perUnit), mean(taken, true).times(perUnit), decisive);
    }

    private static Fraction mean(List<Taken> taken, boolean paused) {
        return Fraction.of(taken.stream().mapToLong(each -> paused ? each.step.paused() : each.step.own()).sum(), taken.size());
    }

    private static Fraction median(List<Taken> taken) {
        long[] sorted = taken.stream().mapToLong(each -> each.step.own()).sorted().toArray();
        return Fraction.of(sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2], 2);
    }
}
