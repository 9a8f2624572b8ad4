package be.dossierwerk.board;

import java.time.LocalDate;
import java.util.List;

/**
 * A dossier that counted for a norm, with the time that each step took, in days; in microseconds for a norm in hours. {@code allowed}: how long it might take,
 * or had to take at least.
 */
record NormDossier(String number, Group group, String groupFile, String undertaking, LocalDate on, List<Step> steps, long allowed) {

    /** What is held against each other when the mix changes. {@code row}: one norm can have two limits; {@code pausesCount}: not for WSE time; {@code atLeast}: it must take so long. */
    record Group(String kind, String channel, int row, boolean pausesCount, boolean atLeast) { }

    /** From one event to the next; {@code own}: while we had it, {@code paused}: while somebody else had it. */
    record Step(String from, String to, long own, long paused) {

        long counted(Group group) {
            return group.pausesCount ? own + paused : own;
        }
    }

    long own() {
        return steps.stream().mapToLong(Step::own).sum();
    }

    long paused() {
        return steps.stream().mapToLong(Step::paused).sum();
    }

    /** What the norm looks at. */
    long counted() {
        return group.pausesCount ? whole() : own();
    }

    long whole() {
        return own() + paused();
    }

    boolean met() {
        return met(group, counted() - allowed);
    }

    /** {@code more}: than it might take. */
    static boolean met(Group group, long more) {
        return group.atLeast ? more >= 0 : more <= 0;
    }

    /** How far on the wrong side of the norm; zero when it met it. */
    long tooLate() {
        return met() ? 0 : Math.abs(counted() - allowed);
    }

    boolean metWithout(Step step) {
        return met(group, counted() - step.counted(group) - allowed);
    }
}
