package be.dossierwerk.deadline.ui;

import be.dossierwerk.deadline.RuleChangeImpact.Impact;
import be.dossierwerk.deadline.RuleChangeImpact.Move;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;

/** What a change of a rule would do: first in a few sentences, then dossier by dossier. */
class ImpactPanel extends Div {

    private final Div sentences = new Div();
    private final Div dossiers = new Div();

    ImpactPanel() {
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
        boolean same = impact.exampleBefore().equals(impact.exampleAfter());
        say(same ? "example-same" : "example", TermWords.prose(impact.start()), TermWords.prose(impact.exampleAfter()), TermWords.prose(impact.exampleBefore()));
        say("keeping", impact.keeping());
        say("moving", impact.moving());
        if (impact.moving() > 0) {
            say("shifting", impact.shifting());
        }
        if (impact.late() > 0) {
            say("late", impact.late());
        }
        if (!impact.moves().isEmpty()) {
            dossiers.add(table(impact.moves()));
            if (impact.moves().size() < impact.moving()) {
                dossiers.add(new Paragraph(text("more", impact.moves().size(), impact.moving())));
            }
        }
    }

    private void say(String key, Object... args) {
        sentences.add(new Paragraph(text(key, args)));
    }

    private CardTable table(List<Move> moves) {
        CardTable table = new CardTable(text("dossiers"), List.of(text("dossier"), text("start"), text("before"), text("after")));
        for (Move move : moves) {
            Anchor dossier = new Anchor("dossier/" + move.dossier(), move.dossier());
            dossier.setTarget("_blank");
            table.row(dossier, CardTable.text(Dates.table(move.startedOn())), CardTable.text(day(move.before())), CardTable.text(day(move.after())));
        }
        return table;
    }

    private String day(LocalDate day) {
        return day == null ? text("unknown") : Dates.table(day);
    }

    private String text(String key, Object... args) {
        return getTranslation("deadline.impact." + key, args);
    }
}
