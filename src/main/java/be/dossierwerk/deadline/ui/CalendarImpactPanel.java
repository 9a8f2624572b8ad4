package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.CalendarChangeImpact.Impact;
import be.dossierwerk.deadline.CalendarChangeImpact.Move;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;

/** What a change of the calendar would do: first in a sentence, then term by term. */
class CalendarImpactPanel extends Div {

    private final Div sentences = new Div();
    private final Div dossiers = new Div();

    CalendarImpactPanel() {
        sentences.addClassName("dw-look-ahead");
        sentences.getElement().setAttribute("role", "status");
        add(sentences, dossiers);
    }

    void clear() {
        sentences.removeAll();
        dossiers.removeAll();
    }

    void show(Impact impact) {
        clear();
        sentences.add(new Paragraph(getTranslation("deadline.calendar.impact.shifting", impact.shifting(), String.valueOf(impact.running()))));
        if (impact.late() > 0) {
            sentences.add(new Paragraph(getTranslation("deadline.impact.late", impact.late())));
        }
        if (!impact.moves().isEmpty()) {
            dossiers.add(table(impact.moves()));
            if (impact.moves().size() < impact.shifting()) {
                dossiers.add(new Paragraph(getTranslation("deadline.impact.more", impact.moves().size(), impact.shifting())));
            }
        }
    }

    private CardTable table(List<Move> moves) {
        CardTable table = new CardTable(getTranslation("deadline.calendar.impact.dossiers"), List.of(getTranslation("deadline.impact.dossier"),
                getTranslation("deadline.calendar.impact.term"), getTranslation("deadline.impact.before"), getTranslation("deadline.impact.after")));
        for (Move move : moves) {
            Anchor dossier = new Anchor("dossier/" + move.dossier(), move.dossier());
            dossier.setTarget("_blank");
            table.row(dossier, CardTable.text(move.term()), CardTable.text(day(move.before())), CardTable.text(day(move.after())));
        }
        return table;
    }

    private String day(LocalDate day) {
        return day == null ? getTranslation("deadline.impact.unknown") : Dates.table(day);
    }
}
