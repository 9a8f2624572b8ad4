/** Recovery (terugvordering) of undue intervention and purchase price: calculation, ledger, plan, reduction and limitation (procedures.md 1.5, 2.6). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter", "dossier", "deposit", "engine", "deadline", "inbox", "correspondence", "casework", "recognition", "alert"})
package be.dossierwerk.recovery;
