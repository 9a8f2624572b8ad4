package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.withdrawal.AnnulWithdrawal;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** The lawyer undoes what a withdrawal brought about, when its decision was annulled or wrong. */
@Component
class AnnulWithdrawalAction implements DossierAction {

    private final AnnulWithdrawal annulWithdrawal;
    private final CurrentActor currentActor;

    AnnulWithdrawalAction(AnnulWithdrawal annulWithdrawal, CurrentActor currentActor) {
        this.annulWithdrawal = annulWithdrawal;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "withdrawal.annul.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.LAWYER) && annulWithdrawal.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("withdrawal.annul.title", "withdrawal.annul.what-happens", "withdrawal.annul.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("withdrawal.annul.why")));
        dialog.offer("withdrawal.annul.confirm", () -> annulWithdrawal.annul(dossier, reason.getValue()), done);
    }
}
