package be.dossierwerk.dossier;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The dossier in short, to stand beside the form of a task: facts, documents to open, and what happened last. */
@org.springframework.stereotype.Component
public class DossierBeside {

    private static final int LAST_LINES = 10;

    private final ShowDossier showDossier;

    DossierBeside(ShowDossier showDossier) {
        this.showDossier = showDossier;
    }

    /** Says why when the acting person may not see the dossier. */
    public Component of(String number) {
        Panel panel = new Panel();
        panel.addClassName("dw-beside");
        try {
            ShowDossier.Sheet sheet = showDossier.show(number);
            panel.add(new H2(panel.getTranslation("dossier.beside.facts")), facts(panel, sheet),
                    new H2(panel.getTranslation("dossier.part.documents")), documents(panel, sheet),
                    new H2(panel.getTranslation("dossier.beside.timeline")), timeline(panel, sheet.timeline()));
            Anchor all = new PageLink("dossier/" + number + "?deel=tijdlijn", panel.getTranslation("dossier.beside.all"));
            panel.add(all);
        } catch (Refused refused) {
            panel.add(new Paragraph(panel.getTranslation(refused.key(), refused.args())));
        }
        return panel;
    }

    private static Component facts(Component on, ShowDossier.Sheet sheet) {
        Dossiers.Details details = sheet.details();
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        fact(list, on, "dossier.column.state", details.outcome() == null ? Words.of(on, "dossier.state.", details.state())
                : Words.of(on, "dossier.outcome.", details.outcome()));
        fact(list, on, "dossier.fact.enterprise", EnterpriseNumber.isValid(details.enterpriseNumber())
                ? EnterpriseNumber.format(details.enterpriseNumber()) : details.enterpriseNumber());
        fact(list, on, "dossier.fact.municipality", details.municipality());
        fact(list, on, "dossier.fact.received", Dates.prose(details.receivedOn()));
        fact(list, on, "dossier.column.handler", details.handlerName());
        if (sheet.mainTerm() != null) {
            list.add(new DescriptionList.Term(sheet.mainTerm().name()), new DescriptionList.Description(TermWords.badge(on, sheet.mainTerm())));
        }
        return list;
    }

    private static void fact(DescriptionList list, Component on, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(on.getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private static Component documents(Component on, ShowDossier.Sheet sheet) {
        if (sheet.documents().isEmpty()) {
            return new Paragraph(on.getTranslation("dossier.documents.empty"));
        }
        UnorderedList list = new UnorderedList();
        for (Dossiers.Document document : sheet.documents()) {
            Anchor open = new Anchor("documenten/" + document.id(), document.title());
            open.setTarget("_blank");
            open.setRouterIgnore(true);
            open.setTitle(on.getTranslation("dossier.documents.open"));
            Span about = new Span(Words.of(on, "dossier.kind.", document.kind()) + (document.dated() == null ? "" : " · " + Dates.table(document.dated())));
            about.addClassName("dw-note");
            list.add(new ListItem(open, about));
        }
        return list;
    }

    private static Component timeline(Component on, List<AuditLog.Line> lines) {
        if (lines.isEmpty()) {
            return new Paragraph(on.getTranslation("dossier.timeline.empty"));
        }
        UnorderedList list = new UnorderedList();
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - LAST_LINES); i--) {
            Span day = new Span(Dates.prose(lines.get(i).at().atZone(MovableClock.BRUSSELS).toLocalDate()));
            day.addClassName("dw-note");
            list.add(new ListItem(new Span(lines.get(i).sentence()), day));
        }
        return list;
    }

    /** Brings its looks along, wherever it stands. */
    @StyleSheet("context://dossier.css")
    private static final class Panel extends Div { }
}
