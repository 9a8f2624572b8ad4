/** The only door to the process engine; gives out own records, never the engine's types. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package be.dossierwerk.engine;
