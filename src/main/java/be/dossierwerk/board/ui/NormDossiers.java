package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowNorm;
import be.dossierwerk.board.ShowNorm.Line;
import be.dossierwerk.board.ShowNorm.Sheet;
import be.dossierwerk.board.ShowNorm.Wanted;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;

/** The dossiers behind a norm: found by number, met or missed, by kind and channel; those of a group file stand together until it is opened. */
class NormDossiers extends Div {

    private static final int PAGE = 50;

    private final transient ShowNorm showNorm;
    private final transient BoardWords words;
    private final Div choices = new Div();
    private final EventFilter filter;
    private final H2 heading = new H2();
    private final Div body = new Div();
    private transient NormQuestion question;

    NormDossiers(ShowNorm showNorm) {
        this.showNorm = showNorm;
        words = new BoardWords(this, getLocale());
        filter = new EventFilter(words, this::ask);
        choices.addClassNames("dw-board-choices", "dw-board-screen");
        add(heading, choices, filter, body);
    }

    /** {@code kinds}, {@code channels}: those that occur. */
    void show(NormQuestion question, Sheet norm, List<String> kinds, List<String> channels) {
        this.question = question;
        Wanted wanted = question.wanted();
        heading.setText(wanted.met() == null ? text("dossiers") : text(wanted.met() ? "dossiers-met" : "dossiers-missed"));
        long missed = norm.result().counted() - norm.result().met();
        choices.removeAll();
        choices.add(choice(null, text("all", norm.result().counted())), choice(true, text("met", norm.result().met())), choice(false, text("missed", missed)));
        filter.show(wanted.number(), kinds, wanted.kind(), channels, wanted.channel());
        body.removeAll();
        if (wanted.group() != null) {
            body.add(new Paragraph(text("in-group", wanted.group())), new PageLink(question.group(null).address(), text("leave-group")));
        }
        ShowNorm.Page page = showNorm.dossiers(norm, question.asked().period(), wanted, question.from(), PAGE);
        body.add(page.shown().isEmpty() ? new Paragraph(text("none")) : table(page.shown()));
        if (question.from() > 0 || page.lines() > PAGE) {
            body.add(new PageLinks(question.from(), page.shown().size(), page.lines(), PAGE, from -> question.from(from).address()));
        }
    }

    private Component choice(Boolean met, String label) {
        PageLink link = new PageLink(question.met(met).address(), label);
        if (Objects.equals(met, question.wanted().met())) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private void ask() {
        Wanted wanted = new Wanted(question.wanted().met(), filter.kind(), filter.channel(), filter.number(), question.wanted().group());
        UI.getCurrent().navigate(question.with(wanted).address());
    }

    private Component table(List<Line> lines) {
        CardTable table = new CardTable(heading.getText(), List.of(text("dossier"), text("kind-and-channel"), text("verdict"), text("from"), text("to"), text("last"), text("used")));
        for (Line line : lines) {
            table.row(name(line), CardTable.text(words.kindAndChannel(line.kind(), line.channel())), CardTable.text(text(line.met() ? "is-met" : "is-missed")),
                    CardTable.text(Dates.table(line.from())), CardTable.text(Dates.table(line.to())), CardTable.text(Dates.table(line.last())), CardTable.text(used(line)));
        }
        Div framed = new Div(table);
        framed.addClassName("dw-board-dossiers");
        return framed;
    }

    private Component name(Line line) {
        boolean together = line.group() != null && question.wanted().group() == null;
        return together ? new PageLink(question.group(line.group()).met(line.met()).address(), text("group", line.group(), line.dossiers()))
                : new PageLink(VerdictView.address(question, line.dossier()), line.dossier());
    }

    private String used(Line line) {
        String unit = line.last() == null ? "hours" : "days";
        return text(line.paused() == 0 ? unit : unit + "-paused", line.used(), line.paused());
    }

    private String text(String key, Object... args) {
        return getTranslation("board.norm." + key, args);
    }
}
