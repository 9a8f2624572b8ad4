/**
 * Payment runs: what a decision granted goes to the bank at most once (ADR 0012, procedures.md 1.9). Knows no procedure; any of them hands it payables
 * and hears from it by events.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "dossier"})
package be.dossierwerk.payment;
