/** Work that the product could not do by itself: who is told, who takes it, and trying again. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit", "engine", "alert"})
package be.dossierwerk.failedwork;
