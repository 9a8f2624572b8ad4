/** What an entry, a seal and a bundle prove, calculated from what is given and nothing else: no Spring, no database, no network. */
package be.dossierwerk.audit.proof;
