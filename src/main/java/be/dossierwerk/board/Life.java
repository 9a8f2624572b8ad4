package be.dossierwerk.board;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to one dossier, oldest first, whichever diagram or other system it ran on. Times are local (history README, "How a verdict is computed"). */
public record Life(String dossier, String measure, String kind, String channel, List<Event> events) {

    /** {@code name}: such as RECEIVED, COMPLETE, PAUSED, RESUMED, DECIDED. */
    public record Event(String name, LocalDateTime at) { }

    private record Span(LocalDateTime from, LocalDateTime to) { }

    public static final String PAUSED = "PAUSED";
    public static final String RESUMED = "RESUMED";

    /** When it happened for the first time. */
    public Optional<LocalDateTime> first(String name) {
        return events.stream().filter(event -> event.name.equals(name)).map(Event::at).findFirst();
    }

    /** The days after {@code after} up to and including {@code until} did not count. */
    public record Waited(LocalDate after, LocalDate until) {

        public int days() {
            return (int) ChronoUnit.DAYS.between(after, until);
        }
    }

    /** Between two days: when the department waited for somebody else; of a pause from a to b, a + 1 up to b. */
    public List<Waited> waited(LocalDate from, LocalDate to) {
        List<Waited> waited = new ArrayList<>();
        LocalDate counted = from;
        for (Span span : pauses()) {
            LocalDate after = later(span.from.toLocalDate(), counted);
            LocalDate until = earlier(span.to.toLocalDate(), to);
            if (until.isAfter(after)) {
                waited.add(new Waited(after, until));
                counted = until;
            }
        }
        return waited;
    }

    int pausedDays(LocalDate from, LocalDate to) {
        return waited(from, to).stream().mapToInt(Waited::days).sum();
    }

    Duration pausedTime(LocalDateTime from, LocalDateTime to) {
        Duration paused = Duration.ZERO;
        for (Span span : pauses()) {
            Duration shared = Duration.between(span.from.isAfter(from) ? span.from : from, span.to.isBefore(to) ? span.to : to);
            paused = shared.isNegative() ? paused : paused.plus(shared);
        }
        return paused;
    }

    /**
     * Pauses that overlap are one; a pause that nobody ended goes on. Of two pauses that began at the same moment a file keeps one row, so the last end before the
     * next beginning holds.
     */
    private List<Span> pauses() {
        List<Span> spans = new ArrayList<>();
        int open = 0;
        LocalDateTime since = null;
        for (Event event : events) {
            if (event.name.equals(PAUSED) && open++ == 0) {
                since = event.at;
                spans.add(new Span(since, LocalDateTime.MAX));
            } else if (event.name.equals(RESUMED) && since != null) {
                open = Math.max(0, open - 1);
                if (open == 0) {
                    spans.set(spans.size() - 1, new Span(since, event.at));
                }
            }
        }
        return spans;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
