/** Letters and decisions: PDF/A from templates, digital signature, outbox, proof of dispatch and appeal term. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "deadline", "dossier"})
package be.dossierwerk.correspondence;
