/** The screens of open work. Only the dialog to hand over is for other modules. */
@org.springframework.modulith.NamedInterface("ui")
package be.dossierwerk.inbox.ui;
