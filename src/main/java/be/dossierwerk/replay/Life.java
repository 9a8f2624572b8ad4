package be.dossierwerk.replay;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.audit.AuditLog.Change;
import be.dossierwerk.shared.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The life of one dossier as its chain tells it: moments, each with its acts and with what they changed, and what stood in the tables after each of them.
 * Folded from the recorded changes alone; only rows of before the journal began are taken from today's and undone (ADR 0027).
 */
public final class Life {

    /**
     * An entry of the chain. {@code roles}: on whose authority, as recorded; {@code sentence} is null for what changed behind the acts;
     * {@code application}: the program of what was changed outside the product, else null.
     */
    public record Entry(long seq, Instant at, String transaction, String actor, String name, String roles, String action, String sentence, String reason, String hash,
                        String application, List<Change> changes) {

        public boolean isAct() {
            return sentence != null;
        }
    }

    /** What one transaction did; {@code place} counts from 0. */
    public record Moment(int place, List<Entry> entries) {

        public Instant at() {
            return entries.get(entries.size() - 1).at();
        }

        public LocalDate day() {
            return at().atZone(MovableClock.BRUSSELS).toLocalDate();
        }

        public List<Entry> acts() {
            return entries.stream().filter(Entry::isAct).toList();
        }

        public List<Change> changes() {
            return entries.stream().flatMap(entry -> entry.changes().stream()).toList();
        }
    }

    /** Acts that were taken over together from an older record are still told one by one. */
    private static final Duration ONE_ACT = Duration.ofMinutes(1);

    private final List<Moment> moments;
    private final RecordedRows before;

    private Life(List<Moment> moments, RecordedRows before) {
        this.moments = List.copyOf(moments);
        this.before = before;
    }

    /**
     * @param entries of the chain, in order
     * @param now what stands in the tables that can be undone
     * @param pending what changed since the last entry, oldest first
     */
    static Life of(List<Entry> entries, RecordedRows now, List<Change> pending) {
        List<Moment> moments = new ArrayList<>();
        List<Entry> together = new ArrayList<>();
        for (Entry entry : entries) {
            if (!together.isEmpty() && !sameAct(together.get(together.size() - 1), entry)) {
                moments.add(new Moment(moments.size(), List.copyOf(together)));
                together.clear();
            }
            together.add(entry);
        }
        if (!together.isEmpty()) {
            moments.add(new Moment(moments.size(), List.copyOf(together)));
        }
        RecordedRows before = new RecordedRows(now);
        List<Change> all = new ArrayList<>();
        moments.forEach(moment -> all.addAll(moment.changes()));
        all.addAll(pending);
        for (int i = all.size() - 1; i >= 0; i--) {
            before.undo(all.get(i));
        }
        return new Life(moments, before);
    }

    private static boolean sameAct(Entry one, Entry next) {
        return one.transaction().equals(next.transaction()) && Objects.equals(one.actor(), next.actor()) && !one.action().equals(AuditLog.FACTS)
                && Duration.between(one.at(), next.at()).abs().compareTo(ONE_ACT) < 0;
    }

    public List<Moment> moments() {
        return moments;
    }

    /** What stood in the tables after that moment. */
    public RecordedRows after(int place) {
        RecordedRows rows = new RecordedRows(before);
        moments.stream().limit(place + 1L).flatMap(moment -> moment.changes().stream()).forEach(rows::apply);
        return rows;
    }

    /** The last moment of that day or before it; -1 when the dossier did not exist yet. */
    public int on(LocalDate day) {
        int last = -1;
        for (Moment moment : moments) {
            if (!moment.day().isAfter(day)) {
                last = moment.place();
            }
        }
        return last;
    }

    /** When changes began to be written down, where the dossier is older than that; null otherwise. */
    public Instant knownSince() {
        return before.rows("dossier").isEmpty() ? null
                : moments.stream().filter(moment -> !moment.changes().isEmpty()).map(Moment::at).findFirst().orElse(null);
    }
}
