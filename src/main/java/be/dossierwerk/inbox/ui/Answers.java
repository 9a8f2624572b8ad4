package be.dossierwerk.inbox.ui;

import be.dossierwerk.shared.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** What the screen says back: short when it went well, longer and until read when it did not. */
final class Answers {

    private static final int GOOD_MILLIS = 4_000;
    private static final int REFUSED_MILLIS = 9_000;

    private Answers() { }

    static void good(String text) {
        Notification.show(text, GOOD_MILLIS, Notification.Position.BOTTOM_START);
    }

    static void refused(Component on, Refused refused) {
        Notification shown = Notification.show(on.getTranslation(refused.key(), refused.args()), REFUSED_MILLIS, Notification.Position.BOTTOM_START);
        shown.addThemeVariants(NotificationVariant.LUMO_ERROR);
        shown.setAssertive(true);
    }
}
