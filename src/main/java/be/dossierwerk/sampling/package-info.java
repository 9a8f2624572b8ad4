/** Samples of dossiers that anybody draws again from the same seed, with sealed bundles, a checklist and findings (ideas.md 12). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "audit :: proof", "dossier", "evidence", "alert"})
package be.dossierwerk.sampling;
