package be.dossierwerk.simulation;

import be.dossierwerk.simulation.Flowchart.Kind;
import be.dossierwerk.simulation.Flowchart.Node;
import be.dossierwerk.simulation.Outcome.Range;
import be.dossierwerk.simulation.Outcome.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Plays the year as often as asked through what is published and through what is proposed, and says what differs. */
final class Experiment {

    private Experiment() { }

    /**
     * @param goOn asked before each repetition with how many are done; when it says no, the result is null
     * @throws IllegalArgumentException when the procedure is in neither diagram
     */
    static Outcome run(History history, Map<String, Flowchart> published, Map<String, Flowchart> proposed, Variant variant, long seed, int repetitions,
                       Predicate<LocalDate> working, IntPredicate goOn) {
        if (!published.containsKey(history.procedure()) || !proposed.containsKey(history.procedure())) {
            throw new IllegalArgumentException("no diagram of " + history.procedure());
        }
        WorkTime time = World.timeOf(history.from(), history.to(), working);
        Parameters parameters = Estimate.of(history, published, time);
        World now = World.of(published, published, history, time, parameters, Variant.TODAY);
        World then = World.of(proposed, published, history, time, parameters, variant);
        List<Replication.Result> before = new ArrayList<>();
        List<Replication.Result> after = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            if (!goOn.test(i)) {
                return null;
            }
            before.add(new Replication(now, seed, i).run());
            after.add(new Replication(then, seed, i).run());
        }
        return outcome(history, parameters, now, then, before, after, seed);
    }

    private static Outcome outcome(History history, Parameters parameters, World now, World then, List<Replication.Result> before, List<Replication.Result> after,
                                   long seed) {
        List<Outcome.Norm> norms = now.norms.stream().map(norm -> {
            Parameters.Kept kept = parameters.kept.get(norm.rule().code());
            double[] was = each(before, result -> result.kept.get(norm.rule().code()));
            double[] is = each(after, result -> result.kept.get(norm.rule().code()));
            return new Outcome.Norm(norm.rule().code(), norm.rule().name(), norm.rule().unit(), norm.rule().amount(), kept == null ? null : kept.share(),
                    kept == null ? 0 : kept.of(), Range.of(was), Range.of(is), Range.of(minus(is, was)));
        }).filter(norm -> norm.now() != null).toList();
        Map<String, Node> elements = new LinkedHashMap<>();
        for (World world : List.of(now, then)) {
            Flowchart.reachable(world.charts, history.procedure()).forEach(process -> world.charts.get(process).nodes().stream()
                    .filter(node -> node.kind == Kind.USER).forEach(node -> elements.put(node.key(), node)));
        }
        List<Outcome.Step> steps = elements.values().stream().map(node -> {
            double[] was = each(before, result -> quantile(result, node, 0.5));
            double[] is = each(after, result -> quantile(result, node, 0.5));
            Empirical real = parameters.realWaits.get(node.key());
            return new Outcome.Step(node.process, node.id, node.name, real == null ? null : real.quantile(0.5), real == null ? 0 : real.size(), Range.of(was),
                    Range.of(each(before, result -> quantile(result, node, 0.9))), Range.of(is), Range.of(each(after, result -> quantile(result, node, 0.9))),
                    Range.of(minus(is, was)));
        }).filter(step -> step.now() != null || step.then() != null).toList();
        Set<String> names = new TreeSet<>();
        before.forEach(result -> names.addAll(result.work.keySet()));
        after.forEach(result -> names.addAll(result.work.keySet()));
        List<Outcome.Group> groups = names.stream().map(group -> new Outcome.Group(group, hours(before, group), hours(after, group), busy(before, group), busy(after, group)))
                .filter(group -> group.hoursNow() != null && group.hoursNow().high() > 0 || group.hoursThen() != null && group.hoursThen().high() > 0).toList();
        double[] was = each(before, result -> result.finished == 0 ? null : result.meanDays);
        double[] is = each(after, result -> result.finished == 0 ? null : result.meanDays);
        int unfinished = after.stream().mapToInt(result -> result.unfinished).max().orElse(0);
        int endless = after.stream().mapToInt(result -> result.endless).max().orElse(0);
        boolean enough = parameters.finished >= Parameters.ENOUGH_CASES
                && (norms.isEmpty() || norms.get(0).realOf() >= Parameters.ENOUGH_CASES);
        return new Outcome(history.procedure(), history.from(), history.to(), seed, before.size(), parameters.started, parameters.finished, enough, norms, steps,
                groups, Range.of(was), Range.of(is), Range.of(minus(is, was)), unfinished, endless, said(history, parameters, now, then));
    }

    /** What the result rests on, the general first. */
    private static List<Said> said(History history, Parameters parameters, World now, World then) {
        Set<Said> said = new LinkedHashSet<>();
        said.add(Said.of("arrivals", parameters.started));
        said.add(Said.of("people", history.people().size(), history.absences().size()));
        said.add(Said.of("begun"));
        if (parameters.cut < 1) {
            said.add(Said.of("cut", Math.round(100 * parameters.cut)));
        }
        said.add(parameters.otherWork.isEmpty() ? Said.of("no-other-work") : Said.of("other-work", parameters.otherWork.size()));
        said.add(Said.of("same-luck"));
        said.add(Said.of("choices"));
        now.norms.stream().limit(1).forEach(norm -> {
            said.add(anchor("norm-starts", norm.rule().name(), norm.start(), now));
            said.add(anchor("norm-stops", norm.rule().name(), norm.stop(), now));
        });
        said.addAll(now.said);
        then.said.stream().filter(each -> !now.said.contains(each)).forEach(said::add);
        said.add(Said.of("left-out"));
        return List.copyOf(said);
    }

    private static Said anchor(String key, String term, Anchor anchor, World world) {
        String step = anchor.key() == null ? "" : world.stations.keySet().stream().filter(node -> node.key().equals(anchor.key())).map(node -> node.name).findFirst().orElse("");
        return Said.of(key + "-" + anchor.moment().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), term, step, Math.round(100 * anchor.share()));
    }

    private static Double quantile(Replication.Result result, Node node, double share) {
        double[] waits = result.waits.get(node.key());
        return waits == null ? null : Empirical.quantile(waits, share);
    }

    private static Range hours(List<Replication.Result> results, String group) {
        return Range.of(each(results, result -> result.work.containsKey(group) ? result.work.get(group) / 60 : null));
    }

    private static Range busy(List<Replication.Result> results, String group) {
        return Range.of(each(results, result -> result.capacity.getOrDefault(group, 0.0) > 0 ? result.work.get(group) / result.capacity.get(group) : null));
    }

    private static double[] each(List<Replication.Result> results, Function<Replication.Result, Double> of) {
        return results.stream().mapToDouble(result -> {
            Double value = of.apply(result);
            return value == null ? Double.NaN : value;
        }).toArray();
    }

    private static double[] minus(double[] is, double[] was) {
        double[] difference = new double[is.length];
        Arrays.setAll(difference, i -> is[i] - was[i]);
        return difference;
    }
}
