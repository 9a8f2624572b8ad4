/**
 * Reimbursement of training by the fund (terugbetaling): what a claim is worth, what is wrong with it, and which hours of a person were paid
 * before (procedures.md 1.9, 2.5, D9). Knows no engine; what a training or a worker is, whoever claims says.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package be.dossierwerk.reimbursement;
