/** Shows diagrams with the places where a dossier stands and stood, and draws them: each drawing has a list that says and does the same. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "engine"})
package be.dossierwerk.modeling;
