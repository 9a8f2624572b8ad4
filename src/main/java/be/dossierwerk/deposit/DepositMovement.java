package be.dossierwerk.deposit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the account, in euro and never changed. {@code authority}: the dossier on whose authority the money moved;
 * {@code counters}: the movement that this one undoes, otherwise null; {@code linked}: another ledger holds the other half.
 */
public record DepositMovement(long id, Kind kind, BigDecimal amount, LocalDate valuedOn, String authority, Beneficiary to, Long counters,
                              String reference, String ground, String reason, boolean linked, Instant recordedAt, String recordedByName) {

    public enum Kind {
        GESTORT(1), AANGEVULD(1), AANGESPROKEN(-1), VRIJGEGEVEN(-1), VERBEURD(-1), NAAR_BOEDEL(-1), GEBLOKKEERD(0), GEDEBLOKKEERD(0),
        /** A ruling suspends the decision that touches the deposit, and its end. */
        GESCHORST(0), HERVAT(0),
        /** Has no sign of its own: what it undoes no longer counts. */
        TEGENGEBOEKT(0);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        /** 1 where money comes in, -1 where it goes out, 0 where none moves. */
        public int sign() {
            return sign;
        }
    }

    BigDecimal signed() {
        return amount.multiply(BigDecimal.valueOf(kind.sign()));
    }
}
