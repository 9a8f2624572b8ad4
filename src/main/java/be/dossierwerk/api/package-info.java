/** REST for the portal: file an application, ask to withdraw, ask approval of trainings, claim their reimbursement, follow a dossier, bring voucher activity and history, read the board; problems as RFC 9457, described by OpenAPI. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "dossier", "deadline", "inbox", "recognition", "activity", "sources", "infringement", "withdrawal", "training", "reimbursement", "procedurechange", "board"})
package be.dossierwerk.api;
