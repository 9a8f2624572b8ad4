/** The change of a procedure (procedurewijziging) is a procedure itself: draft, check, compare, impact, second person, publication, return (ideas.md 19, 20). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "casework", "correspondence", "modeling", "lint", "alert"})
package be.dossierwerk.procedurechange;
