package be.dossierwerk.withdrawal;

import be.dossierwerk.parameter.ParameterKind;

/** Above how many euro without a respected plan arrears are a ground (procedures.md 1.3, U7). */
enum ExOfficioParameter implements ParameterKind {
    SCHULDGRENS;

    @Override
    public String list() {
        return "AMBTSHALVE";
    }

    @Override
    public Unit unit() {
        return Unit.EURO;
    }
}
