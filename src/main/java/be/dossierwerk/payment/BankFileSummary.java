package be.dossierwerk.payment;

import java.time.Instant;

/** A file of the bank that was read; {@code forPerson} of its lines still need a person. */
public record BankFileSummary(long id, String fileName, Instant readAt, String readByName, int lines, int forPerson) { }
