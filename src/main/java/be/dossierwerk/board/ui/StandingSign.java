package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Standing;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Met, almost or missed: a word, with a mark that can be told from the others without its colour. */
class StandingSign extends Span {

    StandingSign(Standing standing) {
        setText(getTranslation("board.standing." + standing));
        addClassNames("dw-board-standing", "dw-board-" + standing.name().toLowerCase(Locale.ROOT));
    }
}
