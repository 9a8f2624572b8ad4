package be.dossierwerk.board;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens in one life, written down by whoever plays it as rows of a history file; it knows nothing of our tables. */
final class ScriptOfLife {

    private record Row(String event, LocalDateTime at, String amount) { }

    private final String number;
    private final String measure;
    private final String kind;
    private final String channel;
    private final String undertaking;
    private final List<Row> rows = new ArrayList<>();

    /** {@code number}: another than the dossier that is played. */
    ScriptOfLife(String number, String measure, String kind, String channel, String undertaking) {
        this.number = number;
        this.measure = measure;
        this.kind = kind;
        this.channel = channel;
        this.undertaking = undertaking;
    }

    void day(String event, LocalDate on) {
        rows.add(new Row(event, on.atStartOfDay(), ""));
    }

    void day(String event, LocalDate on, String amount) {
        rows.add(new Row(event, on.atStartOfDay(), amount));
    }

    /** Pauses overlap and come on the same day: each row a minute after the one before. */
    void clock(String event, LocalDate on) {
        rows.add(new Row(event, on.atTime(LocalTime.of(10, 0)).plusMinutes(rows.size()), ""));
    }

    /** What turned out otherwise never happened. */
    void not(String event) {
        rows.removeIf(row -> row.event.equals(event));
    }

    boolean tells(String event) {
        return rows.stream().anyMatch(row -> row.event.equals(event));
    }

    String number() {
        return number;
    }

    List<String> lines() {
        return rows.stream().sorted(Comparator.comparing(Row::at))
                .map(row -> String.join(",", number, measure, kind, channel, undertaking, row.event, row.at.toLocalDate() + "T" + row.at.toLocalTime() + ":00", row.amount)).toList();
    }
}
