package be.dossierwerk.board.ui;

import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowDepartment.Line;
import be.dossierwerk.board.ShowMeasure;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** The department in the five domains, beside what was published of it; closed until somebody wants it. */
class DepartmentSummary extends Details {

    private final transient BoardWords words;

    /** {@code lines}: asked for when somebody opens it. */
    DepartmentSummary(AskedPeriods asked, Supplier<List<Line>> lines) {
        words = new BoardWords(this, getLocale());
        addClassName("dw-board-department");
        setSummaryText(text("title", words.period(asked.period())));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                removeAll();
                add(new Div(table(lines.get()), new PageLink(MeasureView.address(ShowMeasure.DEPARTMENT, asked), text("to-sheet"))));
            }
        });
    }

    private CardTable table(List<Line> lines) {
        CardTable table = new CardTable(getSummaryText(), List.of(text("what"), text("counted"), text("published")));
        Domain domain = null;
        for (Line line : lines) {
            if (line.what().domain() != domain) {
                domain = line.what().domain();
                table.group(new Span(getTranslation("board.domain." + domain)));
            }
            table.row(text(line.what().name()), line.counted() == null ? text("unknown") : figure(line, line.counted()), line.published() == null ? "" : figure(line, line.published()));
        }
        return table;
    }

    private String figure(Line line, BigDecimal value) {
        return words.figure(value, line.what().euro());
    }

    private String text(String key, Object... args) {
        return getTranslation("board.department." + key, args);
    }
}
