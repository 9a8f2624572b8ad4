/**
 * What an entry, a seal and a bundle prove, calculated from what is given and nothing else: no Spring, no database, no network. The scheduled check
 * and {@code verify} follow the same rules.
 */
@org.springframework.modulith.NamedInterface("proof")
package be.dossierwerk.audit.proof;
