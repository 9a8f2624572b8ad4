package be.dossierwerk.deadline;

import static be.dossierwerk.deadline.BelgianCalendar.calendarDays;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntBiFunction;

/**
 * How a term stands on a day, computed with intervals and never day by day (procedures.md 4.3, 4.4; terms/README).
 * Both due dates, and {@code remainingDays} (calendar days, negative when late), are null while an open pause keeps the end unknown;
 * {@code countedDays} and {@code totalDays} are working days for a term in working days, else calendar days; totalDays leaves out pauses.
 */
record TermAccount(LocalDate nominalDue, LocalDate effectiveDue, int countedDays, int pausedDays, Integer remainingDays, int totalDays,
                   LocalDate pausedSince, Status status) {

    enum Status { RUNNING, PAUSED, OVERDUE }

    /** Later than any date of a file; an open pause lasts until then. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** Days in (opened, closed]; unlike the pauses of a file, blocks are sorted, disjoint, and begin at the start of the term or later. */
    private record Block(LocalDate opened, LocalDate closed) {

        boolean openOn(LocalDate day) {
            return !day.isBefore(opened) && day.isBefore(closed);
        }
    }

    private interface Measure extends ToIntBiFunction<LocalDate, LocalDate> { }

    static TermAccount of(TermFacts facts, LocalDate asOf) {
        LocalDate nominal = nominalDue(facts);
        LocalDate effective = nominal == null ? null : facts.calendar().roll(nominal, facts.roll());
        List<Block> blocks = blocks(facts.pauses(), facts.start());
        LocalDate since = blocks.stream().filter(block -> block.openOn(asOf)).map(Block::opened).findFirst().orElse(null);
        Status status = effective != null && asOf.isAfter(effective) ? Status.OVERDUE : since != null ? Status.PAUSED : Status.RUNNING;
        return new TermAccount(nominal, effective, counted(facts, asOf),
                blocks.stream().mapToInt(block -> calendarDays(block.opened(), earliest(block.closed(), asOf))).sum(),
                effective == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(asOf, effective)),
                measure(facts).applyAsInt(facts.start(), endWithoutPauses(facts)), since, status);
    }

    /** The term waits, and its end with it; a pause that opened on the last day or later changes nothing. */
    boolean standsStill() {
        return status == Status.PAUSED && effectiveDue == null;
    }

    /** The first day on which that share of the term has been counted; null while an open pause keeps it unknown. */
    static LocalDate reaches(TermFacts facts, int percent) {
        Measure measure = measure(facts);
        int total = measure.applyAsInt(facts.start(), endWithoutPauses(facts));
        LocalDate day = run(facts.start(), -Math.floorDiv(-total * percent, 100), measure, standstills(facts));
        return waitsBefore(facts, day) ? null : day;
    }

    private static int counted(TermFacts facts, LocalDate asOf) {
        return count(measure(facts), facts.start(), asOf, facts.clock() == TermClock.WSE ? blocks(facts.pauses(), facts.start()) : List.of());
    }

    private static Measure measure(TermFacts facts) {
        return facts.unit() == TermUnit.WORKING_DAYS ? facts.calendar()::workingDays : BelgianCalendar::calendarDays;
    }

    private static LocalDate nominalDue(TermFacts facts) {
        List<Block> standstills = standstills(facts);
        LocalDate nominal;
        if (facts.unit() == TermUnit.WORKING_DAYS) {
            LocalDate worked = run(facts.start(), facts.amount(), facts.calendar()::workingDays, standstills);
            nominal = run(worked, facts.extensionDays(), BelgianCalendar::calendarDays, standstills);
        } else {
            nominal = endWithoutPauses(facts);
            if (nominal.isAfter(facts.start())) {
                nominal = run(facts.start(), calendarDays(facts.start(), nominal), BelgianCalendar::calendarDays, standstills);
            }
        }
        return waitsBefore(facts, nominal) ? null : nominal;
    }

    /** The term has not ended when a pause begins that is still open. */
    private static boolean waitsBefore(TermFacts facts, LocalDate end) {
        return facts.clock() == TermClock.WSE && facts.pauses().stream().filter(pause -> pause.closed() == null)
                .anyMatch(pause -> end.isAfter(latest(pause.opened(), facts.start())));
    }

    /** The closed pauses that push the end: none of them under the total clock. */
    private static List<Block> standstills(TermFacts facts) {
        return facts.clock() == TermClock.TOTAL ? List.of()
                : blocks(facts.pauses().stream().filter(pause -> pause.closed() != null).toList(), facts.start());
    }

    /** Last day before pauses and rolling, the extension included. */
    private static LocalDate endWithoutPauses(TermFacts facts) {
        LocalDate start = facts.start();
        int amount = facts.amount();
        LocalDate end = switch (facts.unit()) {
            case CALENDAR_DAYS -> start.plusDays(amount);
            case WORKING_DAYS -> run(start, amount, facts.calendar()::workingDays, List.of());
            case WEEKS -> start.plusWeeks(amount);
            case MONTHS -> plusMonths(start, amount, facts.monthRule());
            case YEARS -> plusMonths(start, 12 * amount, facts.monthRule());
            case DAY_OF_NEXT_MONTH -> dayOf(YearMonth.from(start).plusMonths(1), amount);
            case WORKING_DAY_OF_MONTH -> workingDayOf(YearMonth.from(start), amount, facts.calendar());
        };
        return end.plusDays(facts.extensionDays());
    }

    private static LocalDate plusMonths(LocalDate start, int months, MonthRule rule) {
        if (rule == MonthRule.A) {
            return start.plusMonths(months);
        }
        LocalDate first = start.plusDays(1);
        LocalDate end = first.plusMonths(months);
        // In a month too short for the number the last day itself is the end.
        return end.getDayOfMonth() == first.getDayOfMonth() ? end.minusDays(1) : end;
    }

    private static LocalDate dayOf(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static LocalDate workingDayOf(YearMonth month, int ordinal, BelgianCalendar calendar) {
        List<LocalDate> days = month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).filter(calendar::isWorking).toList();
        return days.get(Math.min(ordinal, days.size()) - 1);
    }

    private static List<Block> blocks(List<Pause> pauses, LocalDate start) {
        List<Block> blocks = new ArrayList<>();
        pauses.stream().map(pause -> new Block(latest(pause.opened(), start), Objects.requireNonNullElse(pause.closed(), FOREVER)))
                .filter(block -> block.closed().isAfter(block.opened()))
                .sorted(Comparator.comparing(Block::opened).thenComparing(Block::closed))
                .forEach(block -> {
                    Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
                    if (last != null && !block.opened().isAfter(last.closed())) {
                        blocks.set(blocks.size() - 1, new Block(last.opened(), latest(last.closed(), block.closed())));
                    } else {
                        blocks.add(block);
                    }
                });
        return blocks;
    }

    /** Days of that measure in (after, upto] outside the blocks. */
    private static int count(Measure measure, LocalDate after, LocalDate upto, List<Block> blocks) {
        int inside = blocks.stream()
                .mapToInt(block -> measure.applyAsInt(latest(block.opened(), after), earliest(block.closed(), upto))).sum();
        return measure.applyAsInt(after, upto) - inside;
    }

    /** The first day, not before the start, with that many counted days behind it. */
    private static LocalDate run(LocalDate start, int days, Measure measure, List<Block> blocks) {
        LocalDate end = start;
        // Each step adds what is missing, so it never passes the day it looks for.
        for (int missing = days; missing > 0; missing = days - count(measure, start, end, blocks)) {
            end = end.plusDays(missing);
        }
        return end;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
