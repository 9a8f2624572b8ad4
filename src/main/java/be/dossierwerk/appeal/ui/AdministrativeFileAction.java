package be.dossierwerk.appeal.ui;

import be.dossierwerk.appeal.BeroepRvSFile;
import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;

/** From an appeal to the inventory of its administrative file. */
@Component
class AdministrativeFileAction implements DossierAction {

    private final BeroepRvSFile file;
    private final CurrentActor currentActor;

    AdministrativeFileAction(BeroepRvSFile file, CurrentActor currentActor) {
        this.file = file;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "appeal.rvs.file.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.LAWYER) && file.find(dossier).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        UI.getCurrent().navigate(AdministrativeFileView.PATH + "/" + dossier);
    }
}
