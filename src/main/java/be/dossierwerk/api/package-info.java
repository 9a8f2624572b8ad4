/** REST for the portal: file an application, follow a dossier; problems as RFC 9457, described by OpenAPI. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "dossier", "deadline", "recognition"})
package be.dossierwerk.api;
