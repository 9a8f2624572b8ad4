package be.dossierwerk.procedurechange.ui;

import be.dossierwerk.modeling.DiagramComparison;
import be.dossierwerk.modeling.DiagramComparison.Mark;
import be.dossierwerk.procedurechange.ChangePanel;
import be.dossierwerk.procedurechange.CompareProposal;
import be.dossierwerk.procedurechange.CompareProposal.OfFile;
import be.dossierwerk.procedurechange.CompareProposal.Said;
import be.dossierwerk.procedurechange.Difference.Kind;
import be.dossierwerk.procedurechange.Proposal;
import be.dossierwerk.procedurechange.ShowComparison;
import be.dossierwerk.procedurechange.ShowComparison.Marks;
import be.dossierwerk.procedurechange.ShowComparison.Side;
import be.dossierwerk.procedurechange.ShowComparison.Sides;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a change does, file by file: in sentences, and the two versions beside each other. */
@org.springframework.stereotype.Component
class ComparisonPanel implements ChangePanel {

    private final CompareProposal compare;
    private final ShowComparison show;

    ComparisonPanel(CompareProposal compare, ShowComparison show) {
        this.compare = compare;
        this.show = show;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String title() {
        return "procedurechange.compare";
    }

    @Override
    public Component of(Proposal proposal) {
        Div panel = new Div();
        panel.addClassName("dw-compare");
        UI.getCurrent().getPage().addStyleSheet("context://procedurechange-compare.css");
        List<OfFile> files = compare.compare(proposal, locale());
        if (files.isEmpty()) {
            panel.add(new Paragraph(say("procedurechange.compare.none")));
        }
        files.forEach(file -> panel.add(section(proposal, file)));
        return panel;
    }

    private Component section(Proposal proposal, OfFile file) {
        Section section = new Section(new H3(file.title()));
        section.getElement().setAttribute("aria-label", file.title());
        if (file.said().isEmpty()) {
            section.add(new Paragraph(say("procedurechange.compare.spelling")));
            return section;
        }
        if (file.file().endsWith(".bpmn")) {
            diagram(proposal, file, section);
        } else {
            UnorderedList list = list();
            file.said().forEach(said -> list.add(new ListItem(words(said))));
            section.add(list);
            if (file.file().endsWith(".dmn")) {
                section.add(tables(proposal, file));
            }
        }
        return section;
    }

    private void diagram(Proposal proposal, OfFile file, Section section) {
        Marks marks = show.marks(proposal, file.file());
        Map<String, List<ListItem>> items = new LinkedHashMap<>();
        List<ListItem> chosen = new ArrayList<>();
        DiagramComparison drawings = new DiagramComparison(file.title(), proposal.published().text(file.file()).orElse(""), proposal.proposed().text(file.file()).orElse(""),
                marks(marks.before()), marks(marks.after()), element -> choose(items.getOrDefault(element, List.of()), chosen));
        UnorderedList list = list();
        for (Said said : file.said()) {
            ListItem item = new ListItem();
            if (said.elements().isEmpty()) {
                item.add(words(said));
            } else {
                NativeButton button = new NativeButton("", click -> {
                    choose(List.of(item), chosen);
                    drawings.select(said.elements().get(0));
                });
                button.addClassName("dw-compare-sentence");
                button.add(words(said));
                item.add(button);
                said.elements().forEach(element -> items.computeIfAbsent(element, id -> new ArrayList<>()).add(item));
            }
            list.add(item);
        }
        section.add(list, drawings);
    }

    private static void choose(List<ListItem> items, List<ListItem> chosen) {
        chosen.forEach(item -> item.getElement().removeAttribute("aria-current"));
        chosen.clear();
        items.forEach(item -> item.getElement().setAttribute("aria-current", "true"));
        chosen.addAll(items);
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassName("dw-compare-list");
        return list;
    }

    private Component words(Said said) {
        Span line = new Span(DiagramComparison.sign(mark(said.kind()), say("procedurechange.compare.kind." + mark(said.kind()))), new Span(said.text()));
        line.addClassName("dw-compare-line");
        return line;
    }

    private Component tables(Proposal proposal, OfFile file) {
        Sides sides = show.tables(proposal, file.file(), locale());
        Div both = new Div();
        both.addClassName("dw-compare-tables");
        Stream.of(Map.entry("procedurechange.compare.before", sides.before()), Map.entry("procedurechange.compare.after", sides.after()))
                .filter(side -> !side.getValue().columns().isEmpty()).forEach(side -> both.add(new H4(say(side.getKey())), table(file.title() + ", " + say(side.getKey()), side.getValue())));
        return both;
    }

    private Component table(String label, Side side) {
        List<String> heads = new ArrayList<>(List.of(say("procedurechange.compare.rule")));
        side.columns().forEach(column -> heads.add(column.kind() == null ? column.text() : column.text() + " (" + say("procedurechange.compare.kind." + mark(column.kind())) + ")"));
        CardTable table = new CardTable(label, heads);
        side.rows().forEach(row -> {
            List<Component> cells = new ArrayList<>();
            cells.add(row.kind() == null ? CardTable.text(String.valueOf(row.number())) : new Span(CardTable.text(row.number() + " "),
                    DiagramComparison.sign(mark(row.kind()), say("procedurechange.compare.kind." + mark(row.kind())))));
            row.cells().forEach(cell -> {
                if (cell.kind() == null) {
                    cells.add(CardTable.text(cell.text()));
                } else {
                    Span marked = new Span(DiagramComparison.sign(Mark.CHANGED, say("procedurechange.compare.kind.CHANGED")), new Span(cell.text()));
                    marked.addClassName("dw-compare-cell");
                    cells.add(marked);
                }
            });
            NativeTableRow line = table.row(cells.toArray(Component[]::new));
            if (row.kind() != null) {
                line.addClassName("dw-compare-" + mark(row.kind()).name().toLowerCase(Locale.ROOT));
            }
        });
        Div wide = new Div(table);
        wide.addClassName("dw-compare-wide");
        wide.getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", label);
        return wide;
    }

    private static Map<String, Mark> marks(Map<String, Kind> kinds) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        kinds.forEach((element, kind) -> marks.put(element, mark(kind)));
        return marks;
    }

    private static Mark mark(Kind kind) {
        return switch (kind) {
            case ADDED -> Mark.ADDED;
            case REMOVED -> Mark.REMOVED;
            case MOVED -> Mark.MOVED;
            case CHANGED, RECONNECTED -> Mark.CHANGED;
        };
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String say(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }
}
