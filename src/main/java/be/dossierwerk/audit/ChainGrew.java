package be.dossierwerk.audit;

/** An act was recorded in this chain, in a transaction that is not committed yet. */
public record ChainGrew(String dossier) { }
