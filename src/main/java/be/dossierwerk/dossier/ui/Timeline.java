package be.dossierwerk.dossier.ui;

import be.dossierwerk.audit.AuditLog;
import be.dossierwerk.shared.Dates;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;

/** What happened, in plain sentences, by day, newest first. */
class Timeline extends Div {

    Timeline(List<AuditLog.Line> lines) {
        addClassName("dw-timeline");
        // A link to one act comes with its place behind the hash.
        addAttachListener(attach -> getElement().executeJs("const act = location.hash && document.getElementById(location.hash.slice(1)); act && act.scrollIntoView({block: 'center'})"));
        if (lines.isEmpty()) {
            add(new Paragraph(getTranslation("dossier.timeline.empty")));
        }
        LocalDate day = null;
        UnorderedList list = null;
        for (int i = lines.size() - 1; i >= 0; i--) {
            AuditLog.Line line = lines.get(i);
            LocalDate on = Moments.day(line.at());
            if (!on.equals(day)) {
                day = on;
                list = new UnorderedList();
                add(new H3(Dates.prose(on)), list);
            }
            list.add(item(line));
        }
    }

    private ListItem item(AuditLog.Line line) {
        Span time = new Span(Moments.time(line.at()));
        time.addClassName("dw-time");
        // Most sentences name the person themselves.
        String who = line.sentence().contains(line.actorName()) ? "" : line.actorName();
        String why = line.reason() == null || line.reason().isBlank() ? "" : getTranslation("dossier.timeline.because", line.reason());
        Span about = new Span(who.isEmpty() || why.isEmpty() ? who + why : who + ". " + why);
        about.addClassName("dw-note");
        Div what = new Div(new Span(line.sentence()), about);
        ListItem item = new ListItem(time, what);
        item.setId("handeling-" + line.seq());
        return item;
    }
}
