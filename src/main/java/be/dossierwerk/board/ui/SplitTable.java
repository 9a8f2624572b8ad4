package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowSplit.NormPart;
import be.dossierwerk.board.ShowSplit.VolumePart;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** A number of the board by kind of dossier and the channel it came in, beside the other period. */
class SplitTable extends Div {

    private final transient BoardWords words;
    private final CardTable table;

    private SplitTable(AskedPeriods asked, String change) {
        words = new BoardWords(this, getLocale());
        addClassName("dw-board-split");
        table = new CardTable(text("title"), List.of(text("kind"), text("channel"), words.period(asked.period()), words.period(asked.other()), text(change)));
        add(table);
    }

    static SplitTable ofNorm(AskedPeriods asked, NormLine norm, List<NormPart> parts) {
        SplitTable split = new SplitTable(asked, "change");
        BoardWords words = split.words;
        for (NormPart part : parts) {
            NormLine line = norm.with(part.now(), part.before());
            split.table.row(words.kind(part.kind()), words.channel(part.channel()), words.result(part.now(), norm.decimals()), words.result(part.before(), norm.decimals()),
                    words.points(line.change(norm.decimals())));
        }
        return split;
    }

    static SplitTable ofVolume(AskedPeriods asked, boolean euro, List<VolumePart> parts) {
        SplitTable split = new SplitTable(asked, "trend");
        BoardWords words = split.words;
        for (VolumePart part : parts) {
            split.table.row(words.kind(part.kind()), words.channel(part.channel()), words.amount(part.now(), euro), words.amount(part.before(), euro), words.trend(part.trend()));
        }
        return split;
    }

    private String text(String key) {
        return getTranslation("board.split." + key);
    }
}
