package be.dossierwerk.payment;

import java.util.Collection;
import java.util.Set;

/** A procedure that first has to settle something before a payable goes into a run, for instance the account after the bank sent a payment back. */
public interface PayableHold {

    /** Those of these dossiers that are not to be paid now; asked for hundreds at a time. */
    Set<String> held(Collection<String> dossiers);
}
