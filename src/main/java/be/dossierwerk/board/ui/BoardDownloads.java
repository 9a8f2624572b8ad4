package be.dossierwerk.board.ui;

import be.dossierwerk.board.BoardFormat;
import be.dossierwerk.board.ShowBoard.Period;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Links that save the board of these periods. */
class BoardDownloads extends Div {

    static final String PATH = BoardView.PATH + "/uitvoer/";

    BoardDownloads(Period period, Period other) {
        addClassNames("dw-board-choices", "dw-board-screen");
        add(new Span(getTranslation("board.export.save")));
        for (BoardFormat format : List.of(BoardFormat.CSV, BoardFormat.XLSX, BoardFormat.PDF)) {
            Anchor link = new Anchor("%s%s?van=%s&tot=%s&naastvan=%s&naasttot=%s&taal=%s".formatted(PATH, format.extension(), period.from(), period.to(), other.from(), other.to(), getLocale().getLanguage()),
                    getTranslation("board.export.as." + format));
            link.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
            add(link);
        }
    }
}
