package be.dossierwerk.conformance;

import be.dossierwerk.shared.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a norm was not followed. {@code thing} tells it apart from others of the same norm and dossier, whenever it is looked at; {@code day}: when it was so. */
record Deviation(String thing, LocalDate day, Long seq, String who, String what, List<Event> evidence) {

    static Deviation of(Event shown, Event... more) {
        List<Event> evidence = Stream.concat(Arrays.stream(more), Stream.of(shown)).toList();
        return new Deviation(thing(shown), shown.day(), shown.seq(), shown.name(), evidence.stream().map(event -> event.what().replaceFirst("\\.$", "")).collect(Collectors.joining(" en ")), evidence);
    }

    String sentence(String says) {
        return says.replace("{dag}", Dates.prose(day)).replace("{wie}", who == null ? "Dossierwerk" : who).replace("{wat}", what);
    }

    private static String thing(Event event) {
        return event.subject() != null ? event.code() + " " + event.subject() : event.seq() != null ? event.code() + " " + event.seq() : event.code() + " " + event.day();
    }
}
