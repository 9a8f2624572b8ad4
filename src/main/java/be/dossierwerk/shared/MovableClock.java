package be.dossierwerk.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Consumer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one clock of the product, in Belgian time. It ticks like any clock; demo data and tests may set it,
 * and those that keep a clock of their own (the engine) are told.
 */
public final class MovableClock extends Clock {

    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Clock ticking = Clock.system(BRUSSELS);
    private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    public void moveTo(Instant instant) {
        offset = Duration.between(ticking.instant(), instant);
        followers.forEach(follower -> follower.accept(instant));
    }

    public void moveTo(ZonedDateTime moment) {
        moveTo(moment.toInstant());
    }

    public void moveOn(Duration by) {
        moveTo(instant().plus(by));
    }

    /** The real time, wherever the clock stands. */
    public Instant real() {
        return ticking.instant();
    }

    /** Back to the real time. */
    public void release() {
        moveTo(ticking.instant());
        offset = Duration.ZERO;
    }

    public boolean isMoved() {
        return !offset.isZero();
    }

    public void follow(Consumer<Instant> follower) {
        followers.add(follower);
    }

    @Override
    public ZoneId getZone() {
        return BRUSSELS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(ticking.withZone(zone), offset);
    }

    @Override
    public Instant instant() {
        return ticking.instant().plus(offset);
    }
}
