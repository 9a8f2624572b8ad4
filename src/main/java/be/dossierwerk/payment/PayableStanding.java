package be.dossierwerk.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a payable stands and why: {@code run} is the run it is or was last in, or null; {@code why} is the newest reason in Dutch, or null;
 * {@code doubted} when the bank told something that contradicts the books. Movements oldest first.
 */
public record PayableStanding(Payable payable, PayableState state, boolean doubted, String run, String why, List<Movement> movements) {

    /** One step; {@code attempt} counts the payment orders of this payable from 1, 0 for a step of none; {@code valuedOn} is the bank's day. */
    public record Movement(Kind kind, int attempt, String run, LocalDate valuedOn, String reason, Instant at, String byName) { }

    public enum Kind { TOEGEVOEGD, IN_RONDE, UIT_RONDE, VERZONDEN, BETAALD, TERUGGESTORT, GEWEIGERD, BETWIST, UITGEKLAARD, REKENING, INGETROKKEN }
}
