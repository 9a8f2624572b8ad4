package be.dossierwerk.inbox.ui;

import be.dossierwerk.dossier.DossierSection;
import be.dossierwerk.inbox.OpenWork;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;

/** The open tasks of a dossier: what has to happen, by whom, and how long there is. */
@org.springframework.stereotype.Component
class OpenTasksSection implements DossierSection {

    private final OpenWork openWork;

    OpenTasksSection(OpenWork openWork) {
        this.openWork = openWork;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "inbox.section.title";
    }

    @Override
    public Component of(String dossier) {
        Div section = new Div();
        var rows = openWork.ofDossier(dossier);
        if (rows.isEmpty()) {
            section.add(new Paragraph(section.getTranslation("inbox.section.empty")));
            return section;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-tasklist");
        for (OpenWork.Row row : rows) {
            Anchor task = new PageLink("taak/" + row.taskId(), row.taskName());
            String who = row.isFree() ? row.groups().stream().map(Roles::name).sorted().collect(Collectors.joining(", ")) : row.assigneeName();
            list.add(new ListItem(task, new Span(" · " + who + " · "), TaskWords.badge(section, row)));
        }
        section.add(list);
        return section;
    }
}
