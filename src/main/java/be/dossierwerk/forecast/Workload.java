package be.dossierwerk.forecast;

import java.time.LocalDate;
import java.util.List;

/** How many dossiers of a norm were open on a morning, beside the half year before it. */
final class Workload {

    enum Level { MINDER, GEWOON, MEER }

    private static final int BEFORE = 182;
    private static final int AT_LEAST = 60;
    private static final double MORE = 1.25;
    private static final double LESS = 0.8;
    private static final double FEW = 5;

    private final long first;
    /** Sums of the open dossiers of all mornings before each one. */
    private final long[] sums;

    Workload(List<Course> courses, LocalDate begin, LocalDate until) {
        this.first = begin.toEpochDay();
        int days = (int) Math.max(1, until.toEpochDay() - first + 1);
        long[] change = new long[days + 1];
        for (Course course : courses) {
            long from = Math.max(0, course.from().toEpochDay() + 1 - first);
            long to = course.end() == null ? days : Math.min(days, course.end().toEpochDay() + 1 - first);
            if (from < to) {
                change[(int) from]++;
                change[(int) to]--;
            }
        }
        sums = new long[days + 1];
        long open = 0;
        for (int i = 0; i < days; i++) {
            open += change[i];
            sums[i + 1] = sums[i] + open;
        }
    }

    Level on(LocalDate day) {
        int index = (int) (day.toEpochDay() - first);
        int from = Math.max(0, index - BEFORE);
        if (index - from < AT_LEAST || index + 1 >= sums.length) {
            return Level.GEWOON;
        }
        double usual = (double) (sums[index] - sums[from]) / (index - from);
        double now = sums[index + 1] - sums[index];
        if (usual < FEW) {
            return Level.GEWOON;
        }
        return now > MORE * usual ? Level.MEER : now < LESS * usual ? Level.MINDER : Level.GEWOON;
    }
}
