package be.dossierwerk.payment;

/** The bank sent the payment of a dossier back, or refused it: it can be paid again, in a new attempt. Published in the transaction that reads it. */
public record PayableReturned(String dossier, String reason) { }
