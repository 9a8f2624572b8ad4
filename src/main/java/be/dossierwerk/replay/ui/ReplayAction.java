package be.dossierwerk.replay.ui;

import be.dossierwerk.dossier.DossierAction;
import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

/** The way from a dossier to its life; whoever may read the dossier may go. */
@Component
class ReplayAction implements DossierAction {

    @Override
    public String label() {
        return "replay.title";
    }

    @Override
    public boolean offered(String dossier) {
        return true;
    }

    @Override
    public void open(String dossier, Runnable done) {
        UI.getCurrent().navigate("dossier/" + dossier + "/verloop");
    }
}
