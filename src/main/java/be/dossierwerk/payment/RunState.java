package be.dossierwerk.payment;

/** The acts of a run in their order. Once its file is there nobody takes it back; the file alone is delivered again. */
public enum RunState {

    VOORBEREID, TERUGGESTUURD, GOEDGEKEURD, VRIJGEGEVEN, BESTAND_KLAAR, VERZONDEN, INGETROKKEN;

    /** The payments may be at the bank. */
    public boolean ordered() {
        return this == BESTAND_KLAAR || this == VERZONDEN;
    }
}
