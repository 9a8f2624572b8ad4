package be.dossierwerk.recovery;

import java.time.LocalDate;

/** When a claim is time-barred: {@code years} after the first day of its oldest month, with an alarm some months before. */
public record Limitation(LimitationKind kind, LocalDate from, int years, int alarmMonths, String source) {

    public enum Phase { LOOPT, BIJNA, VERJAARD }

    /** The first day on which it is too late. */
    public LocalDate on() {
        return from.plusYears(years);
    }

    public LocalDate alarmFrom() {
        return on().minusMonths(alarmMonths);
    }

    public Phase phase(LocalDate today) {
        return !today.isBefore(on()) ? Phase.VERJAARD : today.isBefore(alarmFrom()) ? Phase.LOOPT : Phase.BIJNA;
    }
}
