package be.dossierwerk.correspondence;

/** Something waits in the outbox; told after the commit. */
record OutboxFilled() { }
