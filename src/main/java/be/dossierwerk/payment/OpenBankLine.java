package be.dossierwerk.payment;

/** A line of a bank's file that still waits for a person. */
public record OpenBankLine(long file, String fileName, BankLine line) { }
