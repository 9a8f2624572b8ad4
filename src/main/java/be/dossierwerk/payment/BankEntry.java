package be.dossierwerk.payment;

import be.dossierwerk.payment.BankLine.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One line as the bank wrote it; null where it wrote nothing that can be read. {@code message}: the id of our file that the bank says it answers. */
record BankEntry(String place, String endToEnd, Direction direction, BigDecimal amount, String currency, LocalDate bookedOn, String bankReference,
                 boolean booked, String reason, String message) { }
