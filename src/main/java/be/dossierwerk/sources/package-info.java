/**
 * Authentic sources behind one port (procedures.md, ca_bronnen): enterprise register, social security, tax, bankruptcies. They can be slow,
 * down or wrong: questions wait, a person takes over, and every answer is kept as it came. Also receives what sources send by themselves.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "dossier"})
package be.dossierwerk.sources;
