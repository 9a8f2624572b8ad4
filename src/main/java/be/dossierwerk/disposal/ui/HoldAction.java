package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.Holds;
import be.dossierwerk.disposal.SetHold;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Holds a dossier back from destruction. */
@Component
class HoldAction implements DossierAction {

    private final Holds holds;
    private final SetHold setHold;

    HoldAction(Holds holds, SetHold setHold) {
        this.holds = holds;
        this.setHold = setHold;
    }

    @Override
    public String label() {
        return "disposal.hold";
    }

    @Override
    public boolean offered(String dossier) {
        return holds.maySet(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("disposal.hold", "disposal.hold.what", "disposal.hold.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("disposal.screen.reason")));
        dialog.offer("disposal.hold", () -> setHold.set(dossier, reason.getValue()), done);
    }
}
