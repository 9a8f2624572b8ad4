package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.procedurechange.ImpactOfChange;
import be.dossierwerk.procedurechange.ImpactReport;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.Component;

/** The tab "Gevolgen" of a change: what it does to the dossiers that run now. */
@org.springframework.stereotype.Component
class ImpactPanel implements ChangePanel {

    private final ImpactOfChange impactOfChange;
    private final ImpactReport report;
    private final Changes changes;
    private final CurrentActor currentActor;

    ImpactPanel(ImpactOfChange impactOfChange, ImpactReport report, Changes changes, CurrentActor currentActor) {
        this.impactOfChange = impactOfChange;
        this.report = report;
        this.changes = changes;
        this.currentActor = currentActor;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String title() {
        return "procedurechange.impact.title";
    }

    @Override
    public boolean shows(Proposal proposal) {
        return !proposal.changed().isEmpty() || report.of(proposal.change()).isPresent();
    }

    @Override
    public Component of(Proposal proposal) {
        boolean over = changes.find(proposal.change()).filter(change -> change.state().over()).isPresent();
        return new ImpactScreen(proposal, impactOfChange, report, currentActor.get().has(Roles.MANAGER) && !over);
    }
}
