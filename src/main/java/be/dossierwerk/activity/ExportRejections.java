package be.dossierwerk.activity;

import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.RejectedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rejected rows of a file as CSV for a spreadsheet: what the issuing company sent can do nothing there. */
@Service
public class ExportRejections {

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
        RejectedRows rows = new RejectedRows(out);
        jdbc.sql("select file_row, column_name, value, message from activity_rejection where import = ? order by file_row, column_name").param(id)
                .query(row -> {
                    rows.add(row.getInt(1), row.getString(2), row.getString(3), row.getString(4));
                });
        rows.flush();
    }
}
