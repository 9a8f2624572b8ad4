package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.DelayReason;
import be.dossierwerk.deadline.TermStanding;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;

/** Asks why a term is not met. */
class ExplainDelayDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    private final RadioButtonGroup<DelayReason> reason = new RadioButtonGroup<>();
    private final TextArea text = new TextArea();

    ExplainDelayDialog(String dossier, TermStanding term, TermsPanels.Services services, Runnable afterwards) {
        setHeaderTitle(getTranslation("deadline.explain-of", term.name()));
        reason.setLabel(getTranslation("deadline.explain.reason"));
        reason.setItems(DelayReason.values());
        reason.setItemLabelGenerator(item -> getTranslation("deadline.delay." + item));
        reason.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        text.setLabel(getTranslation("deadline.explain.text"));
        text.setMaxLength(MAX_TEXT);
        VerticalLayout fields = new VerticalLayout(reason, text);
        fields.setPadding(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        setWidth("28rem");
        Button send = new Button(getTranslation("deadline.explain"), click -> {
            try {
                services.explainDelay().explain(dossier, term.rule(), reason.getValue(), text.getValue());
            } catch (Refused refused) {
                show(refused);
                return;
            }
            close();
            Answers.good(getTranslation("deadline.explain.done"));
            afterwards.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }

    private void show(Refused refused) {
        if (refused.key().equals("deadline.explain.code")) {
            reason.setErrorMessage(getTranslation(refused.key(), refused.args()));
            reason.setInvalid(true);
            reason.getElement().callJsFunction("focus");
        } else {
            Answers.refused(this, refused);
        }
    }
}
