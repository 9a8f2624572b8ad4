/** Norms of each procedure with their legal text, held against what happens at each event, and histories that cannot be (ideas.md 11 and 13). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox"})
package be.dossierwerk.conformance;
