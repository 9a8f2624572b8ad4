package be.dossierwerk.recognition.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recognition.DropApplication;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Component;

/** The applicant drops the application: intake or handler registers it with a reason. */
@Component
class DropApplicationAction implements DossierAction {

    private final DropApplication dropApplication;
    private final CurrentActor currentActor;

    DropApplicationAction(DropApplication dropApplication, CurrentActor currentActor) {
        this.dropApplication = dropApplication;
        this.currentActor = currentActor;
    }

    @Override
    public String label() {
        return "recognition.drop.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && dropApplication.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("recognition.drop.title"));
        TextArea reason = new TextArea(dialog.getTranslation("recognition.drop.reason"));
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        Button confirm = new Button(dialog.getTranslation("recognition.drop.confirm"), click -> {
            if (reason.isEmpty()) {
                reason.setErrorMessage(dialog.getTranslation("recognition.drop.reason-needed"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            try {
                dropApplication.drop(dossier, reason.getValue());
                dialog.close();
                done.run();
            } catch (Refused refused) {
                reason.setErrorMessage(dialog.getTranslation(refused.key(), refused.args()));
                reason.setInvalid(true);
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(dialog.getTranslation("recognition.drop.what-happens")), reason);
        dialog.getFooter().add(new Button(dialog.getTranslation("recognition.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }
}
