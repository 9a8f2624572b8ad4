package be.dossierwerk.deadline;

/** Is told whose account somebody reads; the module that keeps the dossiers knows which readings are written down. */
public interface AccountReadings {

    void read(String dossier);
}
