package be.dossierwerk.deadline;

/** Why what was written in a ledger is put right; a closed list. */
public enum CorrectionGround { VERKEERD_GENOTEERD, STUK_LATER_GEVONDEN, ANDERE_DATUM_BEWEZEN }
