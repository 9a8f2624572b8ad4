package be.dossierwerk.dossier.ui;

import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Moments on the clock of Brussels. */
final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Moments() { }

    static LocalDate day(Instant instant) {
        return instant.atZone(MovableClock.BRUSSELS).toLocalDate();
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(MovableClock.BRUSSELS));
    }
}
