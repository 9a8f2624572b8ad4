/** What a team leader looks at each morning: work and days left per person and group, absences, what will be late, and what waits for a signature. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "deadline", "inbox", "inbox :: ui", "forecast"})
package be.dossierwerk.team;
