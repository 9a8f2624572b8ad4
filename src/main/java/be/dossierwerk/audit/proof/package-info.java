/** What is proven of the record and how: fingerprints, tree, seals, bundles. Pure, so that the scheduled check and {@code verify} follow the same rules. */
@org.springframework.modulith.NamedInterface("proof")
package be.dossierwerk.audit.proof;
