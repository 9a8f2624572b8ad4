/** Append-only record of who did what, when, on whose authority and why, in the same transaction as the deed. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security"})
package be.dossierwerk.audit;
