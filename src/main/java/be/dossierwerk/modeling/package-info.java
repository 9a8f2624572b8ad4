/** Shows diagrams with the places where a dossier stands and stood. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "engine"})
package be.dossierwerk.modeling;
