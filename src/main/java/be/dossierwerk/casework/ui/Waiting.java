package be.dossierwerk.casework.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long something waits, in words. */
final class Waiting {

    private Waiting() { }

    static String days(Component on, LocalDate since, LocalDate today) {
        return on.getTranslation("casework.screen.days.waiting", ChronoUnit.DAYS.between(since, today));
    }
}
