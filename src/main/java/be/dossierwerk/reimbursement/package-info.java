/**
 * Reimbursement of training by the fund (terugbetaling): what a claim is worth, what is wrong with it, and which hours of a person were paid
 * before, and the procedure from claim to payment (procedures.md 1.9, 2.5, D9). Which trainings are approved, another module says through
 * {@link be.dossierwerk.reimbursement.ApprovedTrainings}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework", "recognition", "trainingbudget", "payment"})
package be.dossierwerk.reimbursement;
