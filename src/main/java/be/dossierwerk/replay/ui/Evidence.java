package be.dossierwerk.replay.ui;

import be.dossierwerk.audit.AuditLog.Change;
import be.dossierwerk.replay.Life.Entry;
import be.dossierwerk.replay.Life.Moment;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What proves a moment: its entries with number and hash, who did it and on whose authority, what each field was and became, and the documents. */
class Evidence extends Div {

    private final FactWords words;
    private final String dossier;

    Evidence(FactWords words, String dossier, Moment moment) {
        this.words = words;
        this.dossier = dossier;
        addClassName("dw-life-evidence");
        moment.entries().forEach(entry -> add(entry(entry)));
        List<Change> changes = moment.changes();
        if (!changes.isEmpty()) {
            add(new H3(getTranslation("replay.changes")), table(changes, false), documents(changes));
            Details all = new Details(getTranslation("replay.all-fields"));
            all.addOpenedChangeListener(opened -> {
                if (opened.isOpened() && all.getContent().findAny().isEmpty()) {
                    all.add(table(changes, true));
                }
            });
            add(all);
        }
    }

    private Component entry(Entry entry) {
        Div block = new Div();
        block.addClassName("dw-block");
        block.add(new Paragraph(entry.isAct() ? entry.sentence() : getTranslation("replay.facts")));
        if (entry.reason() != null && !entry.reason().isBlank()) {
            block.add(note(getTranslation("replay.reason", entry.reason())));
        }
        String roles = words.roles(entry.roles() == null ? "" : entry.roles());
        String who = words.person(entry.actor());
        block.add(note(roles.isEmpty() ? getTranslation("replay.by", who) : getTranslation("replay.by-as", who, roles)));
        if (entry.application() != null) {
            block.add(note(getTranslation("replay.outside", entry.application())));
        }
        Span hash = new Span(entry.hash());
        hash.addClassName("dw-life-hash");
        Paragraph number = note(getTranslation("replay.entry", String.valueOf(entry.seq()), words.moment(entry.at())) + " ");
        number.add(hash);
        block.add(number);
        return block;
    }

    private Component table(List<Change> changes, boolean all) {
        List<String[]> rows = new ArrayList<>();
        for (Change change : changes) {
            Map<String, Object> before = change.before() == null ? Map.of() : change.before();
            Map<String, Object> after = change.after() == null ? Map.of() : change.after();
            Set<String> columns = new LinkedHashSet<>(new TreeSet<>(before.keySet()));
            columns.addAll(new TreeSet<>(after.keySet()));
            for (String column : columns) {
                var known = words.column(change.table(), column);
                boolean nothing = before.get(column) == null && after.get(column) == null;
                if (all || known.isPresent() && !nothing) {
                    rows.add(new String[] {words.table(change.table()) + ": " + (all ? change.table() + "." + column : known.get()),
                            change.before() == null ? getTranslation("replay.not-there") : raw(change.table(), column, before.get(column), all),
                            change.after() == null ? getTranslation("replay.gone") : raw(change.table(), column, after.get(column), all)});
                }
            }
        }
        if (rows.isEmpty()) {
            return new Paragraph(getTranslation("replay.no-calm-changes"));
        }
        CardTable table = new CardTable(getTranslation(all ? "replay.all-fields" : "replay.changes"),
                List.of(getTranslation("replay.column.fact"), getTranslation("replay.column.before"), getTranslation("replay.column.after")));
        rows.forEach(row -> table.row(row[0], row[1], row[2]));
        return table;
    }

    private String raw(String table, String column, Object value, boolean all) {
        return all && value != null ? value.toString() : words.value(table, column, value);
    }

    private Component documents(List<Change> changes) {
        UnorderedList list = new UnorderedList();
        changes.stream().filter(change -> change.table().equals("document") && change.after() != null && change.after().get("title") != null).forEach(change -> {
            Anchor link = new PageLink("dossier/" + dossier + "?deel=documenten&document=" + change.key().get("id"), change.after().get("title").toString());
            list.add(new ListItem(link));
        });
        return list.getChildren().findAny().isEmpty() ? new Div() : new Div(new H3(getTranslation("replay.documents")), list);
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("dw-note");
        return note;
    }
}
