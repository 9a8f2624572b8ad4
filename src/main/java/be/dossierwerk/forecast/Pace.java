package be.dossierwerk.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How many dossiers of a norm come, and how long they take: what the rest of a quarter will bring. */
final class Pace {

    /** The newest dossiers that taught something say how long one takes. */
    private static final int EXAMPLES = 500;
    private static final int DAYS = 90;

    private final List<Course> courses;
    private final List<Course> byTeaching;
    private final long[] begins;

    Pace(List<Course> courses, List<Course> byTeaching) {
        this.courses = courses;
        this.byTeaching = byTeaching.stream().filter(Course::counted).sorted(Comparator.comparing(course -> known(course))).toList();
        this.begins = courses.stream().mapToLong(course -> course.from().toEpochDay()).sorted().toArray();
    }

    /** The morning on which it is known how long it took, and that one of its age would have been. */
    private static LocalDate known(Course course) {
        LocalDate ended = course.end().plusDays(1);
        return course.teachesFrom().isAfter(ended) ? course.teachesFrom() : ended;
    }

    /** {@code chances}: of each open dossier to miss; {@code until}: up to which day the outcome may be looked at. */
    Quarter quarter(LocalDate day, LocalDate until, Map<Course, Double> chances) {
        LocalDate begin = Quarter.begin(day);
        LocalDate end = Quarter.end(day);
        long rest = end.toEpochDay() - day.toEpochDay();
        long[] late = lasted(day, true);
        long[] inTime = lasted(day, false);
        double missed = 0;
        double met = 0;
        for (Map.Entry<Course, Double> open : chances.entrySet()) {
            long age = day.toEpochDay() - open.getKey().from().toEpochDay();
            missed += open.getValue() * endsWithin(late, age, rest);
            met += (1 - open.getValue()) * endsWithin(inTime, age, rest);
        }
        double perDay = begun(day) / (double) DAYS;
        int examples = late.length + inTime.length;
        if (examples > 0) {
            missed += perDay * newOnes(late, rest) / examples;
            met += perDay * newOnes(inTime, rest) / examples;
        }
        boolean over = !end.isAfter(until);
        return new Quarter(day, counted(begin, day, null), counted(begin, day, false), missed, met, over ? counted(begin, end, null) : -1, over ? counted(begin, end, false) : -1);
    }

    /** Days from the first event to the end, sorted. */
    private long[] lasted(LocalDate day, boolean missed) {
        int known = 0;
        int to = byTeaching.size();
        while (known < to) {
            int middle = (known + to) >>> 1;
            if (known(byTeaching.get(middle)).isAfter(day)) {
                to = middle;
            } else {
                known = middle + 1;
            }
        }
        return byTeaching.subList(Math.max(0, known - EXAMPLES), known).stream().filter(course -> course.missed() == missed)
                .mapToLong(course -> course.end().toEpochDay() - course.from().toEpochDay()).sorted().toArray();
    }

    /** Share of those that lasted to that age which ended in the days after it; without any, it is not expected in time. */
    private static double endsWithin(long[] lasted, long age, long days) {
        int from = below(lasted, age);
        int open = lasted.length - from;
        return open == 0 ? 0 : (below(lasted, age + days) - from) / (double) open;
    }

    private static int below(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at < 0 ? -at - 1 : at;
    }

    /** Days on which a new one may still come and be counted, over all examples. */
    private static double newOnes(long[] lasted, long rest) {
        double days = 0;
        for (long each : lasted) {
            days += Math.max(0, rest - each);
        }
        return days;
    }

    private int begun(LocalDate day) {
        return below(begins, day.toEpochDay()) - below(begins, day.toEpochDay() - DAYS);
    }

    private int counted(LocalDate from, LocalDate before, Boolean missed) {
        int count = 0;
        for (Course course : courses) {
            if (course.counted() && !course.end().isBefore(from) && course.end().isBefore(before) && (missed == null || missed.equals(course.missed()))) {
                count++;
            }
        }
        return count;
    }
}
