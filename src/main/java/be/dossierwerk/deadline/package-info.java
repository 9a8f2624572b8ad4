/** Legal terms: rules as data, a ledger per dossier, and an account that says why (procedures.md 4). Knows no engine. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package be.dossierwerk.deadline;
