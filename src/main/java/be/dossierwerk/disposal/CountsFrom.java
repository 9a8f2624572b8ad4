package be.dossierwerk.disposal;

/** The event from which a retention term counts. */
public enum CountsFrom { EINDE_DOSSIER, EINDE_ERKENNING, LAATSTE_BETALING }
