package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.VolumeLine;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The volumes by measure, each beside the other period; each number opens what it counts. */
class VolumeTable extends Div {

    private final transient BoardWords words;

    /** {@code measures}: the name of each code. */
    VolumeTable(AskedPeriods asked, List<VolumeLine> lines, Map<String, String> measures) {
        this.words = new BoardWords(this, getLocale());
        addClassName("dw-board-volumes");
        CardTable table = new CardTable(text("volumes"), List.of(text("volume"), words.period(asked.period()), words.period(asked.other()), text("change"), text("trend")));
        String measure = null;
        for (VolumeLine line : lines) {
            if (!line.measure().equals(measure)) {
                measure = line.measure();
                table.group(new PageLink(MeasureView.address(measure, asked), measures.getOrDefault(measure, measure)));
            }
            table.row(CardTable.text(line.name()), number(line, line.now(), asked), number(line, line.before(), new AskedPeriods(asked.other(), asked.period())),
                    CardTable.text(words.signedAmount(line.now().subtract(line.before()), line.euro())), CardTable.text(words.trend(line.trend())));
        }
        add(table);
    }

    private PageLink number(VolumeLine line, BigDecimal value, AskedPeriods there) {
        return new PageLink(VolumeView.address(line.measure(), line.indicator(), there), words.amount(value, line.euro()));
    }

    private String text(String key) {
        return getTranslation("board.screen." + key);
    }
}
