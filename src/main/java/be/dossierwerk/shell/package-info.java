/** Main layout, sign-in, error pages and web security. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "alert"})
package be.dossierwerk.shell;
