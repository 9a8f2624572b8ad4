package be.dossierwerk.board.ui;

import be.dossierwerk.board.OwnWork.Staff;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowMeasure.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many colleagues worked on a measure, without their names. */
class MeasureStaff extends MeasurePart {

    MeasureStaff(Sheet sheet, AskedPeriods asked) {
        super(Domain.PERSONEEL, sheet, asked);
        Staff staff = sheet.own().staff();
        if (!sheet.own().runsHere()) {
            say("staff-elsewhere");
        } else if (staff.people() == 0) {
            say("staff-none", words.period(asked.period()));
        } else {
            BigDecimal each = BigDecimal.valueOf(staff.tasks()).divide(BigDecimal.valueOf(staff.people()), 1, RoundingMode.HALF_UP);
            say("staff", staff.people(), staff.tasks(), staff.dossiers(), words.figure(each, false));
        }
        add(new PublishedTable(asked, published(Domain.PERSONEEL)));
    }
}
