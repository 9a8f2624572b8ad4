package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.procedurechange.ChangeFindings;
import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.Proposal;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The tab "Controle": what is wrong in the files that a change touches. */
@Component
class CheckPanel implements ChangePanel {

    private final ChangeFindings findings;

    CheckPanel(ChangeFindings findings) {
        this.findings = findings;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "procedurechange.check.title";
    }

    @Override
    public com.vaadin.flow.component.Component of(Proposal proposal) {
        FindingsList list = new FindingsList(true, CheckPanel::open);
        list.show(proposal.proposed(), findings.of(proposal));
        return list;
    }

    /** The editor of the same change, with the place chosen. */
    private static void open(DiagramFinding finding) {
        UI ui = UI.getCurrent();
        ui.navigate(ui.getInternals().getActiveViewLocation().getPath(), new com.vaadin.flow.router.QueryParameters(Map.of("tab", List.of("ontwerp"),
                "bestand", List.of(finding.file()), "element", List.of(finding.element()))));
    }
}
