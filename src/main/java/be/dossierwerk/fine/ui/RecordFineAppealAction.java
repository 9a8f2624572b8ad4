package be.dossierwerk.fine.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.RecordFineAppeal;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.textfield.TextField;
import org.springframework.stereotype.Component;

/** The cell or a lawyer records that the fine is contested before the labour court. */
@Component
class RecordFineAppealAction implements DossierAction {

    private final Fines fines;
    private final RecordFineAppeal recordFineAppeal;
    private final CurrentActor currentActor;

    RecordFineAppealAction(Fines fines, RecordFineAppeal recordFineAppeal, CurrentActor currentActor) {
        this.fines = fines;
        this.recordFineAppeal = recordFineAppeal;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "fine.appeal.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.FINES) || actor.has(Roles.LAWYER)) && fines.find(dossier).map(fine -> fine.imposed().isPresent() && fine.appeal() == null).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("fine.appeal.title", "fine.appeal.what-happens", "fine.appeal.done");
        DateField filedOn = dialog.field("filedOn", new DateField(dialog.getTranslation("fine.appeal.filed-on")));
        TextField role = dialog.field("roleNumber", new TextField(dialog.getTranslation("fine.appeal.role")));
        role.setRequiredIndicatorVisible(false);
        dialog.offer("fine.appeal.confirm", () -> recordFineAppeal.record(dossier, filedOn.getValue(), role.getValue()), done);
    }
}
