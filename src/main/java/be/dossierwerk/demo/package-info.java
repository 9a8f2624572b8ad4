/** Demo data: dossiers that lived through the real procedures on a moved clock, never inserted rows. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "correspondence", "alert", "casework", "recognition", "withdrawal", "infringement", "recovery", "fine", "deposit", "activity", "sources", "parameter", "training", "trainingbudget", "reimbursement", "payment", "appeal", "request", "procedurechange"})
package be.dossierwerk.demo;
