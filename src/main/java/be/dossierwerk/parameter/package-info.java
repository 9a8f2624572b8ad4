/**
 * Amounts and limits that change with time: recorded by a person from a day on, with their source, never changed afterwards. A module lists its own in an
 * enum of {@link be.dossierwerk.parameter.ParameterKind}; what nobody recorded is missing and never zero.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "security", "audit"})
package be.dossierwerk.parameter;
