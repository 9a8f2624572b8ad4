package be.dossierwerk.recovery;

import java.time.YearMonth;

/** Vouchers of one month of work. Where the work is proven nothing is recovered; {@code evidence} says what shows the one or the other. */
public record VoucherLine(YearMonth month, int vouchers, boolean proven, String evidence) { }
