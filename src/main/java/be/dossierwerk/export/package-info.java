/** What happened, for programs of others: XES, OCEL, CSV with a field dictionary, PDF/A. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "audit :: proof", "engine", "deadline", "dossier"})
package be.dossierwerk.export;
