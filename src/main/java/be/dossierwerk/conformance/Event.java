package be.dossierwerk.conformance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * One thing that happened in a dossier, in words that norms use: an act by its code, a task as TAAK/element, a decision as OPGESTELD/, NAGEKEKEN/,
 * GOEDGEKEURD/, ONDERTEKEND/ or BETEKEND/ with its outcome, a letter as BRIEF/ with its kind. {@code at} is null where only the day is known;
 * {@code seq} is the entry of the chain that shows it, or null; {@code subject}: the decision or round it belongs to, or null; {@code what}: in Dutch.
 */
record Event(String code, Instant at, LocalDate day, Long seq, String actor, String name, Set<String> roles, String subject, String what) {

    boolean is(Iterable<String> codes) {
        for (String each : codes) {
            if (each.endsWith("*") ? code.startsWith(each.substring(0, each.length() - 1))
                    : each.contains("/*") ? code.startsWith(each.substring(0, each.indexOf('*'))) && code.endsWith(each.substring(each.indexOf('*') + 1)) : code.equals(each)) {
                return true;
            }
        }
        return false;
    }

    /** By the chain where both stand in it, else by the moment, else by the day; what cannot be told apart is not after. */
    boolean after(Event other) {
        if (seq != null && other.seq != null) {
            return seq > other.seq;
        }
        return at != null && other.at != null ? at.isAfter(other.at) : day.isAfter(other.day);
    }

    boolean concerns(Event other) {
        return subject == null || other.subject == null || subject.equals(other.subject);
    }

    boolean byPerson() {
        return actor != null && !actor.equals("systeem");
    }
}
