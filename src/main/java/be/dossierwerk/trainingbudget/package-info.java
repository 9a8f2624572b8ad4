/**
 * The yearly budget of the training fund (opleidingsbudget): how it is shared out, recorded and used, per undertaking (procedures.md 1.8, D8).
 * Figures come from voucher activity and recognition; whoever reimburses training commits and pays here. What the bank paid is asked of the module
 * payment, to hold the books against it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter", "engine", "deadline", "dossier", "inbox", "correspondence",
    "casework", "recognition", "activity", "payment"})
package be.dossierwerk.trainingbudget;
