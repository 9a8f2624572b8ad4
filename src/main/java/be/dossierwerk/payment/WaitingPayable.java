package be.dossierwerk.payment;

import java.math.BigDecimal;

/** What waits for a run, on one line of a list; {@code why}: the newest reason in its history, or null. Amount in euro. */
public record WaitingPayable(String dossier, String beneficiary, String iban, BigDecimal amount, String grantedBy, String why) { }
