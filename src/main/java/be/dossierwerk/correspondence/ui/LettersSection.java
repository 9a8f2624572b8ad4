package be.dossierwerk.correspondence.ui;

import be.dossierwerk.correspondence.Letters;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The letters of a dossier: what was sent, how, with which proof, and until when an appeal is possible. */
@org.springframework.stereotype.Component
class LettersSection implements DossierSection {

    private final Letters letters;

    LettersSection(Letters letters) {
        this.letters = letters;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String title() {
        return "correspondence.section.title";
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        var all = letters.of(dossier);
        if (all.isEmpty()) {
            section.add(new Paragraph(section.getTranslation("correspondence.section.empty")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-letters");
        all.forEach(letter -> list.add(line(section, letter)));
        section.add(list);
        return section;
    }

    private static ListItem line(Component at, Letters.Letter letter) {
        Anchor title = new Anchor("documenten/" + letter.document(), letter.title());
        title.setTarget("_blank");
        title.setRouterIgnore(true);
        String status = at.getTranslation("correspondence.status." + letter.status());
        String how = letter.channel() == null ? "" : ", " + at.getTranslation("correspondence.channel." + letter.channel());
        String when = letter.sentOn() == null ? "" : ", " + Dates.table(letter.sentOn());
        ListItem item = new ListItem(title, new Span(" · " + status + how + when));
        if (letter.proof() != null) {
            item.add(new Paragraph(at.getTranslation("correspondence.section.proof", letter.proof())));
        }
        if (letter.appealFrom() != null) {
            item.add(new Paragraph(at.getTranslation("correspondence.section.appeal", Dates.prose(letter.appealFrom()),
                    Dates.prose(letter.appealUntil()))));
        }
        return item;
    }
}
