/** Recognition (erkenning), KB 12-12-2001 art. 2quater-2sexies; procedures.md 1.1. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "correspondence", "casework", "deposit"})
package be.dossierwerk.recognition;
