package be.dossierwerk.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is different from today beside the diagram: people more or fewer by group, how often a week is signed (0: as now), and whether the
 * absences of the past year come again.
 */
public record Variant(Map<String, Integer> people, int signings, boolean absences) {

    public static final Variant TODAY = new Variant(Map.of(), 0, true);
    public static final int MOST_SIGNINGS = 5;

    public Variant {
        people = java.util.Collections.unmodifiableMap(new TreeMap<>(people));
    }

    public boolean unchanged() {
        return equals(TODAY);
    }

    /** Tuesday and Friday for twice a week, and so on; Monday is the lowest bit. */
    static int weekdays(int signings) {
        return List.of(0b11111, 0b00100, 0b10010, 0b10101, 0b11011, 0b11111).get(signings);
    }
}
