package be.dossierwerk.payment;

/** What a person found out about a payment on which the bank and the books disagree: the beneficiary has it, or has nothing, or the books were right. */
public enum Clearing { BETAALD, NIET_BETAALD, ONGEWIJZIGD }
