package be.dossierwerk.simulation;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops a simulation that runs; one that is done stays done. */
@Service
public class StopSimulation {

    private final SimulationRuns runs;
    private final CurrentActor currentActor;

    StopSimulation(SimulationRuns runs, CurrentActor currentActor) {
        this.runs = runs;
        this.currentActor = currentActor;
    }

    @Transactional
    public void stop(long id) {
        currentActor.require(Roles.MANAGER, Roles.TEAM_LEAD, Roles.HEAD);
        runs.finish(id, SimulationRuns.State.GESTOPT, null);
    }
}
