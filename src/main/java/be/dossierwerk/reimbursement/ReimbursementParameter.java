package be.dossierwerk.reimbursement;

import be.dossierwerk.parameter.ParameterKind;

/** An amount or rule of reimbursement that changes with time (procedures.md D9). {@link #inWords} is Dutch, for the person who has to record it. */
public enum ReimbursementParameter implements ParameterKind {
    LOON_INTERN("loonkost per uur bij een interne opleiding"),
    LOON_EXTERN("loonkost per uur bij een externe opleiding"),
    LOON_TERREIN("loonkost per uur bij een opleiding op het terrein"),
    LESGEVER_INTERN("eigen lesgever per uur bij een interne opleiding"),
    LESGEVER_TERREIN_EIGEN("eigen lesgever per uur op het terrein"),
    LESGEVER_TERREIN_EXTERN("externe lesgever per uur op het terrein"),
    FACTUUR_MAXIMUM("maximum van een factuur voor een externe opleiding"),
    FACTUUR_BTW_TELT_MEE("telt de btw van een factuur mee, 1 voor ja en 0 voor nee"),
    INDIENEN_DAGEN("aantal dagen om een aanvraag in te dienen na de opleiding"),
    STEEKPROEF_PROCENT("aandeel van de aanvragen dat volledig nagekeken wordt"),
    VIER_OGEN_VANAF("bedrag vanaf waar een tweede persoon meekijkt");

    private final String inWords;

    ReimbursementParameter(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    @Override
    public String list() {
        return "TERUGBETALING";
    }

    @Override
    public Unit unit() {
        return switch (this) {
            case INDIENEN_DAGEN -> Unit.DAYS;
            case FACTUUR_BTW_TELT_MEE -> Unit.YES_NO;
            case STEEKPROEF_PROCENT -> Unit.PERCENT;
            default -> Unit.EURO;
        };
    }
}
