package be.dossierwerk.deadline;

/** Why a clock stands still (procedures.md 4.4); a closed list. */
public enum PauseGround { AANVULLING_AANVRAGER, REACTIE_ADVIES, VERWEER, ADVIES_DERDE, BRON_DERDE, SCHORSING }
