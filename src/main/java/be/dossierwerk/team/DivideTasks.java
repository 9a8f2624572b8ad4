package be.dossierwerk.team;

import be.dossierwerk.inbox.GiveBackTask;
import be.dossierwerk.inbox.HandOverTask;
import be.dossierwerk.inbox.HandOverTasks;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives tasks to other people, or back to their group, many at a time: one that cannot move holds up none of the others. */
@Service
public class DivideTasks {

    /** A task that goes from one person to another; null is nobody. A task that is no longer with {@code from} stays where it is. */
    public record Move(String taskId, String from, String to) {

        Move back() {
            return new Move(taskId, to, from);
        }
    }

    /** What moved, and why the rest did not. */
    public record Outcome(List<Move> done, List<Refused> refusals) {

        /** What takes back what was done, the last first. */
        public List<Move> undo() {
            List<Move> back = new ArrayList<>(done.stream().map(Move::back).toList());
            Collections.reverse(back);
            return List.copyOf(back);
        }
    }

    /** Why a task goes back to where it was. */
    public static final String TAKEN_BACK = "De verdeling op het ploegbord is teruggedraaid.";

    private static final String FREE_TASK = "Vrije taak, verdeeld op het ploegbord.";

    /** So many go in one transaction. */
    private static final int TOGETHER = 200;
    private static final Logger LOG = LoggerFactory.getLogger(DivideTasks.class);

    private final HandOverTask handOver;
    private final HandOverTasks handOverTasks;
    private final GiveBackTask giveBack;
    private final CurrentActor currentActor;

    DivideTasks(HandOverTask handOver, HandOverTasks handOverTasks, GiveBackTask giveBack, CurrentActor currentActor) {
        this.handOver = handOver;
        this.handOverTasks = handOverTasks;
        this.giveBack = giveBack;
        this.currentActor = currentActor;
    }

    /**
     * {@code reason}: only a task that nobody has goes without one.
     * @throws Refused security.role-missing, team.reason-required
     */
    public Outcome divide(List<Move> moves, String reason) {
        currentActor.require(Roles.TEAM_LEAD, Roles.HEAD);
        boolean silent = reason == null || reason.isBlank();
        if (silent && moves.stream().anyMatch(move -> move.from() != null)) {
            throw new Refused("team.reason-required", List.of(new Refused.Field("reason", "team.reason-required")));
        }
        List<Move> done = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (List<Move> run : runs(moves)) {
            Set<String> together = run.size() > 1 ? together(run, silent ? FREE_TASK : reason) : Set.of();
            for (Move move : run) {
                try {
                    if (!together.contains(move.taskId())) {
                        alone(move, silent ? FREE_TASK : reason);
                    }
                    done.add(move);
                } catch (Refused refused) {
                    refusals.add(refused);
                }
            }
        }
        return new Outcome(List.copyOf(done), List.copyOf(refusals));
    }

    private void alone(Move move, String reason) {
        if (move.to() == null) {
            giveBack.giveBack(move.taskId(), move.from());
        } else {
            handOver.handOver(move.taskId(), move.from(), move.to(), reason);
        }
    }

    private Set<String> together(List<Move> run, String reason) {
        Map<String, String> from = new HashMap<>();
        run.forEach(move -> from.put(move.taskId(), move.from()));
        try {
            return handOverTasks.handOver(from, run.get(0).to(), reason);
        } catch (RuntimeException e) {
            LOG.warn("{} tasks were not handed over together; each is tried by itself", run.size(), e);
            return Set.of();
        }
    }

    /** Moves that stand behind each other, go to the same person and are of different tasks; what goes back to its group goes by itself. */
    private static List<List<Move>> runs(List<Move> moves) {
        List<List<Move>> runs = new ArrayList<>();
        Set<String> tasks = new HashSet<>();
        for (Move move : moves) {
            List<Move> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || last.size() == TOGETHER || move.to() == null || !move.to().equals(last.get(0).to()) || tasks.contains(move.taskId())) {
                runs.add(new ArrayList<>());
                tasks.clear();
            }
            runs.get(runs.size() - 1).add(move);
            tasks.add(move.taskId());
        }
        return runs;
    }
}
