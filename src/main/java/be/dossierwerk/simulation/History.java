package be.dossierwerk.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What really happened, as far as the product recorded it: the only source of every number of a simulation. */
record History(String procedure, LocalDate from, LocalDate to, List<Case> cases, List<Done> otherWork, List<Person> people, List<Away> absences,
               List<TermSeen> terms, Map<String, Rule> rules, Set<String> waitingTasks) {

    /** One dossier of the procedure; {@code ended} is null while it runs. */
    record Case(String dossier, LocalDate received, Instant started, Instant ended, List<Step> steps) { }

    /** One passage through an element, in {@code instance} of {@code process}; {@code by} is null when nobody did it. */
    record Step(String process, String element, String instance, Instant start, Instant end, boolean cancelled, String by, long order) {

        String key() {
            return process + "#" + element;
        }
    }

    /** A task of another procedure that somebody finished. */
    record Done(String process, String element, Instant opened, Instant completed, String by) { }

    record Person(String id, Set<String> groups) { }

    /** Both days counted. */
    record Away(String person, LocalDate firstDay, LocalDate lastDay) { }

    /** A term that ran; {@code stopped} and {@code due} may be null. */
    record TermSeen(String dossier, String rule, LocalDate started, LocalDate stopped, LocalDate due) { }

    /** {@code pausedBy}: the grounds that stop it; {@code target}: a norm of our own and not one of law. */
    record Rule(String code, String name, String unit, int amount, boolean bindsUs, boolean target, Set<String> pausedBy) { }
}
