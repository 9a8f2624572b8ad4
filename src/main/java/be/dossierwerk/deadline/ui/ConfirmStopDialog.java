package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.LapseBoard.Lapse;
import be.dossierwerk.deadline.StopLapse;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Shows what somebody proposed, so that the second person knows what stops and why. */
class ConfirmStopDialog extends Dialog {

    ConfirmStopDialog(Lapse lapse, StopLapse stopLapse, Runnable afterwards) {
        setHeaderTitle(getTranslation("deadline.lapse.confirm.title"));
        setWidth("28rem");
        add(new Paragraph(getTranslation("deadline.lapse.proposed", lapse.proposal().by(), Dates.table(lapse.proposal().on()),
                        getTranslation("deadline.lapse-ground." + lapse.proposal().ground()), lapse.proposal().reason())),
                new Paragraph(getTranslation("deadline.lapse.confirm.what", lapse.subject())));
        Button confirm = new Button(getTranslation("deadline.lapse.confirm"), click -> {
            try {
                stopLapse.confirm(lapse.term(), lapse.proposal().id());
                Answers.good(getTranslation("deadline.lapse.confirm.done"));
            } catch (Refused refused) {
                Answers.refused(this, refused);
            }
            close();
            afterwards.run();
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        Button cancel = new Button(getTranslation("deadline.cancel"), click -> close());
        getFooter().add(cancel, confirm);
    }
}
