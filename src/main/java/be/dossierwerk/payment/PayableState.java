package be.dossierwerk.payment;

/** Where a payable stands. BETAALBAAR also after the bank sent it back or refused it; BETWIST when the bank contradicts what is known, until a person clears it. */
public enum PayableState { BETAALBAAR, BETWIST, IN_RONDE, VERZONDEN, BETAALD, INGETROKKEN }
