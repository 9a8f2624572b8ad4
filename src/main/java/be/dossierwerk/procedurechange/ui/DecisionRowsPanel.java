package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.modeling.DiagramComparison;
import be.dossierwerk.procedurechange.AddDecisionRow;
import be.dossierwerk.procedurechange.ChangeDecisionRow;
import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.Changes;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.RemoveDecisionRow;
import be.dossierwerk.procedurechange.ReplayDecisions;
import be.dossierwerk.procedurechange.ShowDecisionRows;
import be.dossierwerk.procedurechange.ShowDecisionRows.Sheet;
import be.dossierwerk.procedurechange.TryDecisionRows;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/** The test rows beside the decision tables that a change touches, and the past dossiers that asked them. */
@org.springframework.stereotype.Component
class DecisionRowsPanel implements ChangePanel {

    /** What the rows of one table need. */
    record Acts(TryDecisionRows run, AddDecisionRow add, ChangeDecisionRow change, RemoveDecisionRow remove, ReplayDecisions replay, boolean mayChange) { }

    private final ShowDecisionRows show;
    private final TryDecisionRows run;
    private final AddDecisionRow add;
    private final ChangeDecisionRow change;
    private final RemoveDecisionRow remove;
    private final ReplayDecisions replay;
    private final Changes changes;
    private final CurrentActor currentActor;

    DecisionRowsPanel(ShowDecisionRows show, TryDecisionRows run, AddDecisionRow add, ChangeDecisionRow change, RemoveDecisionRow remove, ReplayDecisions replay,
                      Changes changes, CurrentActor currentActor) {
        this.show = show;
        this.run = run;
        this.add = add;
        this.change = change;
        this.remove = remove;
        this.replay = replay;
        this.changes = changes;
        this.currentActor = currentActor;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String title() {
        return "procedurechange.rows";
    }

    @Override
    public boolean shows(Proposal proposal) {
        return !ShowDecisionRows.tables(proposal).isEmpty();
    }

    @Override
    public Component of(Proposal proposal) {
        UI.getCurrent().getPage().addStyleSheet("context://procedurechange-compare.css");
        Div panel = new Div(new Paragraph(I18NProvider.translate("procedurechange.rows.about")));
        panel.addClassName("dw-compare");
        List<Sheet> sheets = show.of(proposal, UI.getCurrent().getLocale());
        Acts acts = new Acts(run, add, change, remove, replay, mayChange(proposal.change()));
        sheets.forEach(sheet -> panel.add(new DecisionRowsSection(proposal, sheet, acts)));
        if (sheets.size() < ShowDecisionRows.tables(proposal).size()) {
            panel.add(new Paragraph(I18NProvider.translate("procedurechange.rows.unreadable")));
        }
        return panel;
    }

    /** Whoever drafts; what lies before a reviewer stands. */
    private boolean mayChange(String number) {
        return currentActor.get().has(Roles.MANAGER) && changes.get(number).isDraft();
    }

    static Component sign(boolean good, String words) {
        Component sign = DiagramComparison.sign(good ? DiagramComparison.Mark.ADDED : DiagramComparison.Mark.REMOVED, "");
        sign.getElement().getChild(0).setText(good ? "\u2713" : "\u2260");
        Div line = new Div(sign, new com.vaadin.flow.component.html.Span(words));
        line.addClassName("dw-compare-line");
        return line;
    }
}
