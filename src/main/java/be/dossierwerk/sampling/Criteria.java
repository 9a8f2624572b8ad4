package be.dossierwerk.sampling;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Which dossiers a sample may be drawn from; what is null does not matter. {@code from} and {@code to} count the day of {@code moment}. */
public record Criteria(String procedure, Moment moment, LocalDate from, LocalDate to, String outcome, BigDecimal amountFrom, BigDecimal amountTo,
                       Boolean paused, Boolean late) {

    public enum Moment { ONTVANGEN, BESLIST, AFGESLOTEN }

    public static final Criteria ALL = new Criteria(null, Moment.ONTVANGEN, null, null, null, null, null, null, null);
}
