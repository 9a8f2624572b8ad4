/** Against decisions of every procedure: reconsideration (heroverweging) and the Council of State (beroep Raad van State) (procedures.md 1.10). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework", "alert"})
package be.dossierwerk.appeal;
