package be.dossierwerk.trainingbudget;

import be.dossierwerk.shared.SpreadsheetText;
import be.dossierwerk.trainingbudget.FundOverview.Claim;
import be.dossierwerk.trainingbudget.FundOverview.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the use of the training budgets of a year for a spreadsheet: amounts with a decimal comma, and names that can do nothing there. */
@Service
public class ExportFundOverview {

    private final FundOverview overview;

    ExportFundOverview(FundOverview overview) {
        this.overview = overview;
    }

    /** A line for each undertaking, and the sums. @throws be.dossierwerk.shared.Refused security.role-missing, before anything is written */
    @Transactional(readOnly = true)
    public void undertakings(int year, Appendable out) {
        List<Row> rows = overview.rows(year, "", null, 0, Integer.MAX_VALUE);
        FundOverview.Totals totals = overview.totals(year);
        write(out, csv -> {
            csv.printRecord("jaar", "ondernemingsnummer", "naam", "erkenningsdossier", "grond", "toegekend", "vastgelegd", "betaald", "over", "aanvragen");
            for (Row row : rows) {
                csv.printRecord(year, row.enterpriseNumber(), SpreadsheetText.harmless(row.name()), row.recognition(), row.basis(), euros(row.granted()), euros(row.committed()),
                        euros(row.paid()), euros(row.left()), row.claims());
            }
            csv.printRecord(year, "", "Totaal", "", "", euros(totals.granted()), euros(totals.committed()), euros(totals.paid()), euros(totals.left()), totals.claims());
        });
    }

    /** A line for each claim, with what the bank paid beside it. @throws be.dossierwerk.shared.Refused security.role-missing, before anything is written */
    @Transactional(readOnly = true)
    public void claims(int year, Appendable out) {
        List<Claim> claims = overview.claims(year, null);
        write(out, csv -> {
            csv.printRecord("jaar", "ondernemingsnummer", "naam", "dossier", "vastgelegd", "betaald", "betaling", "betaalronde", "betaald op", "betaald door de bank");
            for (Claim claim : claims) {
                var payment = claim.payment();
                csv.printRecord(year, claim.enterpriseNumber(), SpreadsheetText.harmless(claim.name()), claim.dossier(), euros(claim.committed()), euros(claim.paid()),
                        payment == null ? "" : payment.state(), payment == null ? "" : payment.run(), payment == null ? "" : payment.paidOn(), euros(claim.byBank()));
            }
        });
    }

    private interface Lines {
        void to(CSVPrinter csv) throws IOException;
    }

    private static void write(Appendable out, Lines lines) {
        try {
            // The mark tells a spreadsheet that this is UTF-8.
            out.append('\uFEFF');
            CSVPrinter csv = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get());
            lines.to(csv);
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String euros(BigDecimal amount) {
        return amount.setScale(2).toPlainString().replace('.', ',');
    }
}
