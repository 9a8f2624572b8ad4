package be.dossierwerk.trainingbudget;

import be.dossierwerk.trainingbudget.Distribution.Basis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A proposal to share out the budget of a year, with what it was computed from; amounts in euro. The same {@code fingerprint} is the same input, so
 * the same shares. {@code rejectedRows}: rows of last year's voucher files that were not accepted. {@code recordedBy}: a name, null as long as it is a proposal.
 */
public record BudgetVersion(long id, int year, int version, String dossier, LocalDate reference, Distribution.Rules rules, long allVouchers, int rejectedRows,
                            BigDecimal granted, String fingerprint, Instant proposedAt, String proposedBy, String proposedByName, String commitmentNumber,
                            Instant recordedAt, String recordedBy) {

    /** What nobody gets: the share of who has no budget, and what is left of the reserve. */
    public BigDecimal left() {
        return rules.total().subtract(granted);
    }

    public boolean recorded() {
        return recordedAt != null;
    }

    /** {@code recognition}: the dossier of its newest recognition; {@code vouchers}: paid last year; the sentence and the sums are Dutch. */
    public record Share(String enterpriseNumber, String name, String municipality, String recognition, LocalDate recognisedOn, long vouchers, Basis basis,
                        BigDecimal amount, String sentence, String sums) { }
}
