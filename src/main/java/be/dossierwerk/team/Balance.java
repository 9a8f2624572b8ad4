package be.dossierwerk.team;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Divides tasks one by one over whoever has the fewest days of work, counting what was given along. */
class Balance {

    private final Map<String, Workload> people;
    private final Map<String, Integer> given = new HashMap<>();
    private final double usualPace;

    /** {@code people}: by person id. */
    Balance(Map<String, Workload> people) {
        this.people = people;
        this.usualPace = people.values().stream().map(Workload::pace).filter(Pace::known).mapToDouble(Pace::perDay).average().orElse(1);
    }

    /** The one of these who has the fewest days of work, and now one task more; among equals the first by id. Empty when there is nobody. */
    Optional<String> give(Collection<String> candidates) {
        Optional<String> lightest = candidates.stream().min(Comparator.comparingDouble(this::daysOfWork).thenComparing(Comparator.naturalOrder()));
        lightest.ifPresent(person -> given.merge(person, 1, Integer::sum));
        return lightest;
    }

    /** Who has no pace of their own gets the usual one. */
    private double daysOfWork(String person) {
        Workload work = people.getOrDefault(person, new Workload(Load.NONE, new Pace(0, 0), 0, 0));
        return (work.load().open() + given.getOrDefault(person, 0)) / (work.pace().known() ? work.pace().perDay() : usualPace);
    }
}
