/** Who is acting, in which role (procedures.md 0.6). Roles are the candidate groups of the diagrams. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package be.dossierwerk.security;
