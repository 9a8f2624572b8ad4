package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.recovery.LimitationKind;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.StartRecovery;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** A handler starts a recovery beside the dossier on the screen. */
@Component
class StartRecoveryAction implements DossierAction {

    private final StartRecovery startRecovery;
    private final Recoveries recoveries;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;

    StartRecoveryAction(StartRecovery startRecovery, Recoveries recoveries, Dossiers dossiers, CurrentActor currentActor) {
        this.startRecovery = startRecovery;
        this.recoveries = recoveries;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "recovery.start.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && !recoveries.has(dossier)
                && dossiers.find(dossier).map(Dossiers.Details::enterpriseNumber).isPresent();
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("recovery.start.title", "recovery.start.what-happens", "recovery.start.done");
        ComboBox<LimitationKind> kind = dialog.field("kind", new ComboBox<>(dialog.getTranslation("recovery.start.kind"), LimitationKind.values()));
        kind.setItemLabelGenerator(each -> dialog.getTranslation("recovery.limitation." + each, recoveries.limitationYears(each)));
        kind.setValue(LimitationKind.GEWOON);
        TextArea reason = dialog.field("reason", new TextArea(dialog.getTranslation("recovery.start.reason")));
        dialog.offer("recovery.start.confirm", () -> {
            currentActor.require(Roles.HANDLER);
            startRecovery.start(dossiers.get(dossier).enterpriseNumber(), dossier, kind.getValue(), reason.getValue());
        }, done);
    }
}
