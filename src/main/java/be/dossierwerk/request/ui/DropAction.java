package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.request.DropRequest;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Who complained or asked for documents takes it back: intake or handler registers it with a reason. */
@Component
class DropAction implements DossierAction {

    private final DropRequest dropRequest;
    private final CurrentActor currentActor;

    DropAction(DropRequest dropRequest, CurrentActor currentActor) {
        this.dropRequest = dropRequest;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "request.drop.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && dropRequest.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("request.drop.title", "request.drop.what", "request.drop.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("request.drop.why")));
        dialog.offer("request.drop.confirm", () -> dropRequest.drop(dossier, reason.getValue()), done);
    }
}
