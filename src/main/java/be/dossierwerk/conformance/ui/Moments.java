package be.dossierwerk.conformance.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment in words: the day in full and the time. */
final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    private Moments() { }

    static String of(Component on, Instant instant) {
        ZonedDateTime at = instant.atZone(MovableClock.BRUSSELS);
        return on.getTranslation("conformance.screen.moment", Dates.prose(at.toLocalDate(), on.getUI().map(UI::getLocale).orElse(DUTCH)), TIME.format(at));
    }
}
