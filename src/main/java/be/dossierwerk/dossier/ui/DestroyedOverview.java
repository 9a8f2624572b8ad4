package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What a destroyed dossier was, when and under which rule it was destroyed, and what is left of it. */
class DestroyedOverview extends Div {

    DestroyedOverview(Dossiers.Details details, ShowDossier.Destroyed destroyed) {
        add(new Paragraph(text("was", Words.of(this, "dossier.procedure.", details.procedure()), Dates.prose(details.receivedOn(), getLocale()),
                        Dates.prose(details.closedOn(), getLocale()), Words.of(this, "dossier.outcome.", details.outcome()))),
                new Paragraph(text("when", Dates.prose(destroyed.on(), getLocale()), Dates.prose(destroyed.dueOn(), getLocale()))),
                new Paragraph(text("rule", destroyed.rule())),
                new Paragraph(text("who", destroyed.byName(), destroyed.secondName())),
                new Paragraph(text("left")), new Paragraph(text("bundle")));
    }

    private String text(String key, Object... args) {
        return getTranslation("dossier.destroyed." + key, args);
    }
}
