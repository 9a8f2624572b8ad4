/** How long dossiers are kept, and how they are destroyed with a chain that still verifies (ideas.md 8). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox"})
package be.dossierwerk.disposal;
