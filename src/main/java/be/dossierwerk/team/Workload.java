package be.dossierwerk.team;

import java.util.Optional;

/** A person's open work beside the pace of the last weeks and the working days to come: estimates, and said to be so. */
public record Workload(Load load, Pace pace, int daysThisWeek, int daysNextWeek) {

    /** So many tasks must be done by this Sunday, or else by the next, and only so many can be. */
    public record Excess(boolean thisWeek, int tasks, int feasible) { }

    /** Working days that the open work takes at this pace, rounded up; null without a pace. */
    public Integer daysOfWork() {
        return pace.known() ? (int) Math.ceil(load.open() / pace.perDay()) : null;
    }

    /** By the first of the two Sundays by which more must be done than the pace allows for; empty without a pace. */
    public Optional<Excess> tooMuch() {
        return excess(true, load.untilSunday(), daysThisWeek).or(() -> excess(false, load.untilNextSunday(), daysThisWeek + daysNextWeek));
    }

    private Optional<Excess> excess(boolean thisWeek, int tasks, int days) {
        double feasible = pace.perDay() * days;
        return pace.known() && tasks > feasible ? Optional.of(new Excess(thisWeek, tasks, (int) Math.floor(feasible))) : Optional.empty();
    }
}
