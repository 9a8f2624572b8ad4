package be.dossierwerk.reimbursement.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.reimbursement.ReturnToCheck;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who finds something wrong while the decision is made sends the claim back to the check. */
@Component
class ReturnToCheckAction implements DossierAction {

    private final ReturnToCheck returnToCheck;
    private final CurrentActor currentActor;

    ReturnToCheckAction(ReturnToCheck returnToCheck, CurrentActor currentActor) {
        this.returnToCheck = returnToCheck;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "reimbursement.back.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return Stream.of(Roles.FUND_SECRETARIAT, Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD).anyMatch(actor::has) && returnToCheck.possible(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("reimbursement.back.title", "reimbursement.back.what-happens", "reimbursement.back.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("reimbursement.back.reason")));
        dialog.offer("reimbursement.back.confirm", () -> returnToCheck.back(dossier, reason.getValue()), done);
    }
}
