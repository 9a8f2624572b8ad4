/** The end of a recognition: on request, ex officio, after an infringement; and its consequences in their order (procedures.md 1.2 to 1.4, 1.13). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework", "recognition", "deposit", "recovery", "activity", "sources"})
package be.dossierwerk.withdrawal;
