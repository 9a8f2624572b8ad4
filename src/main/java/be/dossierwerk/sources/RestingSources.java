package be.dossierwerk.sources;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Leaves a source alone for a while after failures in a row; the first question after that decides whether it rests again. */
@Component
class RestingSources {

    private record Failures(int inARow, Instant last) { }

    private final Map<Source, Failures> failures = new EnumMap<>(Source.class);
    private final SourceSettings settings;
    private final Clock clock;

    RestingSources(SourceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized boolean resting(Source source) {
        Failures known = failures.get(source);
        if (known == null || known.inARow < settings.failuresBeforeRest()) {
            return false;
        }
        Instant now = clock.instant();
        // A clock that was put back must not make a source rest for years.
        return !now.isBefore(known.last) && now.isBefore(known.last.plus(settings.rest()));
    }

    List<Source> all() {
        return Stream.of(Source.values()).filter(this::resting).toList();
    }

    synchronized void failed(Source source) {
        Failures known = failures.get(source);
        failures.put(source, new Failures(known == null ? 1 : known.inARow + 1, clock.instant()));
    }

    /** @return whether it comes back after it had been left alone */
    synchronized boolean answered(Source source) {
        Failures known = failures.remove(source);
        return known != null && known.inARow >= settings.failuresBeforeRest();
    }

    /** The next question is asked, whatever went before; one more failure and it rests again. */
    synchronized void wake(Source source) {
        failures.computeIfPresent(source, (key, known) -> new Failures(known.inARow, Instant.EPOCH));
    }
}
