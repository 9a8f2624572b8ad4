/** REST for the portal: file an application, ask to withdraw, claim training, follow a dossier, bring voucher activity; problems as RFC 9457, described by OpenAPI. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "dossier", "deadline", "recognition", "activity", "sources", "infringement", "withdrawal", "reimbursement"})
package be.dossierwerk.api;
