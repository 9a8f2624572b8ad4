/** What a person on duty watches: the figures of the product for Prometheus, and whether its duties are done in time (src/docs/operations.md). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "engine"})
package be.dossierwerk.operations;
