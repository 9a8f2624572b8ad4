/** One dossier through time: diagram, tasks, facts, documents and terms as they were recorded on any day (ideas.md 9 and 10). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "modeling", "evidence"})
package be.dossierwerk.replay;
