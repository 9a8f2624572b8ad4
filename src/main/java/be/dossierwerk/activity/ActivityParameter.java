package be.dossierwerk.activity;

import be.dossierwerk.parameter.ParameterKind;

/** What counts as inactive (procedures.md 1.3, U7). */
enum ActivityParameter implements ParameterKind {
    INACTIVITEIT_MAANDEN;

    @Override
    public String list() {
        return "ACTIVITEIT";
    }

    @Override
    public Unit unit() {
        return Unit.NUMBER;
    }
}
