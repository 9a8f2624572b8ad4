package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.engine.DiagramFinding;
import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.lint.FindingPlaces;
import be.dossierwerk.lint.FindingWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** What the check found, in sentences: what blocks first. The name of a place leads to it. */
@StyleSheet("context://findings.css")
class FindingsList extends Div {

    private final transient Consumer<DiagramFinding> chosen;
    private final boolean withFile;

    /** {@code withFile}: also names the diagram, table or form, where more than one is checked. */
    FindingsList(boolean withFile, Consumer<DiagramFinding> chosen) {
        this.chosen = chosen;
        this.withFile = withFile;
        addClassName("dw-findings");
    }

    void show(DiagramSet set, List<DiagramFinding> findings) {
        removeAll();
        List<DiagramFinding> blocking = findings.stream().filter(DiagramFinding::blocks).toList();
        List<DiagramFinding> warnings = findings.stream().filter(finding -> !finding.blocks()).toList();
        Paragraph count = new Paragraph(getTranslation(findings.isEmpty() ? "procedurechange.check.none" : blocking.isEmpty()
                ? "procedurechange.check.count-warnings" : warnings.isEmpty() ? "procedurechange.check.count-blocking" : "procedurechange.check.count",
                blocking.size(), warnings.size()));
        count.addClassName(blocking.isEmpty() ? "dw-findings-good" : "dw-findings-bad");
        count.getElement().setAttribute("role", "status");
        add(count);
        FindingPlaces places = new FindingPlaces(set);
        part("procedurechange.check.blocking", blocking, places);
        part("procedurechange.check.warnings", warnings, places);
    }

    private void part(String title, List<DiagramFinding> findings, FindingPlaces places) {
        if (findings.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        findings.forEach(finding -> list.add(item(finding, places)));
        add(new H3(getTranslation(title)), list);
    }

    private ListItem item(DiagramFinding finding, FindingPlaces places) {
        String file = places.file(finding.file());
        String place = places.element(finding).orElse(file);
        Button to = new Button(place, click -> chosen.accept(finding));
        to.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        to.setAriaLabel(getTranslation("procedurechange.check.to", place, file));
        Component where = to;
        if (withFile && !place.equals(file)) {
            Span in = new Span(getTranslation("procedurechange.check.in", file));
            in.addClassName("dw-finding-file");
            where = new Span(to, in);
        }
        ListItem item = new ListItem(where, new Paragraph(FindingWords.of(finding, getLocale())));
        item.setClassName("dw-finding-blocks", finding.blocks());
        return item;
    }
}
