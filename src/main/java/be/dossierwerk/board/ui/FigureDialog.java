package be.dossierwerk.board.ui;

import be.dossierwerk.board.Publication;
import be.dossierwerk.board.PublishedFigure;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.PublishedFigure.Unit;
import be.dossierwerk.board.RecordPublishedFigure;
import be.dossierwerk.board.ShowMeasure.Sheet;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** Asks for a published figure of a measure: one that is known already, or a new one. */
class FigureDialog extends ActDialog {

    private final ComboBox<Domain> domain = new ComboBox<>();
    private final ComboBox<String> name;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final BigDecimalField value = new BigDecimalField(text("value"));
    private final IntegerField year = new IntegerField(text("figure-year"));
    private final TextField publication = new TextField(text("publication"));
    private final DateField publishedOn = new DateField(text("published-on"));

    FigureDialog(Sheet sheet, RecordPublishedFigure recordFigure, Runnable afterwards) {
        super("board.record.figure", "board.record.figure-explained", "board.record.done");
        name = new ComboBox<>(text("name"), sheet.figures().stream().map(PublishedFigure::name).distinct().toList());
        name.setAllowCustomValue(true);
        name.addCustomValueSetListener(typed -> name.setValue(typed.getDetail()));
        name.addValueChangeListener(change -> sheet.figures().stream().filter(figure -> figure.name().equals(change.getValue())).findFirst().ifPresent(known -> {
            domain.setValue(known.domain());
            unit.setValue(known.unit());
        }));
        domain.setLabel(text("domain"));
        domain.setItems(Domain.values());
        domain.setItemLabelGenerator(each -> getTranslation("board.domain." + each));
        unit.setLabel(text("unit"));
        unit.setItems(Unit.values());
        unit.setItemLabelGenerator(each -> text("unit." + each));
        value.setLocale(Locale.forLanguageTag("nl-BE"));
        value.setWidthFull();
        field("name", name);
        field("domain", domain);
        field("unit", unit);
        field("year", year);
        field("value", value);
        field("publication", publication);
        field("publishedOn", publishedOn);
        offer("board.record.figure", () -> recordFigure.record(new RecordPublishedFigure.Figure(sheet.measure().code(), domain.getValue(), name.getValue(), unit.getValue(), value.getValue()),
                new Publication(year.getValue(), publication.getValue(), publishedOn.getValue())), afterwards);
    }

    private String text(String key) {
        return getTranslation("board.record." + key);
    }
}
