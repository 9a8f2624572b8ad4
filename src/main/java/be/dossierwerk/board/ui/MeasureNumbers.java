package be.dossierwerk.board.ui;

import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowMeasure.Counted;
import be.dossierwerk.board.ShowMeasure.Sheet;
import java.util.List;

/** Volumes and norms of a measure. */
class MeasureNumbers extends MeasurePart {

    MeasureNumbers(Sheet sheet, AskedPeriods asked) {
        super(Domain.AANTALLEN, sheet, asked);
        if (sheet.norms().lines().isEmpty()) {
            say("no-norms");
        } else {
            add(new NormTable(asked, sheet.norms().lines()));
        }
        List<Counted> volumes = sheet.norms().volumes().stream().filter(each -> !each.inspection()).toList();
        if (volumes.isEmpty() && sheet.norms().events().isEmpty()) {
            say("no-events");
        } else {
            add(new CountedTable(text("volumes"), sheet.measure().code(), asked, volumes, sheet.norms().events()));
        }
        add(new PublishedTable(asked, published(Domain.AANTALLEN)));
    }
}
