/** Proves that timers, lists and kept dates say what the ledger of terms says, repairs what does not, and looks ahead. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "inbox"})
package be.dossierwerk.clockcheck;
