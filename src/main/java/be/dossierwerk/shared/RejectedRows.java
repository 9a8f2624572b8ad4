package be.dossierwerk.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows of a file that were not taken in, as CSV for a spreadsheet: what a sender wrote can do nothing there. */
public final class RejectedRows {

    private final CSVPrinter rows;

    public RejectedRows(Appendable out) {
        try {
            // The mark tells a spreadsheet that this is UTF-8.
            out.append('\uFEFF');
            rows = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get());
            rows.printRecord("rij", "kolom", "waarde", "melding");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(int line, String column, String value, String reason) {
        try {
            rows.printRecord(line, SpreadsheetText.harmless(column), SpreadsheetText.harmless(value), SpreadsheetText.harmless(reason));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void flush() {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
