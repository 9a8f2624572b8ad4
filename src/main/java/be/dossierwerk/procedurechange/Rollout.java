package be.dossierwerk.procedurechange;

/** Which running dossiers follow a publication; new dossiers always begin with it. */
public enum Rollout { NIEUWE, ALLE, GEKOZEN }
