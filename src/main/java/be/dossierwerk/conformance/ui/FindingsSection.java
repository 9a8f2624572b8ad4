package be.dossierwerk.conformance.ui;

import be.dossierwerk.conformance.ShowFindings;
import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What deviates in this dossier and is not settled, for who may see findings. */
@org.springframework.stereotype.Component
class FindingsSection implements DossierSection {

    private final ShowFindings findings;

    FindingsSection(ShowFindings findings) {
        this.findings = findings;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public String title() {
        return "conformance.section.findings";
    }

    @Override
    public boolean shows(String dossier) {
        return findings.anyRunning(dossier);
    }

    @Override
    public Component of(String dossier) {
        UnorderedList list = new UnorderedList();
        findings.running(dossier).forEach(row -> {
            Anchor link = new PageLink(FindingView.PATH + "/" + row.id(), row.normName());
            list.add(new ListItem(link, new Paragraph(row.sentence()), new Span(list.getTranslation("conformance.screen.status." + row.status()))));
        });
        return new Div(list);
    }
}
