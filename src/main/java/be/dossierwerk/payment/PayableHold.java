package be.dossierwerk.payment;

/** A procedure that first has to settle something before a payable goes into a run, for instance the account after the bank sent a payment back. */
public interface PayableHold {

    /** Whether this dossier is not to be paid now. */
    boolean holds(String dossier);
}
