package be.dossierwerk.inbox;

/**
 * Published in the transaction in which a procedure reminds somebody of an open task: to {@code person}, or with null to everybody who holds {@code role}.
 * {@code element}: the step of the diagram that reminds; {@code sentence} says it in Dutch.
 */
public record StepReminded(String dossier, String task, String element, String role, String person, String sentence) { }
