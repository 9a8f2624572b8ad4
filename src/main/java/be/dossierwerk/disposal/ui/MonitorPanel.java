package be.dossierwerk.disposal.ui;

import be.dossierwerk.disposal.DisposalMonitor;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.TextStyle;
import java.util.List;

/** Whether what may go does go: by month, the longest overdue, and the declaration of each year to save. */
class MonitorPanel extends Div {

    MonitorPanel(DisposalMonitor monitor) {
        Paragraph oldest = new Paragraph();
        monitor.oldest().ifPresentOrElse(due -> oldest.add(new Span(text("oldest", Dates.prose(due.dueOn(), getLocale())) + " "), DisposalWords.link(due.number())),
                () -> oldest.setText(text("none")));
        CardTable table = new CardTable(text("months"), List.of(text("month"), text("due"), text("destroyed")));
        monitor.months().forEach(month -> table.row(month.month().getMonth().getDisplayName(TextStyle.FULL, getLocale()) + " " + month.month().getYear(),
                String.valueOf(month.due()), String.valueOf(month.destroyed())));
        UnorderedList years = new UnorderedList();
        monitor.years().forEach(year -> {
            Anchor save = new Anchor("bewaring/vernietigd-" + year + ".csv", text("declaration", String.valueOf(year)));
            save.getElement().setAttribute("download", true);
            years.add(new ListItem(save));
        });
        Section declarations = new Section(new H2(text("declarations")));
        declarations.add(monitor.years().isEmpty() ? new Paragraph(text("declarations.none")) : years);
        add(oldest, new Section(new H2(text("months")), table), declarations);
    }

    private String text(String key, Object... args) {
        return getTranslation("disposal.monitor." + key, args);
    }
}
