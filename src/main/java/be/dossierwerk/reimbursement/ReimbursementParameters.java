package be.dossierwerk.reimbursement;

import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.parameter.ParameterList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Amounts and rules of reimbursement as they hold on a day. */
@Component
class ReimbursementParameters implements ParameterList {

    private final DatedParameters parameters;
    private final JdbcClient jdbc;

    ReimbursementParameters(DatedParameters parameters, JdbcClient jdbc) {
        this.parameters = parameters;
        this.jdbc = jdbc;
    }

    @Override
    public List<ReimbursementParameter> kinds() {
        return List.of(ReimbursementParameter.values());
    }

    /** Null when nobody recorded it for that day. */
    BigDecimal on(LocalDate day, ReimbursementParameter parameter) {
        DatedParameter<ReimbursementParameter> value = parameters.on(day, List.of(parameter)).get(parameter);
        return value == null ? null : value.amount();
    }

    /** For one computation: each day is asked once. */
    Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> amounts() {
        Map<LocalDate, Map<ReimbursementParameter, BigDecimal>> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, asked -> {
            Map<ReimbursementParameter, BigDecimal> amounts = new EnumMap<>(ReimbursementParameter.class);
            parameters.on(asked, kinds()).forEach((parameter, value) -> amounts.put(parameter, value.amount()));
            return amounts;
        });
    }

    /** The percentages that may stand on an invoice of that day. */
    Set<BigDecimal> vatRates(LocalDate day) {
        return Set.copyOf(jdbc.sql("select distinct percent from reimbursement_vat where valid_from <= ? and (valid_to is null or valid_to >= ?)").params(day, day)
                .query(BigDecimal.class).list());
    }
}
