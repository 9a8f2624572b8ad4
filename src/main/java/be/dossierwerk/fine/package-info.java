/** Administrative fines (administratieve geldboete): within eight months after the prosecutor decided not to prosecute (procedures.md 0.2 H7, 1.6). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter", "dossier", "engine", "deadline", "inbox", "correspondence", "casework", "infringement", "recognition", "alert"})
package be.dossierwerk.fine;
