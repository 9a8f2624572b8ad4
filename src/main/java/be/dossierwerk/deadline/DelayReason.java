package be.dossierwerk.deadline;

/** Why a term was not met; a closed list (procedures.md D10). */
public enum DelayReason { WACHT_HANDTEKENING, COMMISSIE_AFGELAST, BRON_ONBESCHIKBAAR, CAPACITEIT, GROEPSDOSSIER, OVERMACHT }
