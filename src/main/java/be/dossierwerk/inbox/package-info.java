/** Open work: one table in the transaction of the engine's task, claim and hand over, drafts, and the task page. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "deadline", "dossier"})
package be.dossierwerk.inbox;
