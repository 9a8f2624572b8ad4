package be.dossierwerk.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the history of a procedure says, by element: the numbers that a simulation draws from. Times are minutes. */
final class Parameters {

    /** Fewer observations than this say too little about a step. */
    static final int ENOUGH = 5;
    /** Fewer finished dossiers than this say too little about a procedure. */
    static final int ENOUGH_CASES = 20;

    /** The work itself, by element. */
    final Map<String, Empirical> handling = new HashMap<>();
    /** Worked minutes that a task lies still though somebody was free, by element and groups. */
    final Map<String, Empirical> lying = new HashMap<>();
    /** The same by groups alone, for steps without a history. */
    final Map<String, Empirical> handlingOfGroups = new HashMap<>();
    final Map<String, Empirical> lyingOfGroups = new HashMap<>();
    /** How long others take, in minutes of the calendar, by element. */
    final Map<String, Empirical> waiting = new HashMap<>();
    /** The share of passages that ended because a border event came first. */
    final Map<String, Double> interrupted = new HashMap<>();
    /** Working days of the week on which an element is done, where there is a rhythm. */
    final Map<String, Integer> weekdays = new HashMap<>();
    /** How often each flow was taken, by gateway. */
    final Map<String, Map<String, Double>> choices = new HashMap<>();
    /** Gateways at which earlier choices do not tell the next. */
    final Set<String> unrelated = new HashSet<>();
    /** How long after its activity (or its process) began an event came, and in which share of the passages. */
    final Map<String, Empirical> events = new HashMap<>();
    final Map<String, Double> eventShare = new HashMap<>();
    /** When each term starts and stops. */
    final Map<String, Anchor> starts = new TreeMap<>();
    final Map<String, Anchor> stops = new TreeMap<>();
    /** What people did beside this procedure: when, with what, how long. */
    record Other(long at, String groups, int minutes) { }

    List<Other> otherWork = List.of();
    /** Real waiting in days by element, of the tasks that were opened in the year. */
    final Map<String, Empirical> realWaits = new HashMap<>();
    /** Real share of each term that was kept, and of how many. */
    record Kept(double share, int of) { }

    final Map<String, Kept> kept = new HashMap<>();
    int finished;
    int started;
    /** By which share handling times were cut because they would not fit in the hours there were; 1 for not. */
    double cut = 1;

    static String groups(Set<String> groups) {
        return String.join(",", new java.util.TreeSet<>(groups));
    }
}
