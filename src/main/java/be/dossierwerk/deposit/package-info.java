/** The deposit (waarborg) of an undertaking: an account with movements that are only added to (procedures.md 1.12, D6). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "dossier"})
package be.dossierwerk.deposit;
