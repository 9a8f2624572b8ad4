package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Who is kept out of a dossier by any rule, and who can do its tasks instead. */
@Component
class Conflicts {

    /** Some need who asks: looked up at first use, and once. */
    private final Supplier<List<ConflictRule>> rules;
    private final Colleagues colleagues;
    private final Absences absences;
    private final CurrentActor currentActor;

    Conflicts(ObjectProvider<ConflictRule> rules, Colleagues colleagues, Absences absences, CurrentActor currentActor) {
        this.rules = SingletonSupplier.of(() -> rules.stream().toList());
        this.colleagues = colleagues;
        this.absences = absences;
        this.currentActor = currentActor;
    }

    /** Person id, and why in a sentence. */
    Map<String, String> keptOut(String dossier) {
        Map<String, String> all = new HashMap<>();
        rules.get().forEach(rule -> rule.keptOut(dossier).forEach(all::putIfAbsent));
        return all;
    }

    /** Those of the dossiers that a rule keeps this person out of. */
    Set<String> closedFor(String person, Collection<String> dossiers) {
        Set<String> closed = new HashSet<>();
        rules.get().forEach(rule -> rule.concerned(dossiers).stream().filter(dossier -> rule.keptOut(dossier).containsKey(person)).forEach(closed::add));
        return closed;
    }

    /** The others of the groups who are here today and whom no rule keeps out, by name. */
    List<Actor> whoCan(Set<String> groups, Set<String> keptOut) {
        String me = currentActor.get().id();
        Set<String> absent = absences.now().stream().map(Absences.Absence::person).collect(Collectors.toSet());
        return colleagues.holding(groups).stream().filter(person -> !person.id().equals(me) && !keptOut.contains(person.id()) && !absent.contains(person.id()))
                .toList();
    }

    /** The answer to somebody who is kept out, with the names of who can. */
    Refused refusal(String taskName, String why, List<Actor> whoCan) {
        return whoCan.isEmpty() ? new Refused("inbox.conflict-nobody", taskName, why) : new Refused("inbox.conflict", taskName, why, names(whoCan));
    }

    static String names(List<Actor> people) {
        return people.stream().map(Actor::name).collect(Collectors.joining(", "));
    }
}
