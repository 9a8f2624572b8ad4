package be.dossierwerk.board.ui;

import be.dossierwerk.board.OwnWork.Complaints;
import be.dossierwerk.board.PublishedFigure;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowMeasure.Sheet;
import java.util.List;

/** Complaints about dossiers of a measure, and how satisfied people are. */
class MeasureComplaints extends MeasurePart {

    MeasureComplaints(Sheet sheet, AskedPeriods asked) {
        super(Domain.KLACHTEN, sheet, asked);
        Complaints complaints = sheet.own().complaints();
        if (!sheet.own().runsHere()) {
            say("complaints-elsewhere");
        } else if (complaints.received() + complaints.closed() == 0) {
            say("complaints-none", words.period(asked.period()));
        } else {
            say("complaints", complaints.received(), complaints.closed(), complaints.founded(), complaints.inTime());
        }
        List<PublishedFigure> published = published(Domain.KLACHTEN);
        if (published.isEmpty()) {
            say("satisfaction-unknown");
        }
        add(new PublishedTable(asked, published));
    }
}
