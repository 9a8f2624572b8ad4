package be.dossierwerk.export;

import java.time.Instant;
import java.time.LocalDate;

/** A dossier in a log, without whom it is about: {@code undertaking} is a pseudonym, null without one. */
record LogDossier(String number, String procedure, LocalDate receivedOn, Instant registeredAt, String state, String outcome, LocalDate closedOn, String undertaking) { }
