package be.dossierwerk.trainingbudget;

import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import be.dossierwerk.trainingbudget.BudgetParameter.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures that the budget is computed with, by day. For a year those count that hold on the first of January. */
@Service
public class BudgetParameters {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    private final JdbcClient jdbc;
    private final Texts texts;

    BudgetParameters(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** What holds on that day; a parameter that nobody recorded for it is not there. */
    @Transactional(readOnly = true)
    public Map<BudgetParameter, Value> on(LocalDate day) {
        Map<BudgetParameter, Value> values = new EnumMap<>(BudgetParameter.class);
        jdbc.sql("""
                select distinct on (code) code, amount, valid_from, valid_to, source from training_parameter
                where valid_from <= ? and (valid_to is null or valid_to >= ?) order by code, valid_from desc, id desc""").params(day, day).query(row -> {
            BudgetParameter parameter = BudgetParameter.valueOf(row.getString(1));
            values.put(parameter, new Value(parameter, row.getBigDecimal(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class), row.getString(5)));
        });
        return values;
    }

    /** @throws Refused trainingbudget.parameter-missing with the names of all that are not there: an unknown amount is never zero */
    Distribution.Rules rules(int year) {
        Map<BudgetParameter, Value> values = on(LocalDate.of(year, 1, 1));
        List<BudgetParameter> missing = Arrays.stream(BudgetParameter.values()).filter(parameter -> !values.containsKey(parameter)).toList();
        if (!missing.isEmpty()) {
            throw new Refused("trainingbudget.parameter-missing", String.valueOf(year),
                    missing.stream().map(parameter -> texts.of(DUTCH, "trainingbudget.parameter." + parameter)).collect(Collectors.joining(", ")));
        }
        List<BigDecimal> quarters = BudgetParameter.QUARTERS.stream().map(quarter -> values.get(quarter).amount()).toList();
        return new Distribution.Rules(values.get(BudgetParameter.TOTAAL).amount(), values.get(BudgetParameter.RESERVE).amount(),
                values.get(BudgetParameter.DREMPEL_CHEQUES).amount().longValueExact(), quarters);
    }
}
