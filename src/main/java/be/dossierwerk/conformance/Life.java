package be.dossierwerk.conformance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that norms look at of one dossier. {@code rights}: of each person the roles that were seen, oldest first; {@code keptOut}: who may not handle this
 * dossier; {@code outside}: the last entry that tells of a hand in the database, or null; {@code seq}: the end of the chain that was read.
 */
record Life(String dossier, String procedure, LocalDate today, long seq, List<Event> events, List<Term> terms, Map<String, List<Rights>> rights, Set<String> keptOut, Long outside) {

    /** A term of the ledger; dueOn is null while it stands still, stoppedOn while it runs. */
    record Term(long id, String rule, String name, LocalDate startedOn, LocalDate dueOn, LocalDate stoppedOn) { }

    record Rights(Instant at, Set<String> roles) { }

    /** What was known of this person's roles at that moment; null when nothing was. */
    Set<String> rightsOf(String person, Instant at) {
        Set<String> known = null;
        for (Rights each : rights.getOrDefault(person, List.of())) {
            if (at != null && !each.at.isAfter(at)) {
                known = each.roles;
            }
        }
        return known;
    }
}
