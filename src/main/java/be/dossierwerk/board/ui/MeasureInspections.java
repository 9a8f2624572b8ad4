package be.dossierwerk.board.ui;

import be.dossierwerk.board.OwnWork.Inspection;
import be.dossierwerk.board.PublishedFigure;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowMeasure.Counted;
import be.dossierwerk.board.ShowMeasure.Sheet;
import java.util.List;
import java.util.Map;

/** Inspections, warnings and proposed recoveries of a measure. */
class MeasureInspections extends MeasurePart {

    MeasureInspections(Sheet sheet, AskedPeriods asked) {
        super(Domain.INSPECTIES, sheet, asked);
        List<Counted> volumes = sheet.norms().volumes().stream().filter(Counted::inspection).toList();
        List<PublishedFigure> published = published(Domain.INSPECTIES);
        Map<Inspection, Long> own = sheet.own().inspections();
        if (!volumes.isEmpty()) {
            add(new CountedTable(text("inspections"), sheet.measure().code(), asked, volumes, List.of()));
        }
        if (!own.isEmpty()) {
            say("inspections-own", own.getOrDefault(Inspection.VERSLAG_VSI, 0L), own.getOrDefault(Inspection.ANDERE_MELDING, 0L), own.getOrDefault(Inspection.BESLIST, 0L));
        } else if (volumes.isEmpty()) {
            say(published.isEmpty() ? "inspections-unknown" : "inspections-published");
        }
        add(new PublishedTable(asked, published));
    }
}
