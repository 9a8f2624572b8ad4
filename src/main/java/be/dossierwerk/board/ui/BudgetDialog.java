package be.dossierwerk.board.ui;

import be.dossierwerk.board.BudgetLine;
import be.dossierwerk.board.BudgetLine.Flow;
import be.dossierwerk.board.BudgetLine.Stage;
import be.dossierwerk.board.Publication;
import be.dossierwerk.board.RecordBudgetLine;
import be.dossierwerk.board.ShowMeasure.Sheet;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks for the commitments and payments of a year for a line of the budget. */
class BudgetDialog extends ActDialog {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final ComboBox<BudgetLine> line = new ComboBox<>();
    private final IntegerField year = new IntegerField(text("budget-year"));
    private final ComboBox<Stage> stage = new ComboBox<>();
    private final BigDecimalField committed = new BigDecimalField(text("committed"));
    private final BigDecimalField paid = new BigDecimalField(text("paid"));
    private final TextField publication = new TextField(text("publication"));
    private final DateField publishedOn = new DateField(text("published-on"));

    BudgetDialog(Sheet sheet, RecordBudgetLine recordLine, Runnable afterwards) {
        super("board.record.budget", "board.record.budget-explained", "board.record.done");
        List<BudgetLine> lines = once(sheet.budget());
        line.setLabel(text("line"));
        line.setItems(lines);
        line.setItemLabelGenerator(each -> getTranslation("board.record.line-of", each.name(), each.objective()));
        line.addValueChangeListener(change -> committed.setVisible(change.getValue() == null || change.getValue().flow() == Flow.UITGAVEN));
        stage.setLabel(text("stage"));
        stage.setItems(Stage.values());
        stage.setItemLabelGenerator(each -> text("stage." + each));
        committed.setLocale(FLEMISH);
        paid.setLocale(FLEMISH);
        // The dialog leaves a number narrower than its label.
        committed.setWidthFull();
        paid.setWidthFull();
        field("line", line);
        field("year", year);
        field("stage", stage);
        field("committed", committed);
        field("paid", paid);
        field("publication", publication);
        field("publishedOn", publishedOn);
        line.setValue(lines.get(0));
        offer("board.record.budget", () -> recordLine.record(sheet.measure().code(), new RecordBudgetLine.Amounts(line.getValue().objective(), line.getValue().name(), stage.getValue(),
                committed.isVisible() ? committed.getValue() : null, paid.getValue()), new Publication(year.getValue(), publication.getValue(), publishedOn.getValue())), afterwards);
    }

    /** Each line once, whatever the years it has figures of. */
    private static List<BudgetLine> once(List<BudgetLine> lines) {
        Map<String, BudgetLine> byName = new LinkedHashMap<>();
        lines.forEach(each -> byName.putIfAbsent(each.objective() + each.name(), each));
        return new ArrayList<>(byName.values());
    }

    private String text(String key) {
        return getTranslation("board.record." + key);
    }
}
