package be.dossierwerk.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Where a payable stands and why: {@code run} is the run it is or was last in, or null; {@code why} is the newest reason in Dutch, or null;
 * {@code doubted} when the bank told something that contradicts the books, and {@code disputed} is where the order then
 * stands about which it last did, or null. Movements oldest first.
 */
public record PayableStanding(Payable payable, PayableState state, boolean doubted, String run, String why, LineState disputed, List<Movement> movements) {

    /** One step; {@code attempt} counts the payment orders of this payable from 1, 0 for a step of none; {@code valuedOn} is the bank's day. */
    public record Movement(Kind kind, int attempt, String run, LocalDate valuedOn, String reason, Instant at, String byName) { }

    public enum Kind { TOEGEVOEGD, IN_RONDE, UIT_RONDE, VERZONDEN, BETAALD, TERUGGESTORT, GEWEIGERD, BETWIST, TOCH_BETAALD, TOCH_NIET_BETAALD, UITGEKLAARD, REKENING, INGETROKKEN }

    /**
     * How a contradiction can be cleared. Paid is what the disputed order becomes, so no other order of this payable may be under way; not paid only while
     * the order is with the bank, because a booking is undone by a booking.
     */
    public Set<Clearing> clearings() {
        if (!doubted) {
            return Set.of();
        }
        if (disputed == LineState.VERZONDEN) {
            return Set.of(Clearing.values());
        }
        return state == PayableState.BETWIST ? Set.of(Clearing.BETAALD, Clearing.ONGEWIJZIGD) : Set.of(Clearing.ONGEWIJZIGD);
    }

    /** The newest contradiction in words, or null. */
    public String bankSaid() {
        return movements.stream().filter(movement -> movement.kind() == Kind.BETWIST).reduce((first, second) -> second).map(Movement::reason).orElse(null);
    }
}
