package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.ChooseRestart;
import be.dossierwerk.casework.ContestedAct.Restart;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import org.springframework.stereotype.Component;

/** At which step the contested procedure starts again when the decision is amended. */
@Component
class ChooseRestartAction implements DossierAction {

    private final ChooseRestart chooseRestart;
    private final CurrentActor currentActor;

    ChooseRestartAction(ChooseRestart chooseRestart, CurrentActor currentActor) {
        this.chooseRestart = chooseRestart;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.restart.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && chooseRestart.steps(dossier).size() > 1;
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("appeal.restart.title", "appeal.restart.what", "appeal.restart.done");
        ComboBox<Restart> step = dialog.field("step", new ComboBox<>(dialog.getTranslation("appeal.restart.which")));
        step.setItems(chooseRestart.steps(dossier));
        step.setItemLabelGenerator(Restart::label);
        dialog.offer("appeal.restart.confirm", () -> chooseRestart.choose(dossier, step.getValue() == null ? null : step.getValue().element()), done);
    }
}
