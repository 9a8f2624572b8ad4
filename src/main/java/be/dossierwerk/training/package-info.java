/** Approval of trainings by the training fund: a file with one or more trainings, each with its own dossier, clock and decision (procedures.md 1.7, D7). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework", "recognition", "reimbursement"})
package be.dossierwerk.training;
