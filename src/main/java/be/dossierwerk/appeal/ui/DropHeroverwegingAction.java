package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.DropHeroverweging;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** Who asked for a reconsideration drops the request: registered with a reason. */
@Component
class DropHeroverwegingAction implements DossierAction {

    private final DropHeroverweging dropHeroverweging;
    private final CurrentActor currentActor;

    DropHeroverwegingAction(DropHeroverweging dropHeroverweging, CurrentActor currentActor) {
        this.dropHeroverweging = dropHeroverweging;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.drop.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && dropHeroverweging.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("appeal.drop.title", "appeal.drop.what", "appeal.drop.done");
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("appeal.drop.why")));
        dialog.offer("appeal.drop.confirm", () -> dropHeroverweging.drop(dossier, reason.getValue()), done);
    }
}
