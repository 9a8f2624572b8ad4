/** Building blocks (bouwstenen) that every procedure calls: receive, complete the file, hear, consult the committee, decide and sign, notify. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "correspondence", "modeling"})
package be.dossierwerk.casework;
