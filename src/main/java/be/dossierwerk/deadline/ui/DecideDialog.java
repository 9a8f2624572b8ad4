package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.Verdict;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks the second pair of eyes to approve or to reject a proposal, of a rule or of the calendar, with what it says and would do in sight. */
class DecideDialog extends Dialog {

    private static final int MAX_TEXT = 500;

    /** {@code shown}: what is proposed and, for an approval, what it would do; {@code decide} gets the reason. */
    DecideDialog(String title, Verdict verdict, List<Component> shown, Consumer<String> decide, Runnable afterwards) {
        boolean approving = verdict == Verdict.GOEDGEKEURD;
        String texts = approving ? "deadline.approve" : "deadline.reject";
        setHeaderTitle(title);
        setWidth("40rem");
        TextArea reason = new TextArea(getTranslation(texts + ".reason"));
        reason.setMaxLength(MAX_TEXT);
        reason.setRequiredIndicatorVisible(!approving);
        reason.setManualValidation(true);
        VerticalLayout fields = new VerticalLayout();
        fields.add(shown);
        fields.add(reason);
        fields.setPadding(false);
        fields.setAlignItems(FlexComponent.Alignment.STRETCH);
        add(fields);
        Button send = new Button(getTranslation(texts), click -> {
            try {
                decide.accept(reason.getValue());
            } catch (Refused refused) {
                Answers.refused(this, refused, Map.of("reason", reason));
                reason.focus();
                return;
            }
            close();
            Answers.good(getTranslation(texts + ".done"));
            afterwards.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("deadline.cancel"), click -> close()), send);
    }
}
