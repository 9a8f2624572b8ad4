package be.dossierwerk.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A dossier on its way: how it begins, and what happens to it next, on which day. */
final class Life implements Comparable<Life> {

    /** {@code when}: the day of this act, from the day of the one before. */
    record Step(UnaryOperator<LocalDate> when, Consumer<String> act) {

        static Step after(int days, Consumer<String> act) {
            return new Step(last -> last.plusDays(days), act);
        }
    }

    private final int n;
    private final Function<LocalDate, Optional<String>> beginning;
    private final Iterator<Step> steps;
    private String dossier;
    private Step next;
    private LocalDate on;

    /** @param beginning gives the dossier, on that day; empty when it cannot begin: then nothing follows */
    Life(int n, LocalDate first, Function<LocalDate, Optional<String>> beginning, List<Step> steps) {
        this.n = n;
        this.on = first;
        this.beginning = beginning;
        this.steps = steps.iterator();
    }

    static Life of(int n, LocalDate first, Function<LocalDate, Optional<String>> beginning, Step... steps) {
        return new Life(n, first, beginning, Arrays.asList(steps));
    }

    LocalDate on() {
        return on;
    }

    /** @return whether anything is still to come */
    boolean live(LocalDate day) {
        if (dossier == null) {
            Optional<String> begun = beginning.apply(day);
            if (begun.isEmpty()) {
                return false;
            }
            dossier = begun.get();
        } else {
            next.act().accept(dossier);
        }
        if (!steps.hasNext()) {
            return false;
        }
        next = steps.next();
        on = workday(next.when().apply(day));
        return true;
    }

    static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** That day, or the Friday before a weekend. */
    static LocalDate workdayBefore(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }

    @Override
    public int compareTo(Life other) {
        return on.equals(other.on) ? Integer.compare(n, other.n) : on.compareTo(other.on);
    }

    @Override
    public String toString() {
        return "%d %s on %s".formatted(n, dossier, on);
    }
}
