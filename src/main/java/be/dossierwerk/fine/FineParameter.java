package be.dossierwerk.fine;

import be.dossierwerk.parameter.ParameterKind;

/** What a fine may cost by its level, before the surcharge by which it is multiplied. */
enum FineParameter implements ParameterKind {
    NIVEAU_1_MINIMUM, NIVEAU_1_MAXIMUM, NIVEAU_2_MINIMUM, NIVEAU_2_MAXIMUM, NIVEAU_3_MINIMUM, NIVEAU_3_MAXIMUM, NIVEAU_4_MINIMUM, NIVEAU_4_MAXIMUM,
    /** By how much the amounts are multiplied. */
    OPDECIEMEN;

    @Override
    public String list() {
        return "GELDBOETE";
    }

    @Override
    public Unit unit() {
        return this == OPDECIEMEN ? Unit.NUMBER : Unit.EURO;
    }
}
