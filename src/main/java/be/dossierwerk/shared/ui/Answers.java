package be.dossierwerk.shared.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.shared.Registration;
import java.util.Map;

/** What a screen says back: short when it went well; on the field, or else longer, when it did not. */
public final class Answers {

    private static final int GOOD_MILLIS = 4_000;
    private static final int REFUSED_MILLIS = 9_000;

    private Answers() { }

    public static void good(String text) {
        Notification.show(text, GOOD_MILLIS, Notification.Position.BOTTOM_START);
    }

    public static void refused(Component on, Refused refused) {
        Notification shown = Notification.show(on.getTranslation(refused.key(), refused.args()), REFUSED_MILLIS, Notification.Position.BOTTOM_START);
        shown.addThemeVariants(NotificationVariant.LUMO_ERROR);
        shown.setAssertive(true);
    }

    /** Marks those of the fields that are wrong; without one of them, says the refusal itself. */
    public static void refused(Component on, Refused refused, Map<String, ? extends HasValidation> fields) {
        fields.values().forEach(field -> field.setInvalid(false));
        boolean marked = false;
        for (Refused.Field wrong : refused.fields()) {
            HasValidation field = fields.get(wrong.name());
            if (field != null) {
                wrong(field, on.getTranslation(wrong.key(), wrong.args()));
                marked = true;
            }
        }
        if (!marked) {
            refused(on, refused);
        }
    }

    /** Says on the field what is wrong with it, until somebody changes it. */
    static void wrong(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        if (field instanceof HasValue<?, ?> typed) {
            Registration[] once = new Registration[1];
            once[0] = typed.addValueChangeListener(change -> {
                field.setInvalid(false);
                once[0].remove();
            });
        }
    }
}
