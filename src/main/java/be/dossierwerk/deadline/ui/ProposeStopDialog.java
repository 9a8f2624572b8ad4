package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.LapseBoard.Lapse;
import be.dossierwerk.deadline.LapseGround;
import be.dossierwerk.deadline.StopLapse;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;

/** Asks on which ground and why a countdown must stop; somebody else confirms it. */
class ProposeStopDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    private final ComboBox<LapseGround> ground = new ComboBox<>();
    private final TextArea reason = new TextArea();

    ProposeStopDialog(Lapse lapse, StopLapse stopLapse, Runnable afterwards) {
        setHeaderTitle(getTranslation("deadline.lapse.propose.title"));
        setWidth("28rem");
        setCloseOnOutsideClick(false);
        ground.setLabel(getTranslation("deadline.lapse.propose.ground"));
        ground.setItems(LapseGround.values());
        ground.setItemLabelGenerator(item -> getTranslation("deadline.lapse-ground." + item));
        ground.setRequiredIndicatorVisible(true);
        ground.setManualValidation(true);
        reason.setLabel(getTranslation("deadline.lapse.propose.reason"));
        reason.setMaxLength(MAX_TEXT);
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        VerticalLayout fields = new VerticalLayout(new Paragraph(getTranslation("deadline.lapse.propose.what", lapse.subject())), ground, reason);
        fields.setPadding(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        Button send = new Button(getTranslation("deadline.lapse.propose.do"), click -> {
            try {
                stopLapse.propose(lapse.term(), ground.getValue(), reason.getValue());
            } catch (Refused refused) {
                Answers.refused(this, refused, Map.of("ground", ground, "reason", reason));
                if (ground.isInvalid()) {
                    ground.focus();
                } else if (reason.isInvalid()) {
                    reason.focus();
                }
                return;
            }
            close();
            Answers.good(getTranslation("deadline.lapse.propose.done"));
            afterwards.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }
}
