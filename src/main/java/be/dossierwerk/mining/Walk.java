package be.dossierwerk.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of one dossier in the order in which they began; those of one moment as they came. {@code days}: the length of the dossier. */
record Walk(String dossier, int days, List<Visit> visits) {

    /** From entering a step to leaving it, in microseconds; {@code days}: calendar days between the two. */
    record Visit(String step, long entered, long left, int days) {

        /** One second of both at once is enough; that one ends when the other begins is not. */
        boolean meets(Visit other) {
            return entered < other.left && other.entered < left;
        }
    }

    private static final Comparator<Visit> ORDER = Comparator.comparingLong(Visit::entered).thenComparingLong(Visit::left);

    /** What stood several times at once at one step, once for each person of a committee, is one visit. */
    Walk {
        List<Visit> merged = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (Visit visit : visits.stream().sorted(ORDER).toList()) {
            Integer before = last.get(visit.step);
            if (before != null && merged.get(before).meets(visit)) {
                Visit one = merged.get(before);
                merged.set(before, new Visit(one.step, one.entered, Math.max(one.left, visit.left), Math.max(one.days, visit.days)));
            } else {
                last.put(visit.step, merged.size());
                merged.add(visit);
            }
        }
        visits = List.copyOf(merged);
    }
}
