package be.dossierwerk.training;

/** Where one training stands; the others of its file stand where they stand. */
public enum TrainingStatus {
    INGEDIEND, BIJ_COMMISSIE, GEADVISEERD, GOEDGEKEURD, GEWEIGERD, ZONDER_GEVOLG;

    public boolean ended() {
        return this == GOEDGEKEURD || this == GEWEIGERD || this == ZONDER_GEVOLG;
    }
}
