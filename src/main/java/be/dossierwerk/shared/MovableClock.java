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

    private final Clock ticking;
    private final List<Consumer<Instant>> followers = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;
    private volatile Duration correction = Duration.ZERO;

    public MovableClock() {
        this(Clock.system(BRUSSELS));
    }

    /** @param ticking the machine's clock, which may be wrong */
    public MovableClock(Clock ticking) {
        this.ticking = ticking;
    }

    /** Sets the machine's clock right: {@code truth} is the time now, whatever the machine says. */
    public void correct(Instant truth) {
        correction = Duration.between(ticking.instant(), truth);
        followers.forEach(follower -> follower.accept(instant()));
    }

    /** What is added to the machine's clock. */
    public Duration correction() {
        return correction;
    }

    public void moveTo(Instant instant) {
        offset = Duration.between(real(), instant);
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
        return ticking.instant().plus(correction);
    }

    /** Back to the real time. */
    public void release() {
        offset = Duration.ZERO;
        followers.forEach(follower -> follower.accept(real()));
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
        return Clock.offset(ticking.withZone(zone), correction.plus(offset));
    }

    @Override
    public Instant instant() {
        return real().plus(offset);
    }
}
