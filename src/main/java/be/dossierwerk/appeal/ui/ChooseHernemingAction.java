package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.ChooseHerneming;
import be.dossierwerk.casework.ContestedAct.Restart;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import org.springframework.stereotype.Component;

/** At which step the contested procedure starts again when the decision is amended. */
@Component
class ChooseHernemingAction implements DossierAction {

    private final ChooseHerneming chooseHerneming;
    private final CurrentActor currentActor;

    ChooseHernemingAction(ChooseHerneming chooseHerneming, CurrentActor currentActor) {
        this.chooseHerneming = chooseHerneming;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.restart.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && chooseHerneming.steps(dossier).size() > 1;
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("appeal.restart.title", "appeal.restart.what", "appeal.restart.done");
        ComboBox<Restart> step = dialog.field("step", new ComboBox<>(dialog.getTranslation("appeal.restart.which")));
        step.setItems(chooseHerneming.steps(dossier));
        step.setItemLabelGenerator(Restart::label);
        dialog.offer("appeal.restart.confirm", () -> chooseHerneming.choose(dossier, step.getValue() == null ? null : step.getValue().element()), done);
    }
}
