package be.dossierwerk.sources;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a source sends by itself about an undertaking (procedures.md D3: arrears, bankruptcy, cessation).
 *
 * @param reference of the source; the same one twice is one notice
 * @param date      the day from which it holds
 * @param amount    euro, only for SCHULD, and then with {@code plan}
 * @param successor enterprise number, only for FUSIE
 */
public record SourceNotice(Kind kind, Source source, String reference, String enterpriseNumber, LocalDate date, BigDecimal amount, RepaymentPlan plan,
                           String successor) {

    /** What it tells. */
    public enum Kind {
        SCHULD, FAILLISSEMENT, STOPZETTING, FUSIE
    }
}
