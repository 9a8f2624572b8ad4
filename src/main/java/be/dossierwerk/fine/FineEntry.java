package be.dossierwerk.fine;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of what is owed and paid, in euro and never changed. {@code counters}: the entry that this one undoes, otherwise null. */
public record FineEntry(long id, Kind kind, BigDecimal amount, LocalDate valuedOn, Long counters, String reference, String reason, String recordedByName) {

    public enum Kind {
        OPGELEGD(1), BETALING(-1), VERMINDERING(-1), TERUGBETALING(1),
        /** Has no sign of its own: what it undoes no longer counts. */
        TEGENGEBOEKT(0);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }

        /** 1 where more is owed, -1 where less is. */
        public int sign() {
            return sign;
        }
    }
}
