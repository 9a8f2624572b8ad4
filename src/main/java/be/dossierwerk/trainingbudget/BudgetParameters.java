package be.dossierwerk.trainingbudget;

import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.parameter.ParameterList;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The figures that the budget of a year is computed with: those that hold on its first of January. */
@Component
class BudgetParameters implements ParameterList {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    private final DatedParameters parameters;
    private final Texts texts;

    BudgetParameters(DatedParameters parameters, Texts texts) {
        this.parameters = parameters;
        this.texts = texts;
    }

    @Override
    public List<BudgetParameter> kinds() {
        return List.of(BudgetParameter.values());
    }

    /** @throws Refused trainingbudget.parameter-missing with the names of all that are not there: an unknown amount is never zero */
    Distribution.Rules rules(int year) {
        Map<BudgetParameter, DatedParameter<BudgetParameter>> values = parameters.on(LocalDate.of(year, 1, 1), kinds());
        List<BudgetParameter> missing = kinds().stream().filter(parameter -> !values.containsKey(parameter)).toList();
        if (!missing.isEmpty()) {
            throw new Refused("trainingbudget.parameter-missing", String.valueOf(year),
                    missing.stream().map(parameter -> texts.of(DUTCH, parameter.textKey())).collect(Collectors.joining(", ")));
        }
        List<BigDecimal> quarters = BudgetParameter.QUARTERS.stream().map(quarter -> values.get(quarter).amount()).toList();
        return new Distribution.Rules(values.get(BudgetParameter.TOTAAL).amount(), values.get(BudgetParameter.RESERVE).amount(),
                values.get(BudgetParameter.DREMPEL_CHEQUES).amount().longValueExact(), quarters);
    }
}
