package be.dossierwerk.withdrawal;

import java.math.BigDecimal;

/**
 * Something that is still open while an undertaking stops. {@code kind}: INBREUK, TERUGVORDERING, RSZ or FISCUS; {@code reference}: a dossier or
 * a creditor; {@code amount} in euro, or null; {@code settlement}: GEREGELD, LOOPT_DOOR, WAARBORG, OPEN when the term ended first, or null.
 */
public record VoluntaryMatter(String kind, String reference, BigDecimal amount, String evidence, String proposal, String settlement) {

    /** What is paid out of the deposit: debts first, unless they were arranged otherwise (procedures.md D6). */
    BigDecimal fromDeposit() {
        return amount != null && byDeposit() ? amount : BigDecimal.ZERO;
    }

    boolean byDeposit() {
        return "WAARBORG".equals(settlement) || "OPEN".equals(settlement);
    }
}
