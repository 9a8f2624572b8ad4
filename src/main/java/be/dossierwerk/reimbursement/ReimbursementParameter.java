package be.dossierwerk.reimbursement;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An amount or rule of reimbursement that changes with time (procedures.md D9). {@link #inWords} is Dutch, for the person who has to record it. */
public enum ReimbursementParameter {
    LOON_INTERN("loonkost per uur bij een interne opleiding"),
    LOON_EXTERN("loonkost per uur bij een externe opleiding"),
    LOON_TERREIN("loonkost per uur bij een opleiding op het terrein"),
    LESGEVER_INTERN("eigen lesgever per uur bij een interne opleiding"),
    LESGEVER_TERREIN_EIGEN("eigen lesgever per uur op het terrein"),
    LESGEVER_TERREIN_EXTERN("externe lesgever per uur op het terrein"),
    FACTUUR_MAXIMUM("maximum van een factuur voor een externe opleiding"),
    FACTUUR_BTW_TELT_MEE("telt de btw van een factuur mee, 1 voor ja en 0 voor nee"),
    INDIENEN_DAGEN("aantal dagen om een aanvraag in te dienen na de opleiding"),
    STEEKPROEF_PROCENT("hoeveel aanvragen van de honderd volledig nagekeken worden"),
    VIER_OGEN_VANAF("bedrag vanaf waar een tweede persoon meekijkt");

    private final String inWords;

    ReimbursementParameter(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    /** {@code validTo} may be null. */
    public record Value(ReimbursementParameter parameter, BigDecimal amount, LocalDate validFrom, LocalDate validTo, String source) { }

    boolean accepts(BigDecimal amount) {
        if (amount == null || amount.signum() < 0) {
            return false;
        }
        return switch (this) {
            case INDIENEN_DAGEN -> amount.stripTrailingZeros().scale() <= 0 && amount.compareTo(new BigDecimal("3660")) <= 0;
            case FACTUUR_BTW_TELT_MEE -> amount.compareTo(BigDecimal.ZERO) == 0 || amount.compareTo(BigDecimal.ONE) == 0;
            case STEEKPROEF_PROCENT -> amount.stripTrailingZeros().scale() <= 0 && amount.compareTo(new BigDecimal("100")) <= 0;
            default -> amount.stripTrailingZeros().scale() <= 2 && amount.compareTo(new BigDecimal("1000000")) < 0;
        };
    }
}
