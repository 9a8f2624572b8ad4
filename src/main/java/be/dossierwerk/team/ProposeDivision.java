package be.dossierwerk.team;

import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.inbox.WhoCan;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who could do the work of somebody who is away: whoever holds the mandate, is here, no rule keeps out, and has the fewest days of work. Asked for by a person, never by a list. */
@Service
public class ProposeDivision {

    /** {@code to}: empty when there is nobody; {@code keptOut}: who may not although the role fits, with the reason in a sentence. */
    public record Proposal(OpenWork.Row task, Optional<Actor> to, List<String> keptOut) {

        public DivideTasks.Move move() {
            return new DivideTasks.Move(task.taskId(), task.assignee(), to.map(Actor::id).orElseThrow());
        }
    }

    private final OpenWork openWork;
    private final WhoCan whoCan;
    private final ShowTeam showTeam;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProposeDivision(OpenWork openWork, WhoCan whoCan, ShowTeam showTeam, CurrentActor currentActor, Clock clock) {
        this.openWork = openWork;
        this.whoCan = whoCan;
        this.showTeam = showTeam;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * The most urgent task first; one that is gone by now is not in it.
     * @throws be.dossierwerk.shared.Refused security.role-missing
     */
    @Transactional(readOnly = true)
    public List<Proposal> propose(Collection<String> taskIds) {
        currentActor.require(Roles.TEAM_LEAD, Roles.HEAD);
        Map<OpenWork.Row, WhoCan.Offer> offers = whoCan.each(openWork.find(taskIds));
        Set<String> candidates = offers.values().stream().flatMap(offer -> here(offer).keySet().stream()).collect(Collectors.toSet());
        Balance balance = new Balance(showTeam.workloads(candidates, Weeks.of(LocalDate.now(clock))));
        return offers.entrySet().stream().map(each -> {
            Map<String, Actor> here = here(each.getValue());
            return new Proposal(each.getKey(), balance.give(here.keySet()).map(here::get), each.getValue().keptOut());
        }).toList();
    }

    private static Map<String, Actor> here(WhoCan.Offer offer) {
        return offer.colleagues().stream().filter(one -> one.absence().isEmpty()).map(WhoCan.Colleague::person).collect(Collectors.toMap(Actor::id, Function.identity()));
    }
}
