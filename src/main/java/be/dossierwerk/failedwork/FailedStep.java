package be.dossierwerk.failedwork;

import java.time.Instant;

/** A step that does not succeed; {@code dossier}: its chain, {@code owner}: the name of who looks after it, null as long as nobody does. */
public record FailedStep(String id, String dossier, String step, Instant since, String why, String owner) { }
