package be.dossierwerk.procedurechange;

/** A change of a procedure was published; new dossiers begin with deployment {@code to}. Told in the transaction of the publication. */
public record ChangePublished(String change, String from, String to, Rollout rollout) { }
