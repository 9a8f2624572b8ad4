package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.Holds;
import be.dossierwerk.disposal.LiftHold;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Lifts what holds a dossier back from destruction. */
@Component
class LiftAction implements DossierAction {

    private final Holds holds;
    private final LiftHold liftHold;

    LiftAction(Holds holds, LiftHold liftHold) {
        this.holds = holds;
        this.liftHold = liftHold;
    }

    @Override
    public String label() {
        return "disposal.lift";
    }

    @Override
    public boolean offered(String dossier) {
        return holds.mayLift(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("disposal.lift", "disposal.lift.what", "disposal.lift.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("disposal.screen.reason")));
        dialog.offer("disposal.lift", () -> liftHold.lift(dossier, reason.getValue()), done);
    }
}
