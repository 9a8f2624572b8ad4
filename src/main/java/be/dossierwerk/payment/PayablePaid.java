package be.dossierwerk.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The bank booked the payment of a dossier on that day; published in the transaction that reads it, so who listens must not fail:
 * that would refuse the whole file. Amount in euro.
 */
public record PayablePaid(String dossier, LocalDate on, BigDecimal amount) { }
