/** Replays the arrivals of a past year through a diagram with other rules or people, with durations from our own history (ideas.md 18). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "procedurechange"})
package be.dossierwerk.simulation;
