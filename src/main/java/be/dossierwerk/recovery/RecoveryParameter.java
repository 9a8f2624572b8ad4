package be.dossierwerk.recovery;

import be.dossierwerk.parameter.ParameterKind;

/** From how many euro on the head of department approves a recovery too. */
enum RecoveryParameter implements ParameterKind {
    AKKOORD_AFDELINGSHOOFD;

    @Override
    public String list() {
        return "TERUGVORDERING";
    }

    @Override
    public Unit unit() {
        return Unit.EURO;
    }
}
