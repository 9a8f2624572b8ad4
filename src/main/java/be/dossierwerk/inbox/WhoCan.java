package be.dossierwerk.inbox;

import be.dossierwerk.security.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** To whom chosen tasks can be handed: asked when the dialog opens, never by a list. */
@Component
public class WhoCan {

    /** {@code absence}: empty for who is here today. */
    public record Colleague(Actor person, Optional<Absences.Absence> absence) { }

    /** {@code keptOut}: of those who hold the roles, why they may not; one sentence each. */
    public record Offer(List<Colleague> colleagues, List<String> keptOut) { }

    private final Conflicts conflicts;
    private final Colleagues colleagues;
    private final Absences absences;

    WhoCan(Conflicts conflicts, Colleagues colleagues, Absences absences) {
        this.conflicts = conflicts;
        this.colleagues = colleagues;
        this.absences = absences;
    }

    /** Those who may do every one of these tasks, who is here today first. */
    public Offer of(Collection<OpenWork.Row> tasks) {
        List<OpenWork.Row> chosen = List.copyOf(tasks);
        return offer(chosen, colleagues.holding(chosen.get(0).groups()), away());
    }

    /** For each of these tasks by itself: who may do it. */
    public Map<OpenWork.Row, Offer> each(Collection<OpenWork.Row> tasks) {
        List<Actor> everybody = colleagues.holding(tasks.stream().flatMap(task -> task.groups().stream()).collect(Collectors.toSet()));
        Map<String, Absences.Absence> away = away();
        Map<OpenWork.Row, Offer> offers = new LinkedHashMap<>();
        tasks.forEach(task -> offers.put(task, offer(List.of(task), everybody, away)));
        return offers;
    }

    private Map<String, Absences.Absence> away() {
        return absences.now().stream().collect(Collectors.toMap(Absences.Absence::person, absence -> absence));
    }

    private Offer offer(List<OpenWork.Row> chosen, List<Actor> people, Map<String, Absences.Absence> away) {
        Map<String, String> keptOut = new HashMap<>();
        chosen.stream().map(OpenWork.Row::dossier).distinct().forEach(dossier -> keptOut.putAll(conflicts.keptOut(dossier)));
        List<Colleague> able = new ArrayList<>();
        List<String> notAble = new ArrayList<>();
        for (Actor person : people) {
            if (!chosen.stream().allMatch(task -> task.groups().stream().anyMatch(person::has))) {
                continue;
            }
            if (keptOut.containsKey(person.id())) {
                notAble.add(keptOut.get(person.id()));
            } else if (chosen.size() > 1 || !person.id().equals(chosen.get(0).assignee())) {
                able.add(new Colleague(person, Optional.ofNullable(away.get(person.id()))));
            }
        }
        able.sort(Comparator.comparing(colleague -> colleague.absence().isPresent()));
        return new Offer(List.copyOf(able), List.copyOf(notAble));
    }
}
