package be.dossierwerk.deadline;

/** Why a term gets more days; a closed list. */
public enum ExtensionGround { WETTELIJKE_VERLENGING, AKKOORD_AANVRAGER, OVERMACHT }
