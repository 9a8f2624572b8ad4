package be.dossierwerk.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One payment order of a run. {@code why}: the bank's reason, or null; {@code paidOn}: the bank's day, or null; {@code accountChangedBy}: who gave another
 * account than the decision had, or null; {@code doubted}: see {@link PayableStanding}. Amount in euro.
 */
public record RunLine(long id, long payable, String dossier, int attempt, String endToEnd, String beneficiary, String iban, BigDecimal amount,
                      String communication, String grantedBy, LineState state, LocalDate paidOn, String why, String accountChangedBy, boolean doubted) { }
