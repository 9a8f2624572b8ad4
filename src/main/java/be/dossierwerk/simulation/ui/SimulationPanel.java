package be.dossierwerk.simulation.ui;

import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.Proposal;
import com.vaadin.flow.component.Component;

/** What a change of a diagram would do to norms and waiting, on the page of the change. */
@org.springframework.stereotype.Component
class SimulationPanel implements ChangePanel {

    private final Simulations simulations;

    SimulationPanel(Simulations simulations) {
        this.simulations = simulations;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String title() {
        return "simulation.panel.title";
    }

    @Override
    public boolean shows(Proposal proposal) {
        return proposal.changed().stream().anyMatch(path -> path.endsWith(".bpmn"));
    }

    @Override
    public Component of(Proposal proposal) {
        return new SimulationBoard(simulations, proposal.change(), proposal.published(), proposal.proposed());
    }
}
