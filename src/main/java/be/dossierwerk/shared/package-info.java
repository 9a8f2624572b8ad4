/** What every module may use: the clock, refusals, and numbers that check themselves. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN, allowedDependencies = {})
package be.dossierwerk.shared;
