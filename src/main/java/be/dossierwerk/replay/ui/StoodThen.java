package be.dossierwerk.replay.ui;

import be.dossierwerk.replay.RecordedRows;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stood in the dossier at a moment: open tasks and who had them, facts, documents; everything else under one fold. */
class StoodThen extends Div {

    /** Told apart from the facts. */
    private static final List<String> ELSEWHERE = List.of("inbox_row", "inbox_done", "document", "term", "term_entry", "step");
    /** In this order; what is not named comes behind. */
    private static final List<String> FIRST = List.of("dossier", "party", "request", "recognition", "completeness", "missing_item", "hearing", "besluit", "note", "letter");

    private final FactWords words;
    private final String dossier;

    StoodThen(FactWords words, String dossier, RecordedRows rows) {
        this.words = words;
        this.dossier = dossier;
        addClassName("dw-life-then");
        add(part("replay.tasks", tasks(rows)), part("replay.documents", documents(rows)), part("replay.stood", facts(rows)), everything(rows));
    }

    private Component part(String title, Component content) {
        Div part = new Div(new H2(getTranslation(title)), content);
        part.addClassName("dw-life-part");
        return part;
    }

    private Component tasks(RecordedRows rows) {
        List<Map<String, Object>> open = rows.rows("inbox_row");
        if (open.isEmpty()) {
            return new Paragraph(getTranslation("replay.tasks.none"));
        }
        UnorderedList list = new UnorderedList();
        for (Map<String, Object> task : open) {
            Span who = new Span(task.get("assignee") != null ? getTranslation("replay.tasks.of", task.get("assignee_name") == null ? words.person(task.get("assignee").toString()) : task.get("assignee_name"))
                    : getTranslation("replay.tasks.free", words.value("inbox_row", "groups", task.get("groups"))));
            who.addClassName("dw-note");
            list.add(new ListItem(new Span(String.valueOf(task.get("task_name"))), who));
        }
        return list;
    }

    private Component documents(RecordedRows rows) {
        List<Map<String, Object>> documents = rows.rows("document");
        if (documents.isEmpty()) {
            return new Paragraph(getTranslation("replay.documents.none"));
        }
        UnorderedList list = new UnorderedList();
        for (Map<String, Object> document : documents) {
            Anchor link = new PageLink("dossier/" + dossier + "?deel=documenten&document=" + document.get("id"), String.valueOf(document.get("title")));
            Span note = new Span(words.value("document", "added_at", document.get("added_at")));
            note.addClassName("dw-note");
            list.add(new ListItem(link, note));
        }
        return list;
    }

    private Component facts(RecordedRows rows) {
        Div all = new Div();
        List<String> tables = new ArrayList<>(FIRST);
        rows.tables().stream().filter(table -> !FIRST.contains(table) && !ELSEWHERE.contains(table)).forEach(tables::add);
        for (String table : tables) {
            List<DescriptionList> lists = rows.rows(table).stream().map(row -> facts(table, row)).filter(list -> list.getChildren().findAny().isPresent()).toList();
            if (!lists.isEmpty()) {
                all.add(new H3(words.table(table)));
                lists.forEach(all::add);
            }
        }
        return all;
    }

    private DescriptionList facts(String table, Map<String, Object> row) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        row.forEach((column, value) -> words.column(table, column).filter(name -> value != null && !value.toString().isBlank()).ifPresent(name ->
                list.add(new DescriptionList.Term(name), new DescriptionList.Description(words.value(table, column, value)))));
        return list;
    }

    private Component everything(RecordedRows rows) {
        Details all = new Details(getTranslation("replay.all-fields"));
        all.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && all.getContent().findAny().isEmpty()) {
                CardTable table = new CardTable(getTranslation("replay.all-fields"), List.of(getTranslation("replay.column.fact"), getTranslation("replay.column.value")));
                rows.tables().forEach(name -> rows.rows(name).forEach(row -> row.forEach((column, value) -> table.row(name + "." + column, value == null ? "" : value.toString()))));
                all.add(table);
            }
        });
        return all;
    }
}
