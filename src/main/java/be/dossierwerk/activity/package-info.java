/**
 * Voucher activity: the issuing company's monthly figures of each recognised undertaking, and who has none (procedures.md 1.3, AMB-INACT).
 * Reads the table of recognitions and knows nothing else of that module, so that the register can show these figures.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "parameter"})
package be.dossierwerk.activity;
