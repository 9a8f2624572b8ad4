/** Proof of the record for who does not trust it: a bundle of one dossier, and the check of every chain. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "audit :: proof", "engine", "deadline", "dossier"})
package be.dossierwerk.evidence;
