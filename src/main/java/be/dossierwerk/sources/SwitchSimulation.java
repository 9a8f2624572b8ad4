package be.dossierwerk.sources;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import org.springframework.stereotype.Service;

/** Lets a simulated source be slow, away or wrong, to show in a demo what the product does then. */
@Service
public class SwitchSimulation {

    private final SimulatedSources simulated;
    private final CurrentActor currentActor;

    SwitchSimulation(SimulatedSources simulated, CurrentActor currentActor) {
        this.simulated = simulated;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, or sources.not-simulated */
    public void to(Source source, SimulatedSources.Behaviour behaviour) {
        currentActor.require(Roles.TEAM_LEAD, Roles.MANAGER);
        if (!simulated.running()) {
            throw new Refused("sources.not-simulated");
        }
        simulated.behave(source, behaviour);
    }
}
