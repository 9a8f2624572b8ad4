package be.dossierwerk.infringement;

import be.dossierwerk.parameter.ParameterKind;

/** What makes an infringement heavy, and when the head of department decides (procedures.md D4, D13). */
enum InfringementParameter implements ParameterKind {
    INBREUK_AANDEEL_ZWAAR, INBREUK_BEDRAG_ZWAAR, INBREUK_SCHULD, INBREUK_HERHALING_JAREN, INBREUK_HOOFD_BEDRAG;

    @Override
    public String list() {
        return "INBREUK";
    }

    @Override
    public Unit unit() {
        return switch (this) {
            case INBREUK_AANDEEL_ZWAAR -> Unit.PERCENT;
            case INBREUK_HERHALING_JAREN -> Unit.NUMBER;
            default -> Unit.EURO;
        };
    }
}
