package be.dossierwerk.trainingbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A figure of the training budget that changes with time; the code is the one of the books (procedures.md D8). */
public enum BudgetParameter {
    TOTAAL, RESERVE, DREMPEL_CHEQUES, NIEUW_KWARTAAL_1, NIEUW_KWARTAAL_2, NIEUW_KWARTAAL_3, NIEUW_KWARTAAL_4;

    static final List<BudgetParameter> QUARTERS = List.of(NIEUW_KWARTAAL_1, NIEUW_KWARTAAL_2, NIEUW_KWARTAAL_3, NIEUW_KWARTAAL_4);

    /** In euro; of the threshold a number of vouchers. {@code validTo} may be null. */
    public record Value(BudgetParameter parameter, BigDecimal amount, LocalDate validFrom, LocalDate validTo, String source) { }

    /** Counts vouchers, not euro. */
    public boolean counts() {
        return this == DREMPEL_CHEQUES;
    }
}
