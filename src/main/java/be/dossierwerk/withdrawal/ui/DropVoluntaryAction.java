package be.dossierwerk.withdrawal.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.withdrawal.DropVoluntaryRequest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The undertaking drops its request: intake or handler registers it with a reason. */
@Component
class DropVoluntaryAction implements DossierAction {

    private final DropVoluntaryRequest dropVoluntaryRequest;
    private final CurrentActor currentActor;

    DropVoluntaryAction(DropVoluntaryRequest dropVoluntaryRequest, CurrentActor currentActor) {
        this.dropVoluntaryRequest = dropVoluntaryRequest;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "withdrawal.drop.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && dropVoluntaryRequest.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("withdrawal.drop.title"));
        TextArea reason = new TextArea(dialog.getTranslation("withdrawal.drop.why"));
        reason.setWidthFull();
        reason.getElement().setProperty("required", true);
        Button confirm = new Button(dialog.getTranslation("withdrawal.drop.confirm"), click -> {
            try {
                dropVoluntaryRequest.drop(dossier, reason.getValue());
                dialog.close();
                done.run();
            } catch (Refused refused) {
                Answers.refused(dialog, refused, Map.of("reason", reason));
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(dialog.getTranslation("withdrawal.drop.what")), reason);
        dialog.getFooter().add(new Button(dialog.getTranslation("withdrawal.drop.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }
}
