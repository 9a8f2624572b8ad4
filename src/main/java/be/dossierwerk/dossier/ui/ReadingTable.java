package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.Readings.Reading;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Who read what and when; who had no task in the dossier stands out by words. */
class ReadingTable extends Div {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    ReadingTable(List<Reading> readings, boolean ofOneDossier) {
        if (readings.isEmpty()) {
            add(new Paragraph(text(ofOneDossier ? "none-here" : "none")));
            return;
        }
        List<String> headers = new ArrayList<>(List.of(text("when"), text("who"), text("what"), text("task")));
        if (!ofOneDossier) {
            headers.add(1, text("dossier"));
        }
        CardTable table = new CardTable(text("title"), headers);
        for (Reading reading : readings) {
            var at = reading.at().atZone(MovableClock.BRUSSELS);
            Span task = CardTable.text(text(reading.withoutTask() ? "without-task" : "with-task"));
            task.setClassName("dw-reading-without", reading.withoutTask());
            List<Component> cells = new ArrayList<>(List.of(CardTable.text(Dates.table(at.toLocalDate()) + " " + TIME.format(at)), CardTable.text(reading.actorName() + ", " + reading.roles()),
                    CardTable.text(text("what." + reading.what())), task));
            if (!ofOneDossier) {
                Anchor link = new PageLink("dossier/" + reading.dossier(), reading.dossier());
                cells.add(1, link);
            }
            // The sentence names the document or the task.
            cells.get(ofOneDossier ? 2 : 3).getElement().setAttribute("title", reading.sentence());
            table.row(cells.toArray(Component[]::new));
        }
        add(table);
    }

    private String text(String key, Object... args) {
        return getTranslation("dossier.reading." + key, args);
    }
}
