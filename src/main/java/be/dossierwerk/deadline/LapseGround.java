package be.dossierwerk.deadline;

/** Why silence will have no effect in law, so that its countdown may stop; a closed list (art. 14 § 3 RvS-wetten). */
public enum LapseGround { BESLISSING_BETEKEND, AANMANING_INGETROKKEN, AANMANING_ONGELDIG }
