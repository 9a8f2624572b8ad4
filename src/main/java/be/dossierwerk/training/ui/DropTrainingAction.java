package be.dossierwerk.training.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.training.DropTraining;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The applicant drops one training: registered with a reason. */
@Component
class DropTrainingAction implements DossierAction {

    private final DropTraining dropTraining;
    private final CurrentActor currentActor;

    DropTrainingAction(DropTraining dropTraining, CurrentActor currentActor) {
        this.dropTraining = dropTraining;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "training.drop.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return Stream.of(Roles.INTAKE, Roles.HANDLER, Roles.FUND_SECRETARIAT).anyMatch(actor::has) && dropTraining.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("training.drop.title", "training.drop.what", "training.drop.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("training.drop.why")));
        dialog.offer("training.drop.confirm", () -> dropTraining.drop(dossier, reason.getValue()), done);
    }
}
