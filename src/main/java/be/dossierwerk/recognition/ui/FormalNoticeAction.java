package be.dossierwerk.recognition.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recognition.GiveFormalNotice;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The applicant gives formal notice to decide: intake or handler registers the day it was served. */
@Component
class FormalNoticeAction implements DossierAction {

    private final GiveFormalNotice giveFormalNotice;
    private final CurrentActor currentActor;
    private final Clock clock;

    FormalNoticeAction(GiveFormalNotice giveFormalNotice, CurrentActor currentActor, Clock clock) {
        this.giveFormalNotice = giveFormalNotice;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "recognition.notice.title";
    }

    @Override
    public boolean offered(String dossier) {
        var actor = currentActor.get();
        return (actor.has(Roles.INTAKE) || actor.has(Roles.HANDLER)) && giveFormalNotice.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("recognition.notice.title"));
        DateField served = new DateField(dialog.getTranslation("recognition.notice.served-on"));
        served.setValue(LocalDate.now(clock));
        served.setMax(LocalDate.now(clock));
        served.setRequired(true);
        Button confirm = new Button(dialog.getTranslation("recognition.notice.confirm"), click -> {
            if (served.isEmpty() || served.isInvalid()) {
                served.setErrorMessage(dialog.getTranslation("recognition.notice.date-needed"));
                served.setInvalid(true);
                served.focus();
                return;
            }
            try {
                giveFormalNotice.give(dossier, served.getValue());
                dialog.close();
                done.run();
            } catch (Refused refused) {
                served.setErrorMessage(dialog.getTranslation(refused.key(), refused.args()));
                served.setInvalid(true);
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(dialog.getTranslation("recognition.notice.what-happens")), served);
        dialog.getFooter().add(new Button(dialog.getTranslation("recognition.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }
}
