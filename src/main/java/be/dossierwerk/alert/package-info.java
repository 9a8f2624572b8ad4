/** Words to people that a term, or what another module warns of, needs their attention: in the product and by mail, within office hours (procedures.md D10). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "deadline", "dossier", "inbox", "correspondence"})
package be.dossierwerk.alert;
