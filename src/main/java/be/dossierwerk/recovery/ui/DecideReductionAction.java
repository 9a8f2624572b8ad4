package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.ReduceRecovery;
import be.dossierwerk.recovery.Reduction;
import be.dossierwerk.recovery.RejectReduction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.springframework.stereotype.Component;

/** The second person says yes or no to a proposed reduction; who proposed it is only offered to take it back. */
@Component
class DecideReductionAction implements DossierAction {

    private final Recoveries recoveries;
    private final ReduceRecovery reduceRecovery;
    private final RejectReduction rejectReduction;
    private final CurrentActor currentActor;

    DecideReductionAction(Recoveries recoveries, ReduceRecovery reduceRecovery, RejectReduction rejectReduction, CurrentActor currentActor) {
        this.recoveries = recoveries;
        this.reduceRecovery = reduceRecovery;
        this.rejectReduction = rejectReduction;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "recovery.decide.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.LAWYER) || actor.has(Roles.TEAM_LEAD)) && !recoveries.openReductions(dossier).isEmpty();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("recovery.decide.title", "recovery.decide.what-happens", "recovery.decide.done");
        List<Reduction> open = recoveries.openReductions(dossier);
        ComboBox<Reduction> proposal = dialog.field("proposal", new ComboBox<>(dialog.getTranslation("recovery.decide.proposal"), open));
        proposal.setItemLabelGenerator(item -> dialog.getTranslation("recovery.decide.item", item.proposedByName(),
                Euros.table(item.amount(), UI.getCurrent().getLocale()), item.reason()));
        proposal.setValue(open.get(0));
        ComboBox<Boolean> verdict = dialog.field("verdict", new ComboBox<>(dialog.getTranslation("recovery.decide.verdict"), true, false));
        verdict.setItemLabelGenerator(yes -> dialog.getTranslation(yes ? "recovery.decide.yes" : "recovery.decide.no"));
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("recovery.decide.reason")));
        reason.setVisible(false);
        verdict.addValueChangeListener(change -> reason.setVisible(Boolean.FALSE.equals(change.getValue())));
        dialog.offer("recovery.decide.confirm", () -> {
            if (proposal.isEmpty() || verdict.isEmpty()) {
                throw new Refused("recovery.decide.choose", List.of(new Refused.Field(proposal.isEmpty() ? "proposal" : "verdict", "recovery.decide.choose")));
            }
            if (verdict.getValue()) {
                reduceRecovery.reduce(proposal.getValue().id());
            } else {
                rejectReduction.reject(proposal.getValue().id(), reason.getValue());
            }
        }, done);
    }
}
