/** Words to people that a term needs their attention: in the product and by mail, within office hours only (procedures.md D10). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "deadline", "dossier", "inbox", "correspondence"})
package be.dossierwerk.alert;
