package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.ProposeReduction;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Lawyer or team lead proposes to waive an amount; the whole debt stands ready. */
@Component
class ProposeReductionAction implements DossierAction {

    private final Recoveries recoveries;
    private final ProposeReduction proposeReduction;
    private final CurrentActor currentActor;

    ProposeReductionAction(Recoveries recoveries, ProposeReduction proposeReduction, CurrentActor currentActor) {
        this.recoveries = recoveries;
        this.proposeReduction = proposeReduction;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "recovery.reduce.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.LAWYER) || actor.has(Roles.TEAM_LEAD)) && recoveries.of(dossier).map(standing -> standing.due().signum() > 0).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("recovery.reduce.title", "recovery.reduce.what-happens", "recovery.reduce.done");
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(dialog.getTranslation("recovery.reduce.amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        amount.setValue(recoveries.of(dossier).orElseThrow().due());
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("recovery.reduce.reason")));
        dialog.offer("recovery.reduce.confirm", () -> proposeReduction.propose(dossier, amount.getValue(), reason.getValue()), done);
    }
}
