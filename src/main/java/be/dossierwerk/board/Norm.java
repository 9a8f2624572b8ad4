package be.dossierwerk.board;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One norm of the yearly table, or one of the rows that together are one (seeds.md 2.1).
 * {@code withoutPauses}: "WSE-tijd"; {@code countedIn}: the event whose day says in which period it counts; {@code filter}: such as
 * {@code type=FIRST|FOLLOW_UP;channel=ONLINE}, empty for all.
 */
public record Norm(String code, int version, int place, String measure, String start, String stop, Limit limit, boolean withoutPauses, String filter, String countedIn) {

    /**
     * Why a dossier met its norm or missed it. {@code last}: the last day in time (the first one where it must take at least so long), pauses added; null for hours.
     * {@code used} and {@code paused}: days, or hours begun for a norm in hours.
     */
    public record Account(LocalDate countedOn, LocalDateTime from, LocalDateTime to, LocalDate last, long used, long paused, boolean met) { }

    /** Empty when the dossier does not count for this norm: another kind, or without its first or last event (history README, 1). */
    public Optional<Account> judge(Life life) {
        Optional<LocalDateTime> from = life.first(start);
        Optional<LocalDateTime> to = life.first(stop);
        Optional<LocalDateTime> counted = life.first(countedIn);
        if (!life.measure().equals(measure) || !covers(life) || from.isEmpty() || to.isEmpty() || counted.isEmpty()) {
            return Optional.empty();
        }
        LocalDate on = counted.get().toLocalDate();
        return Optional.of(limit.unit() == Limit.Unit.HOURS ? hours(life, on, from.get(), to.get()) : days(life, on, from.get(), to.get()));
    }

    /** How far its clock is. {@code left}: days, or whole hours for a norm in hours; 0 on the last day, negative when too late. {@code total}: without pauses. */
    public record Standing(int left, int total) { }

    /** Of a dossier of this norm that has its first event; only what happened before that moment, or a pause that was running then, makes a difference. */
    public Standing standing(Life life, LocalDateTime at) {
        LocalDateTime from = life.first(start).orElseThrow();
        if (limit.unit() == Limit.Unit.HOURS) {
            Duration used = Duration.between(from, at).minus(withoutPauses ? life.pausedTime(from, at) : Duration.ZERO);
            Duration whole = limit.time();
            return new Standing((int) Math.floorDiv(whole.minus(used).toSeconds(), 3600L), (int) whole.toHours());
        }
        LocalDate first = from.toLocalDate();
        LocalDate last = limit.day(first);
        int paused = withoutPauses ? life.pausedDays(first, at.toLocalDate()) : 0;
        return new Standing((int) ChronoUnit.DAYS.between(at.toLocalDate(), last.plusDays(paused)), (int) ChronoUnit.DAYS.between(first, last));
    }

    /** Whether a dossier of this kind and channel can count for it. */
    public boolean covers(Life life) {
        return filter.isEmpty() || Arrays.stream(filter.split(";")).map(part -> part.split("=")).allMatch(part ->
                List.of(part[1].split("\\|")).contains(part[0].equals("type") ? life.kind() : life.channel()));
    }

    private Account hours(Life life, LocalDate on, LocalDateTime from, LocalDateTime to) {
        Duration paused = withoutPauses ? life.pausedTime(from, to) : Duration.ZERO;
        Duration used = Duration.between(from, to).minus(paused);
        boolean met = used.compareTo(limit.time()) <= 0;
        return new Account(on, from, to, null, begun(used), begun(paused), met);
    }

    private static long begun(Duration time) {
        return time.plusHours(1).minusNanos(1).toHours();
    }

    private Account days(Life life, LocalDate on, LocalDateTime from, LocalDateTime to) {
        LocalDate first = from.toLocalDate();
        LocalDate end = to.toLocalDate();
        int paused = withoutPauses ? life.pausedDays(first, end) : 0;
        long used = ChronoUnit.DAYS.between(first, end) - paused;
        LocalDate last = limit.day(first).plusDays(paused);
        boolean met = limit.unit() == Limit.Unit.MINIMUM_DAYS ? !end.isBefore(last) : !end.isAfter(last);
        return new Account(on, from, to, last, used, paused, met);
    }
}
