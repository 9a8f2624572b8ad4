package be.dossierwerk.infringement;

import be.dossierwerk.shared.AttachedFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an inspection, a complaint or a risk signal tells about an undertaking. {@code origin}: VSI, KLACHT or RISICOSIGNAAL; {@code dated}: the day
 * on the report; {@code addToOpen}: add it to the file that is open, when there is one.
 */
public record InspectionReport(String reference, String origin, String enterpriseNumber, LocalDate dated, String facts, List<Reported> infringements,
                               List<AttachedFile> attachments, boolean addToOpen) {

    /** {@code code}: I01 to I17; the rest may be null. Amounts in euro. */
    public record Reported(String code, String facts, LocalDate from, LocalDate until, Integer vouchers, BigDecimal amount) { }
}
