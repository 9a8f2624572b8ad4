package be.dossierwerk.reimbursement;

/** Who gives the training: an employee of the undertaking or somebody else. */
public enum TrainerKind { EIGEN, EXTERN }
