package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowVolume;
import be.dossierwerk.board.ShowVolume.Definition;
import be.dossierwerk.board.ShowVolume.Line;
import be.dossierwerk.board.ShowVolume.Page;
import be.dossierwerk.board.ShowVolume.Wanted;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;

/** The events behind a volume, page by page: found by dossier, kind and channel. */
class VolumeEvents extends Div {

    private static final int PAGE = 50;

    private final transient ShowVolume showVolume;
    private final transient BoardWords words;
    private final EventFilter filter;
    private final Div body = new Div();
    private transient VolumeQuestion question;

    VolumeEvents(ShowVolume showVolume) {
        this.showVolume = showVolume;
        words = new BoardWords(this, getLocale());
        filter = new EventFilter(words, this::ask);
        add(new H2(text("events")), filter, body);
    }

    /** {@code kinds}, {@code channels}: those that occur. */
    void show(VolumeQuestion question, Definition volume, List<String> kinds, List<String> channels) {
        this.question = question;
        Wanted wanted = question.wanted();
        filter.show(wanted.number(), kinds, wanted.kind(), channels, wanted.channel());
        body.removeAll();
        Page page = showVolume.events(volume, question.asked().period(), question.wanted(), question.from(), PAGE);
        if (page.shown().isEmpty()) {
            body.add(new Paragraph(getTranslation("board.norm.none")));
            return;
        }
        Paragraph together = new Paragraph(volume.euro() ? text("together-euro", page.lines(), words.figure(page.amount(), true)) : text("together", page.lines()));
        together.getElement().setAttribute("role", "status");
        body.add(together, table(volume, page.shown()));
        if (question.from() > 0 || page.lines() > PAGE) {
            body.add(new PageLinks(question.from(), page.shown().size(), page.lines(), PAGE, from -> question.from(from).address()));
        }
    }

    private void ask() {
        UI.getCurrent().navigate(question.with(new Wanted(filter.kind(), filter.channel(), filter.number())).address());
    }

    private Component table(Definition volume, List<Line> lines) {
        List<String> headers = Stream.concat(Stream.of(getTranslation("board.norm.dossier"), getTranslation("board.account.day"), getTranslation("board.norm.kind-and-channel")),
                volume.euro() ? Stream.of(text("amount")) : Stream.of()).toList();
        CardTable table = new CardTable(text("events"), headers);
        for (Line line : lines) {
            Stream<Component> cells = Stream.of(new PageLink(HistoryDossierView.address(line.dossier()), line.dossier()), CardTable.text(Dates.table(line.on())),
                    CardTable.text(words.kindAndChannel(line.kind(), line.channel())));
            table.row(Stream.concat(cells, volume.euro() ? Stream.of(CardTable.text(words.amount(line.amount(), true))) : Stream.of()).toArray(Component[]::new));
        }
        return table;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.volume." + key, args);
    }
}
