package be.dossierwerk.reimbursement;

import be.dossierwerk.reimbursement.ReimbursementParameter.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Amounts and rules of reimbursement as they hold on a day. */
@Service
public class ReimbursementParameters {

    private final JdbcClient jdbc;

    ReimbursementParameters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What nobody recorded for that day is not in it. */
    @Transactional(readOnly = true)
    public Map<ReimbursementParameter, Value> on(LocalDate day) {
        Map<ReimbursementParameter, Value> values = new EnumMap<>(ReimbursementParameter.class);
        jdbc.sql("""
                select distinct on (code) code, amount, valid_from, valid_to, source from reimbursement_parameter
                where valid_from <= ? and (valid_to is null or valid_to >= ?) order by code, valid_from desc, id desc""").params(day, day).query(row -> {
            ReimbursementParameter parameter = ReimbursementParameter.valueOf(row.getString(1));
            values.put(parameter, new Value(parameter, row.getBigDecimal(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class), row.getString(5)));
        });
        return values;
    }

    /** For one computation: each day is asked once. */
    Function<LocalDate, Map<ReimbursementParameter, BigDecimal>> amounts() {
        Map<LocalDate, Map<ReimbursementParameter, BigDecimal>> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, asked -> {
            Map<ReimbursementParameter, BigDecimal> amounts = new EnumMap<>(ReimbursementParameter.class);
            on(asked).forEach((parameter, value) -> amounts.put(parameter, value.amount()));
            return amounts;
        });
    }

    /** The percentages that may stand on an invoice of that day. */
    Set<BigDecimal> vatRates(LocalDate day) {
        return Set.copyOf(jdbc.sql("select distinct percent from reimbursement_vat where valid_from <= ? and (valid_to is null or valid_to >= ?)").params(day, day)
                .query(BigDecimal.class).list());
    }
}
