package be.dossierwerk.activity;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rejected rows of a file as CSV for a spreadsheet: what the issuing company sent can do nothing there. */
@Service
public class ExportRejections {

    private static final String FORMULA_BEGINS = "=+-@\t\r\n";

    private final ImportLedger ledger;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ExportRejections(ImportLedger ledger, JdbcClient jdbc, CurrentActor currentActor) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws Refused security.role-missing, activity.import.unknown, before anything is written */
    @Transactional(readOnly = true)
    public void write(long id, Appendable out) {
        currentActor.require(ShowActivity.READERS);
        ledger.byId(id).orElseThrow(() -> new Refused("activity.import.unknown"));
        try {
            // The mark tells a spreadsheet that this is UTF-8.
            out.append('\uFEFF');
            CSVPrinter rows = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get());
            rows.printRecord("rij", "kolom", "waarde", "melding");
            jdbc.sql("select file_row, column_name, value, message from activity_rejection where import = ? order by file_row, column_name").param(id)
                    .query(row -> {
                        try {
                            rows.printRecord(row.getInt(1), harmless(row.getString(2)), harmless(row.getString(3)), harmless(row.getString(4)));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A spreadsheet takes a cell that begins with one of these for a formula; after an apostrophe it is text. */
    static String harmless(String value) {
        return value.isEmpty() || FORMULA_BEGINS.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
