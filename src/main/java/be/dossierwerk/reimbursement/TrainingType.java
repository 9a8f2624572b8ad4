package be.dossierwerk.reimbursement;

/** How a training is given; the code is the one of the letters (procedures.md 1.9). */
public enum TrainingType {
    /** By an employee of the undertaking, without vouchers. */
    INTERN,
    /** By somebody else, without vouchers. */
    EXTERN,
    /** During voucher work with a user. */
    TERREIN
}
