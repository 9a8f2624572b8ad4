/** The yearly table of norms and volumes, computed from the events of dossiers; each number opens its dossiers (seeds.md 2 and 5). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox"})
package be.dossierwerk.board;
