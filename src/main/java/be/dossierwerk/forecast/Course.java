package be.dossierwerk.forecast;

import be.dossierwerk.board.Life;
import be.dossierwerk.board.Limit;
import be.dossierwerk.board.Norm;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One dossier on its way along a norm: for each morning it was open, what was left of its clock and at which step it stood.
 * {@code end}: the day it stopped or was cancelled, null while open; {@code missed}: null when not known, or cancelled before its last day was over;
 * {@code teachesFrom}: the morning after its own last day, whether or not it stopped before: whoever learned from those that stopped alone would
 * learn from the quick ones.
 */
record Course(String dossier, String kind, String channel, LocalDate from, LocalDate end, boolean counted, Boolean missed, LocalDate teachesFrom, int total, Mornings mornings) {

    /** {@code stage}: the last event before that morning, and whether the clock waited for somebody else. */
    record Morning(LocalDate day, int left, Stage stage) { }

    /** One after the other, from the day after the first event on; kept small, because there are millions. */
    record Mornings(LocalDate first, int[] left, Stage[] stages) {

        int count() {
            return left.length;
        }

        Morning get(int index) {
            return new Morning(first.plusDays(index), left[index], stages[index]);
        }
    }

    record Stage(String event, boolean paused) {

        String code() {
            return paused ? event + "/" + Life.PAUSED : event;
        }
    }

    /** How a dossier ends without counting: withdrawn by who asked, or closed otherwise. */
    private static final Set<String> OTHER_ENDINGS = Set.of("CANCELLED", "NOT_OPPORTUNE", "WITHDRAWN");
    /** Nobody forecasts further. */
    private static final int LONGEST = 1_000;

    /** Empty when it does not concern the norm or did not begin; nothing after {@code until} is looked at. */
    static Optional<Course> of(Norm norm, Life life, LocalDate until) {
        Optional<LocalDate> from = life.first(norm.start()).map(LocalDateTime::toLocalDate).filter(day -> day.isBefore(until));
        if (!forecasts(norm) || !norm.covers(life) || from.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDateTime> stop = life.first(norm.stop()).filter(at -> at.toLocalDate().isBefore(until));
        Optional<LocalDateTime> ended = Stream.concat(stop.stream(), OTHER_ENDINGS.stream().flatMap(ending -> life.first(ending).stream()).filter(at -> at.toLocalDate().isBefore(until)))
                .min(LocalDateTime::compareTo);
        if (ended.isPresent() && ended.get().toLocalDate().isBefore(from.get())) {
            return Optional.empty();
        }
        return Optional.of(course(norm, life, from.get(), ended.orElse(null), ended.isPresent() && ended.equals(stop), until));
    }

    /** What must take at least so long is not late while it is open. */
    static boolean forecasts(Norm norm) {
        return norm.limit().unit() != Limit.Unit.MINIMUM_DAYS;
    }

    private static Course course(Norm norm, Life life, LocalDate from, LocalDateTime ended, boolean counted, LocalDate until) {
        LocalDate end = ended == null ? null : ended.toLocalDate();
        LocalDate last = end == null ? until : end;
        List<Integer> lefts = new ArrayList<>();
        List<Stage> steps = new ArrayList<>();
        Stages stages = new Stages(life);
        LocalDate late = null;
        for (LocalDate day = from.plusDays(1); !day.isAfter(last) && lefts.size() < LONGEST; day = day.plusDays(1)) {
            int left = norm.standing(life, day.atStartOfDay()).left();
            if (left < 0) {
                late = day;
                break;
            }
            lefts.add(left);
            steps.add(stages.on(day));
        }
        int total = norm.standing(life, from.atStartOfDay()).total();
        Boolean missed = late != null ? Boolean.TRUE : counted ? norm.standing(life, ended).left() < 0 : null;
        LocalDate teaches = late != null ? late : counted ? after(norm, life, ended) : null;
        return new Course(life.dossier(), life.kind(), life.channel(), from, end, counted, missed, teaches, total,
                new Mornings(from.plusDays(1), lefts.stream().mapToInt(Integer::intValue).toArray(), steps.toArray(Stage[]::new)));
    }

    private static LocalDate after(Norm norm, Life life, LocalDateTime stop) {
        int left = Math.max(0, norm.standing(life, stop).left());
        return stop.toLocalDate().plusDays(1L + (norm.limit().unit() == Limit.Unit.HOURS ? left / 24 : left));
    }

    /** On that morning, when only what came before it is known. */
    boolean openOn(LocalDate day) {
        return from.isBefore(day) && (end == null || !end.isBefore(day));
    }

    /** Null when it was not open then, or already late. */
    Morning morning(LocalDate day) {
        int index = (int) (day.toEpochDay() - from.toEpochDay()) - 1;
        return index < 0 || index >= mornings.count() ? null : mornings.get(index);
    }

    boolean teachesOn(LocalDate day) {
        return missed != null && !teachesFrom.isAfter(day);
    }

    /** The same life with another ending, for the trial with shuffled outcomes. */
    Course ending(Boolean other) {
        return new Course(dossier, kind, channel, from, end, counted, other, teachesFrom, total, mornings);
    }

    /** Steps in order; asked with later and later days. */
    private static final class Stages {

        private final List<Life.Event> events;
        private int next;
        private String event = "";
        private int pauses;
        private Stage stage = new Stage("", false);

        Stages(Life life) {
            this.events = life.events();
        }

        Stage on(LocalDate morning) {
            for (; next < events.size() && events.get(next).at().isBefore(morning.atStartOfDay()); next++) {
                switch (events.get(next).name()) {
                    case Life.PAUSED -> pauses++;
                    case Life.RESUMED -> pauses = Math.max(0, pauses - 1);
                    default -> event = events.get(next).name();
                }
            }
            if (!stage.event.equals(event) || stage.paused != pauses > 0) {
                stage = new Stage(event, pauses > 0);
            }
            return stage;
        }
    }
}
