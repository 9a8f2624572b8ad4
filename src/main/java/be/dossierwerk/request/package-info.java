/** Complaints (klachten) about how somebody was treated and openness requests (openbaarheid van bestuur) (procedures.md 1.10). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework"})
package be.dossierwerk.request;
