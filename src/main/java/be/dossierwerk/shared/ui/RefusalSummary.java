package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;

/** Above a form: why it was refused, with a line for each wrong field that leads to it. Everything that was typed stays. */
public class RefusalSummary extends Div {

    public RefusalSummary() {
        addClassName("dw-errors");
        getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
        setVisible(false);
    }

    /** {@code fields}: by the name that the use case gives them; each is a {@link HasValidation} with a label. What is about no field is about the files. */
    public void show(Refused refused, Map<String, Component> fields, Attachments attachments) {
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        attachments.problem("");
        removeAll();
        add(new H2(getTranslation(refused.key(), refused.args())));
        UnorderedList list = new UnorderedList();
        for (Refused.Field wrong : refused.fields()) {
            String says = getTranslation(wrong.key(), wrong.args());
            Component field = fields.get(wrong.name());
            if (field == null) {
                attachments.problem(says);
                list.add(new ListItem(says));
            } else {
                Answers.wrong((HasValidation) field, says);
                list.add(new ListItem(jump(field, says)));
            }
        }
        // One field that says what the heading says needs no list.
        if (refused.fields().stream().anyMatch(wrong -> !wrong.key().equals(refused.key()))) {
            add(list);
        }
        setVisible(true);
        getElement().callJsFunction("focus");
        scrollIntoView();
    }

    private static Button jump(Component field, String says) {
        String label = field.getElement().getProperty("label");
        Button jump = new Button(label + (label.endsWith("?") ? " " : ": ") + says, click -> {
            if (field instanceof Focusable<?> target) {
                target.focus();
            }
        });
        jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return jump;
    }
}
