package be.dossierwerk.export;

import java.time.Instant;
import java.util.List;

/**
 * One event of a log. {@code id}: stays the same in every export; {@code instance}: what begin and end of one step have in common. {@code process},
 * {@code element} and {@code kind} only of a step; {@code resource} (who) and {@code role} may be null. {@code about}: what it changed, in OCEL.
 */
record LogEvent(String id, String instance, String source, String transition, String name, Instant at, String process, String element, String kind,
                String resource, String role, List<LogObject> about) {

    /** Something that an event was about, or that belongs to a dossier. */
    record LogObject(String type, String id) { }
}
