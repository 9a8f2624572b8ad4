package be.dossierwerk.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/** What one voucher was worth, in euro with up to four decimals, in whole months; {@code validTo} is null until further notice. */
public record VoucherRate(LocalDate validFrom, LocalDate validTo, BigDecimal intervention, BigDecimal purchasePrice, String source) {

    boolean covers(YearMonth month) {
        return !month.atDay(1).isBefore(validFrom) && (validTo == null || !month.atEndOfMonth().isAfter(validTo));
    }
}
