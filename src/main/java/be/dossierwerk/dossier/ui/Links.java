package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.LinkDossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;

/** Other dossiers that have to do with this one. */
class Links extends Div {

    private static final int CHOICES = 10;

    Links(ShowDossier.Sheet sheet, DossierList list, LinkDossiers linkDossiers, Runnable changed) {
        addClassName("dw-links");
        if (sheet.links().isEmpty()) {
            add(new Paragraph(getTranslation("dossier.links.empty")));
        } else {
            UnorderedList links = new UnorderedList();
            sheet.links().forEach(link -> links.add(item(link)));
            add(links);
        }
        if (sheet.mayWrite()) {
            add(new H3(getTranslation("dossier.links.new")), form(sheet.details().number(), list, linkDossiers, changed));
        }
    }

    private ListItem item(ShowDossier.Link link) {
        Anchor number = new PageLink("dossier/" + link.number(), link.number());
        Span why = new Span(getTranslation("dossier.links.why", link.reason(), link.linkedByName()));
        why.addClassName("dw-note");
        return new ListItem(number, new Span(" · " + link.subject() + " · " + Words.of(this, "dossier.state.", link.state())), why);
    }

    private Component form(String number, DossierList list, LinkDossiers linkDossiers, Runnable changed) {
        ComboBox<DossierList.Row> other = new ComboBox<>(getTranslation("dossier.links.other"));
        other.setPageSize(CHOICES);
        other.setItems(query -> list.page(new DossierList.Filter(query.getFilter().orElse(null), null, null, null), query.getOffset(), query.getLimit())
                .stream());
        other.setItemLabelGenerator(row -> row.number() + " · " + row.subject());
        other.setRequiredIndicatorVisible(true);
        TextField reason = new TextField(getTranslation("dossier.links.reason"));
        reason.setRequiredIndicatorVisible(true);
        Button link = new Button(getTranslation("dossier.links.do"), click -> {
            try {
                linkDossiers.link(number, other.getValue() == null ? null : other.getValue().number(), reason.getValue());
                Answers.good(getTranslation("dossier.links.done"));
                changed.run();
            } catch (Refused refused) {
                Answers.refused(this, refused, Map.of("other", other, "reason", reason));
            }
        });
        link.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(other, reason, link);
        form.addClassName("dw-fields");
        return form;
    }
}
