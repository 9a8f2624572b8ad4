package be.dossierwerk.conformance;

import java.time.LocalDate;
import java.util.List;

/** A norm as it stands in its table (conformance_norm); {@code procedures} is empty for a history that cannot be. */
record Norm(String code, int version, String name, List<String> procedures, Pattern pattern, Asks asks, String says, String likely, LocalDate from, LocalDate until) {

    /** What the pattern is told: codes of events, roles, rules of terms, days. None is null. */
    record Asks(List<String> when, List<String> needs, List<String> unless, List<String> since, List<String> roles, List<String> terms, int days) {

        Asks {
            when = when == null ? List.of() : when;
            needs = needs == null ? List.of() : needs;
            unless = unless == null ? List.of() : unless;
            since = since == null ? List.of() : since;
            roles = roles == null ? List.of() : roles;
            terms = terms == null ? List.of() : terms;
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
