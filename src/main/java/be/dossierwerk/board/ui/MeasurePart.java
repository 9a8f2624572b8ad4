package be.dossierwerk.board.ui;

import be.dossierwerk.board.PublishedFigure;
import be.dossierwerk.board.PublishedFigure.Domain;
import be.dossierwerk.board.ShowMeasure.Counted;
import be.dossierwerk.board.ShowMeasure.Sheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One of the five domains of an indicator sheet; where nothing is known it says so, and which source would bring it. */
abstract class MeasurePart extends Div {

    final transient Sheet sheet;
    final transient AskedPeriods asked;
    final transient BoardWords words;

    MeasurePart(Domain domain, Sheet sheet, AskedPeriods asked) {
        this.sheet = sheet;
        this.asked = asked;
        words = new BoardWords(this, getLocale());
        add(new H2(getTranslation("board.domain." + domain)));
    }

    void say(String key, Object... args) {
        add(new Paragraph(text(key, args)));
    }

    /** Without those that stand beside what we count ourselves. */
    List<PublishedFigure> published(Domain domain) {
        Set<String> beside = sheet.norms().volumes().stream().filter(Counted::besidePublished).map(counted -> counted.line().indicator()).collect(Collectors.toSet());
        return sheet.figures().stream().filter(figure -> figure.domain() == domain && !beside.contains(figure.volume() == null ? "" : figure.volume())).toList();
    }

    String text(String key, Object... args) {
        return getTranslation("board.measure." + key, args);
    }
}
