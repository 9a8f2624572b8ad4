/** Procedures as they were really walked: how often, how long, and who was waited for. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "modeling"})
package be.dossierwerk.mining;
