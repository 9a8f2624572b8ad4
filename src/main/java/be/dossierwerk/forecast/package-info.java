/** The chance of open dossiers to miss their norm, from our own history, shown as long as it holds against what really came (seeds.md 6). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "dossier", "deadline", "board"})
package be.dossierwerk.forecast;
