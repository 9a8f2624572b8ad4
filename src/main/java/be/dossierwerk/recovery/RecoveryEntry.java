package be.dossierwerk.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of the ledger, in euro and never changed. {@code counters}: the entry that this one undoes, otherwise null. */
public record RecoveryEntry(long id, Kind kind, BigDecimal amount, LocalDate valuedOn, Long counters, String reference, String reason,
                            String depositDossier, Long depositMovement, String recordedByName) {

    public enum Kind {
        VASTGESTELD(1, "de vastgestelde som"), BETALING(-1, "de betaling"), VERREKENING(-1, "de verrekening"), WAARBORG(-1, "de aanspraak op de waarborg"),
        VERMINDERING(-1, "de vermindering"), TERUGBETALING(1, "de terugbetaling"),
        /** Has no sign of its own: what it undoes no longer counts. */
        TEGENGEBOEKT(0, "de tegenboeking");

        private final int sign;
        private final String words;

        Kind(int sign, String words) {
            this.sign = sign;
            this.words = words;
        }

        /** 1 where the undertaking owes more, -1 where it owes less. */
        public int sign() {
            return sign;
        }

        String words() {
            return words;
        }
    }

    BigDecimal signed() {
        return amount.multiply(BigDecimal.valueOf(kind.sign()));
    }
}
