package be.dossierwerk.payment;

/** One payment order. In the first, second and third the payable has no other order that lives. */
public enum LineState { IN_RONDE, VERZONDEN, BETAALD, TERUGGESTORT, GEWEIGERD, VERVALLEN }
