package be.dossierwerk.board.ui;

import be.dossierwerk.board.BudgetLine;
import be.dossierwerk.board.BudgetLine.Flow;
import be.dossierwerk.board.OwnWork.Money;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowMeasure.Sheet;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commitments (VAK) and payments (VEK) of a measure in the budget, and apart from these what was booked here. */
class MeasureBudget extends MeasurePart {

    MeasureBudget(Sheet sheet, AskedPeriods asked) {
        super(Domain.BEGROTING, sheet, asked);
        if (sheet.budget().isEmpty()) {
            say("budget-unknown");
        } else {
            add(new H3(text("budget")), budget(), note(text("budget-source", sheet.budget().stream().map(this::publication).distinct().collect(Collectors.joining("; ")))));
        }
        booked();
        add(new PublishedTable(asked, published(Domain.BEGROTING)));
    }

    private Component budget() {
        CardTable table = new CardTable(text("budget"), List.of(text("budget-line"), text("budget-year"), text("vak"), text("vek"), text("budget-lines")));
        for (BudgetLine line : sheet.budget()) {
            boolean receipts = line.flow() == Flow.ONTVANGSTEN;
            table.row(CardTable.text(line.name()), CardTable.text(text("stage." + line.stage(), String.valueOf(line.year()))),
                    CardTable.text(receipts ? text("receipts") : amount(line.committed())), CardTable.text(amount(line.paid())),
                    CardTable.text(Stream.of(line.article(), line.source() == null ? null : PublishedTable.lines(line.source())).filter(each -> each != null).collect(Collectors.joining("; "))));
        }
        return table;
    }

    private String publication(BudgetLine line) {
        return line.publishedOn() == null ? line.publication() : getTranslation("board.published.dated", line.publication(), Dates.table(line.publishedOn()));
    }

    /** As printed where no figure stands. */
    private String amount(BigDecimal euro) {
        return euro == null ? text("not-applicable") : words.amount(euro, true);
    }

    private void booked() {
        if (sheet.own().money().isEmpty()) {
            say(sheet.own().runsHere() ? "booked-none" : "booked-elsewhere", words.period(asked.period()));
            return;
        }
        CardTable table = new CardTable(text("booked"), List.of(text("booked-what"), words.period(asked.period())));
        Stream.of(Money.values()).filter(sheet.own().money()::containsKey).forEach(what -> table.row(text("money." + what), words.amount(sheet.own().money().get(what), true)));
        add(new H3(text("booked")), table, note(text("booked-apart")));
    }

    private static Paragraph note(String words) {
        Paragraph note = new Paragraph(words);
        note.addClassName("dw-note");
        return note;
    }
}
