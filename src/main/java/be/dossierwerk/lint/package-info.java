/** Says in sentences what is wrong in a diagram, table or form, the same on the screen, over REST and on the command line (ideas.md 21, 22). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "engine"})
package be.dossierwerk.lint;
