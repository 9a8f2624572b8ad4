package be.dossierwerk.simulation;

import be.dossierwerk.shared.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;

/** Minutes since a first day, and which of them are worked: 9.00 to 16.36 on working days, the 38 hours of a week. */
final class WorkTime {

    static final int DAY = 24 * 60;
    static final int OPENS = 9 * 60;
    static final int WORKED = 456;

    final LocalDate first;
    final int days;
    final Roster everyDay;
    private final boolean[] working;

    WorkTime(LocalDate first, int days, Predicate<LocalDate> isWorking) {
        this.first = first;
        this.days = days;
        this.working = new boolean[days];
        for (int i = 0; i < days; i++) {
            working[i] = isWorking.test(first.plusDays(i));
        }
        everyDay = roster(day -> true);
    }

    long minute(Instant instant) {
        return minute(LocalDateTime.ofInstant(instant, MovableClock.BRUSSELS));
    }

    long minute(LocalDateTime local) {
        return ChronoUnit.MINUTES.between(first.atStartOfDay(), local);
    }

    long minute(LocalDate day) {
        return ChronoUnit.DAYS.between(first, day) * DAY;
    }

    LocalDate day(long minute) {
        return first.plusDays(Math.floorDiv(minute, (long) DAY));
    }

    /** The working days on which somebody is there. */
    Roster roster(Predicate<LocalDate> present) {
        boolean[] there = new boolean[days];
        for (int i = 0; i < days; i++) {
            there[i] = working[i] && present.test(first.plusDays(i));
        }
        return new Roster(there);
    }

    /** Working days in bits, Monday the lowest. */
    Roster onWeekdays(int mask) {
        return roster(day -> (mask & 1 << day.getDayOfWeek().getValue() - 1) != 0);
    }

    /** The worked minutes of one person or one kind of work. */
    static final class Roster {
        private final boolean[] there;
        private final int[] before;
        private final int[] daysOn;

        private Roster(boolean[] there) {
            this.there = there;
            this.before = new int[there.length + 1];
            int count = 0;
            for (int i = 0; i < there.length; i++) {
                count += there[i] ? 1 : 0;
                before[i + 1] = count;
            }
            this.daysOn = new int[count];
            for (int i = 0, next = 0; i < there.length; i++) {
                if (there[i]) {
                    daysOn[next++] = i;
                }
            }
        }

        boolean isThere(int day) {
            return day >= 0 && day < there.length && there[day];
        }

        /** Whether that minute is worked. */
        boolean works(long minute) {
            int inDay = (int) Math.floorMod(minute, (long) DAY);
            return isThere((int) Math.floorDiv(minute, (long) DAY)) && inDay >= OPENS && inDay < OPENS + WORKED;
        }

        /** Worked minutes since the first day. */
        private long worked(long minute) {
            int day = (int) Math.max(0, Math.min(there.length, Math.floorDiv(minute, (long) DAY)));
            long whole = (long) before[day] * WORKED;
            if (!isThere(day)) {
                return whole;
            }
            int inDay = (int) Math.floorMod(minute, (long) DAY);
            return whole + Math.max(0, Math.min(WORKED, inDay - OPENS));
        }

        long worked(long from, long to) {
            return to <= from ? 0 : worked(to) - worked(from);
        }

        /** The day of a number of worked minutes since the first day. */
        int dayOf(long worked) {
            return daysOn.length == 0 ? 0 : daysOn[(int) Math.min(daysOn.length - 1, worked / WORKED)];
        }

        int days(int from, int to) {
            return before[Math.max(0, Math.min(there.length, to))] - before[Math.max(0, Math.min(there.length, from))];
        }

        /** When so many worked minutes have gone by; with none of them, the first worked minute from then on. Long.MAX_VALUE after the last day. */
        long after(long from, long minutes) {
            long target = worked(from) + Math.max(0, minutes);
            int index = (int) (target / WORKED);
            long rest = target % WORKED;
            // The end of a day is reached before the next day begins.
            if (rest == 0 && minutes > 0) {
                index--;
                rest = WORKED;
            }
            if (index < 0 || index >= daysOn.length) {
                return index < 0 ? from : Long.MAX_VALUE;
            }
            return Math.max(from, (long) daysOn[index] * DAY + OPENS + rest);
        }
    }
}
