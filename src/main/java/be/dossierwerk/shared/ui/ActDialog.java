package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.HashMap;
import java.util.Map;

/** Asks what one act needs, below a sentence that says what will happen; a refusal marks the fields that it names. Every argument is a text's key. */
public class ActDialog extends Dialog {

    private final Map<String, HasValidation> fields = new HashMap<>();
    private final VerticalLayout content = new VerticalLayout();
    private final String done;

    public ActDialog(String title, String whatHappens, String done) {
        this.done = done;
        setHeaderTitle(getTranslation(title));
        content.setPadding(false);
        content.setAlignItems(FlexComponent.Alignment.STRETCH);
        content.add(new Paragraph(getTranslation(whatHappens)));
        add(content);
        setWidth("34rem");
    }

    /** {@code name}: as a refusal names it. */
    public <F extends Component & HasValidation> F field(String name, F field) {
        content.add(known(name, field));
        return field;
    }

    /** As {@link #field}, for one that stands inside something that is shown. */
    public <F extends Component & HasValidation> F known(String name, F field) {
        field.setManualValidation(true);
        if (field instanceof HasValue<?, ?> value) {
            value.setRequiredIndicatorVisible(true);
        }
        fields.put(name, field);
        return field;
    }

    /** Something beside the fields, such as what the answers would do. */
    public void show(Component component) {
        content.add(component);
    }

    /** Offers the act and opens; {@code afterwards} only when it was not refused. */
    public void offer(String confirm, Runnable act, Runnable afterwards) {
        Button send = new Button(getTranslation(confirm), click -> {
            // The second click of a double click may arrive before the browser has taken the dialog away.
            if (!isOpened()) {
                return;
            }
            try {
                act.run();
            } catch (Refused refused) {
                Answers.refused(this, refused, fields);
                return;
            }
            close();
            Answers.good(getTranslation(done));
            afterwards.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("shared.cancel"), click -> close()), send);
        open();
    }
}
