package be.dossierwerk.training;

/** Where one training stands; the others of its file stand where they stand. */
public enum TrainingStatus {
    INGEDIEND, BIJ_COMMISSIE, GEADVISEERD, GOEDGEKEURD, GEWEIGERD, ZONDER_GEVOLG, INGETROKKEN_DOOR_AANVRAGER;

    public boolean ended() {
        return this != INGEDIEND && this != BIJ_COMMISSIE && this != GEADVISEERD;
    }
}
