package be.dossierwerk.team.ui;

import be.dossierwerk.forecast.ChancesOfDossiers.Chance;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** The chance that a dossier misses a norm, which opens to the norm and the reasons; only where there is one to show. */
class ChanceChip extends NativeDetails {

    /** @param chance null where there is none to show; one that is certain is no chance any more */
    ChanceChip(Chance chance) {
        addClassName("dw-team-chance");
        if (chance == null || chance.certain()) {
            setVisible(false);
            return;
        }
        setSummaryText(getTranslation("team.screen.chance", chance.percent()));
        UnorderedList reasons = new UnorderedList();
        chance.reasons().forEach(reason -> reasons.add(new ListItem(getTranslation(reason.key(), reason.args().toArray()))));
        setContent(new Div(new Paragraph(chance.normName()), reasons));
    }
}
