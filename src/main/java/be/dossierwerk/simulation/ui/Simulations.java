package be.dossierwerk.simulation.ui;

import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.simulation.SimulationChoices;
import be.dossierwerk.simulation.SimulationRuns;
import be.dossierwerk.simulation.StartSimulation;
import be.dossierwerk.simulation.StopSimulation;
import org.springframework.stereotype.Component;

/** What the screens of simulations work with. */
@Component
record Simulations(SimulationChoices choices, SimulationRuns runs, StartSimulation start, StopSimulation stop, Changes changes, CurrentActor currentActor) { }
