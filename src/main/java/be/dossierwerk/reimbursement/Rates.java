package be.dossierwerk.reimbursement;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The parameters as they hold on the day that is asked; whoever asks one that nobody recorded gets it listed, never zero. */
final class Rates {

    private final Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> byDay;
    private final Map<ReimbursementParameter, LocalDate> missing = new TreeMap<>();

    Rates(Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> byDay) {
        this.byDay = byDay;
    }

    /** Null when it is not there; then {@link #refuseMissing} refuses. */
    BigDecimal on(LocalDate day, ReimbursementParameter parameter) {
        BigDecimal value = byDay.apply(day).get(parameter);
        if (value == null) {
            missing.merge(parameter, day, (one, other) -> one.isBefore(other) ? one : other);
        }
        return value;
    }

    Set<ReimbursementParameter> missing() {
        return missing.keySet();
    }

    /** @throws Refused reimbursement.parameter-missing with everything that was asked in vain and the first day on which it is needed */
    void refuseMissing() {
        if (!missing.isEmpty()) {
            StringBuilder names = new StringBuilder();
            missing.forEach((parameter, day) -> names.append(names.isEmpty() ? "" : "; ").append(parameter.inWords()).append(" op ")
                    .append(Dates.table(day)));
            throw new Refused("reimbursement.parameter-missing", names.toString());
        }
    }
}
