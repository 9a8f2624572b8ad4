/** Infringement files and the follow-up of a withdrawal on conditions (procedures.md 1.4, 2.6, D4, D5). The follow-up is a dossier of its own. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework", "recognition", "deposit", "withdrawal", "recovery", "sources"})
package be.dossierwerk.infringement;
