/** The case file: number, procedure, parties, documents, decisions, notes, links and timeline, the same for every procedure. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "deadline"})
package be.dossierwerk.dossier;
