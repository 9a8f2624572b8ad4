package be.dossierwerk.team.ui;

import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.team.Card;
import be.dossierwerk.team.ShowTeam.Picture;
import be.dossierwerk.team.ShowTeam.Signatory;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is below the board: terms that end next week, what waits for a signature, and the work of who is away. */
class TeamTables {

    private final Component on;
    private final Picture picture;

    TeamTables(Component on, Picture picture) {
        this.on = on;
        this.picture = picture;
    }

    Component ending() {
        if (picture.ending().isEmpty()) {
            return new Paragraph(text("ending-empty"));
        }
        CardTable table = table("ending", "last-day", "dossier", "task", "who", "term");
        picture.ending().forEach(each -> table.row(CardTable.text(Dates.prose(each.lastDay(), locale())), dossier(each.task()), task(each.task()), who(each.task()),
                new Div(CardTable.text(each.term()), new ChanceChip(picture.chances().get(each.task().dossier())))));
        return new Div(new Paragraph(text(picture.allEnding() == 1 ? "ending-one" : "ending-how-many", picture.allEnding(), Dates.prose(picture.weeks().nextMonday(), locale()),
                Dates.prose(picture.weeks().nextSunday(), locale()))), table, notAll(picture.ending(), picture.allEnding()));
    }

    Component signing() {
        var signing = picture.signing();
        if (signing.decisions().isEmpty()) {
            return new Paragraph(text("signing-empty"));
        }
        CardTable table = table("signing", "waits", "dossier", "undertaking", "left", "who");
        signing.decisions().forEach(each -> table.row(CardTable.text(days(each.days(picture.weeks().today()))), dossier(each.task()), CardTable.text(each.task().subject()),
                DaysLeft.badge(on, each.task().daysLeft(picture.weeks().today()), each.task().pausedSince()), who(each.task())));
        return new Div(new Paragraph(text(signing.all() == 1 ? "signing-one" : "signing-how-many", signing.all(), days(signing.decisions().get(0).days(picture.weeks().today())),
                signing.signatories().stream().map(this::signatory).collect(Collectors.joining(", ")))), table, notAll(signing.decisions(), signing.all()));
    }

    Component ofAbsent() {
        if (picture.ofAbsent().isEmpty()) {
            return new Paragraph(text("absent-empty"));
        }
        CardTable table = table("absent", "left", "dossier", "task", "who");
        picture.ofAbsent().forEach(each -> table.row(DaysLeft.badge(on, each.daysLeft(picture.weeks().today()), each.pausedSince()), dossier(each), task(each), who(each)));
        return new Div(new Paragraph(text(picture.allOfAbsent() == 1 ? "absent-one" : "absent-how-many", picture.allOfAbsent())), table, notAll(picture.ofAbsent(), picture.allOfAbsent()));
    }

    private String signatory(Signatory one) {
        return one.away().map(away -> text("signatory-away", one.person().name(), Dates.prose(away.absence().lastDay(), locale()))).orElse(one.person().name());
    }

    private Paragraph notAll(List<?> shown, long all) {
        Paragraph note = new Paragraph(text("first-of", shown.size(), all));
        note.addClassName("dw-note");
        note.setVisible(all > shown.size());
        return note;
    }

    private String days(long days) {
        return days == 0 ? text("today") : text(days == 1 ? "day" : "days", days);
    }

    private CardTable table(String label, String... columns) {
        return new CardTable(text(label), Stream.of(columns).map(column -> text("column." + column)).toList());
    }

    private Component who(Card card) {
        return CardTable.text(card.holder() == null ? text("free") : card.holderName());
    }

    private static Component dossier(Card card) {
        return new PageLink("dossier/" + card.dossier(), card.dossier());
    }

    private static Component task(Card card) {
        return new PageLink("taak/" + card.taskId(), card.taskName());
    }

    private Locale locale() {
        return on.getUI().map(com.vaadin.flow.component.UI::getLocale).orElse(Locale.getDefault());
    }

    private String text(String key, Object... args) {
        return on.getTranslation("team.screen." + key, args);
    }
}
