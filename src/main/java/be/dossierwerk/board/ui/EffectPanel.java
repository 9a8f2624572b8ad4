package be.dossierwerk.board.ui;

import be.dossierwerk.board.WeighDefinition.Effect;
import be.dossierwerk.board.WeighDefinition.Judged;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What a proposed definition would make of the last two years: the results beside each other, and the dossiers that are judged otherwise. */
class EffectPanel extends Div {

    EffectPanel(Effect effect, int decimals, BoardWords words) {
        if (effect.years().isEmpty()) {
            add(new Paragraph(text("nothing-to-weigh")));
            return;
        }
        CardTable years = new CardTable(text("effect"), List.of(text("year"), text("now"), text("then")));
        effect.years().forEach(year -> years.row(String.valueOf(year.year()), words.result(year.before(), decimals), words.result(year.after(), decimals)));
        add(years);
        if (effect.otherwise() == 0) {
            add(new Paragraph(text("none-otherwise")));
            return;
        }
        add(new H3(text("otherwise", effect.otherwise())));
        CardTable dossiers = new CardTable(text("otherwise", effect.otherwise()), List.of(text("dossier"), text("now"), text("then")));
        for (Judged judged : effect.judged()) {
            dossiers.row(judged.dossier(), verdict(judged.before()), verdict(judged.after()));
        }
        add(dossiers);
        if (effect.otherwise() > effect.judged().size()) {
            add(new Paragraph(text("first-shown", effect.judged().size())));
        }
    }

    private String verdict(Boolean met) {
        return met == null ? text("not-counted") : getTranslation(met ? "board.norm.is-met" : "board.norm.is-missed");
    }

    private String text(String key, Object... args) {
        return getTranslation("board.definition." + key, args);
    }
}
