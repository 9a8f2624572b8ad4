package be.dossierwerk.trainingbudget;

import be.dossierwerk.parameter.ParameterKind;
import java.util.List;

/** A figure of the training budget that changes with time (procedures.md D8). */
public enum BudgetParameter implements ParameterKind {
    TOTAAL, RESERVE, DREMPEL_CHEQUES, NIEUW_KWARTAAL_1, NIEUW_KWARTAAL_2, NIEUW_KWARTAAL_3, NIEUW_KWARTAAL_4;

    static final List<BudgetParameter> QUARTERS = List.of(NIEUW_KWARTAAL_1, NIEUW_KWARTAAL_2, NIEUW_KWARTAAL_3, NIEUW_KWARTAAL_4);

    @Override
    public String list() {
        return "OPLEIDINGSBUDGET";
    }

    @Override
    public Unit unit() {
        return this == DREMPEL_CHEQUES ? Unit.NUMBER : Unit.EURO;
    }
}
