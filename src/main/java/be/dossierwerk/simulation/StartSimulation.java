package be.dossierwerk.simulation;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Somebody asks what a change, or other people, would do to a procedure; the answer is worked out in the background. */
@Service
public class StartSimulation {

    public static final int REPETITIONS = 100;

    /** {@code change} is null without a change: both sets are then the same. */
    public record Question(String change, DiagramSet published, DiagramSet proposed, String procedure, Variant variant, long seed, int repetitions) { }

    private final SimulationRuns runs;
    private final SimulationWork work;
    private final AuditLog audit;
    private final CurrentActor currentActor;

    StartSimulation(SimulationRuns runs, SimulationWork work, AuditLog audit, CurrentActor currentActor) {
        this.runs = runs;
        this.work = work;
        this.audit = audit;
        this.currentActor = currentActor;
    }

    /**
     * @return the number of the simulation
     * @throws Refused simulation.busy, or simulation.wrong with the fields
     */
    @Transactional
    public long start(Question question) {
        Actor actor = question.change() == null ? currentActor.require(Roles.MANAGER, Roles.TEAM_LEAD, Roles.HEAD) : currentActor.require(Roles.MANAGER);
        List<Refused.Field> wrong = new ArrayList<>();
        if (question.procedure() == null || !Flowchart.of(question.published()).containsKey(question.procedure())
                || !Flowchart.of(question.proposed()).containsKey(question.procedure())) {
            wrong.add(new Refused.Field("procedure", "simulation.wrong.procedure"));
        }
        if (question.variant().signings() < 0 || question.variant().signings() > Variant.MOST_SIGNINGS) {
            wrong.add(new Refused.Field("signings", "simulation.wrong.signings", Variant.MOST_SIGNINGS));
        }
        if (question.repetitions() < 10 || question.repetitions() > 500) {
            wrong.add(new Refused.Field("repetitions", "simulation.wrong.repetitions"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused("simulation.wrong", wrong);
        }
        if (question.change() != null) {
            audit.lock(question.change());
        }
        if (runs.running(question.change())) {
            throw new Refused("simulation.busy");
        }
        long id = runs.add(question, actor);
        if (question.change() != null) {
            audit.record(AuditLog.Entry.of(question.change(), "SIMULATION_STARTED",
                    "%s startte een simulatie met startgetal %d en %d herhalingen.".formatted(actor.name(), question.seed(), question.repetitions())));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.begin(id, question);
            }
        });
        return id;
    }
}
