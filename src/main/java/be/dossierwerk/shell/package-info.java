/** Main layout, sign-in, error pages and web security. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security"})
package be.dossierwerk.shell;
