package be.dossierwerk.mining.ui;

import be.dossierwerk.dossier.Words;
import be.dossierwerk.mining.AnalyseProcedure;
import be.dossierwerk.mining.Analysis;
import be.dossierwerk.mining.Analysis.Element;
import be.dossierwerk.mining.AnalysisChoices;
import be.dossierwerk.mining.AnalysisChoices.Choices;
import be.dossierwerk.mining.Figure;
import be.dossierwerk.mining.Figure.Measure;
import be.dossierwerk.mining.Party;
import be.dossierwerk.mining.Selection;
import be.dossierwerk.mining.Selection.Period;
import be.dossierwerk.modeling.WeighedDiagram;
import be.dossierwerk.modeling.WeighedDiagram.Drawing;
import be.dossierwerk.modeling.WeighedDiagram.Weight;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A procedure as it was really walked: how often, how long, and who was to act. What is asked stands in the address; each number opens its dossiers. */
@Route("procesanalyse")
@Menu(title = "menu.mining", order = 91)
@RolesAllowed({Roles.AUDITOR, Roles.MANAGER, Roles.HEAD, Roles.TEAM_LEAD})
@StyleSheet("context://mining.css")
class AnalysisView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What the drawing shows. */
    enum Show { AANTAL, DAGEN, WIE }

    static final String SHOW = "toon";

    private static final int WAYS = 10;
    private static final int MORE_WAYS = 40;
    private static final int BACK = 15;
    private static final int LEVELS = 4;
    private static final Map<Party, String> LOOKS = new EnumMap<>(Map.of(Party.WIJ, "ours", Party.AANVRAGER, "applicant", Party.DERDE, "third", Party.NIEMAND, "nobody"));
    private static final Set<String> PEOPLE = Set.of("userTask", "manualTask", "receiveTask");

    private final transient AnalyseProcedure analyseProcedure;
    private final transient AnalysisChoices analysisChoices;
    private final Div body = new Div();
    private transient Selection selection;
    private transient Analysis analysis;
    private transient List<Drawing> drawings;
    private transient Show show = Show.AANTAL;

    AnalysisView(AnalyseProcedure analyseProcedure, AnalysisChoices analysisChoices) {
        this.analyseProcedure = analyseProcedure;
        this.analysisChoices = analysisChoices;
        addClassName("dw-mining");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, String> query = single(event.getLocation().getQueryParameters());
        selection = Selection.of(query, analysisChoices.usual());
        show = java.util.Arrays.stream(Show.values()).filter(each -> each.name().equalsIgnoreCase(query.get(SHOW))).findFirst().orElse(Show.AANTAL);
        draw();
    }

    static Map<String, String> single(QueryParameters query) {
        return query.getParameters().entrySet().stream().filter(each -> !each.getValue().isEmpty()).collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get(0)));
    }

    private void draw() {
        body.removeAll();
        List<String> procedures = analysisChoices.procedures();
        if (procedures.isEmpty()) {
            body.add(new Paragraph(text("no-dossiers")));
            return;
        }
        body.add(filters(procedures));
        analysis = analyseProcedure.analyse(selection);
        if (analysis.dossiers() == 0) {
            body.add(new Paragraph(text("nothing")));
            return;
        }
        drawings = analysisChoices.drawings(selection, analysis.elements().stream().map(Element::process).collect(Collectors.toSet()));
        body.add(large());
        if (!drawings.isEmpty()) {
            body.add(diagram());
        }
        elements();
        ways();
        again();
        body.add(definitions());
    }

    private Component filters(List<String> procedures) {
        Choices choices = analysisChoices.of(selection.procedure());
        Select<String> procedure = select("procedure", procedures, code -> Words.of(this, "dossier.procedure.", code), false, selection.procedure());
        procedure.addValueChangeListener(change -> go(new Selection(change.getValue(), selection.period(), selection.from(), selection.to(), null, null, null, null,
                selection.paused(), selection.overdue())));
        Select<Period> period = select("period", List.of(Period.values()), each -> text("period." + each), false, selection.period());
        period.addValueChangeListener(change -> go(with(change.getValue(), selection.from(), selection.to())));
        DateField from = day("from", selection.from());
        from.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                go(with(selection.period(), change.getValue(), selection.to()));
            }
        });
        DateField to = day("to", selection.to());
        to.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                go(with(selection.period(), selection.from(), change.getValue()));
            }
        });
        Div first = new Div(procedure, period, from, to);
        first.addClassName("dw-mining-filters");
        Map<String, String> versions = new LinkedHashMap<>();
        choices.versions().forEach(version -> versions.put(version.deployment(), text("version-of", Dates.prose(version.publishedAt().atZone(MovableClock.BRUSSELS).toLocalDate(), getLocale()))));
        Div more = new Div(
                narrowing("version", List.copyOf(versions.keySet()), versions::get, selection.version(), value -> narrowed(value, selection.outcome(), selection.role(), selection.source())),
                narrowing("outcome", choices.outcomes(), code -> Words.of(this, "dossier.outcome.", code), selection.outcome(),
                        value -> narrowed(selection.version(), value, selection.role(), selection.source())),
                narrowing("role", choices.roles(), Roles::name, selection.role(), value -> narrowed(selection.version(), selection.outcome(), value, selection.source())),
                narrowing("source", choices.sources(), code -> Words.of(this, "mining.source.", code), selection.source(),
                        value -> narrowed(selection.version(), selection.outcome(), selection.role(), value)),
                yesOrNo("paused", selection.paused(), value -> marked(value, selection.overdue())), yesOrNo("overdue", selection.overdue(), value -> marked(selection.paused(), value)));
        more.addClassName("dw-mining-filters");
        long asked = java.util.stream.Stream.of(selection.version(), selection.outcome(), selection.role(), selection.source(), selection.paused(), selection.overdue())
                .filter(each -> each != null).count();
        Details details = new Details(asked == 0 ? text("more-filters") : text("more-filters-on", asked), more);
        details.setOpened(asked > 0);
        Div filters = new Div(first, details);
        filters.getElement().setAttribute("role", "search");
        return filters;
    }

    private Selection with(Period period, LocalDate from, LocalDate to) {
        return new Selection(selection.procedure(), period, from, to.isBefore(from) ? from : to, selection.version(), selection.outcome(), selection.role(), selection.source(),
                selection.paused(), selection.overdue());
    }

    private Selection narrowed(String version, String outcome, String role, String source) {
        return new Selection(selection.procedure(), selection.period(), selection.from(), selection.to(), version, outcome, role, source, selection.paused(), selection.overdue());
    }

    private Selection marked(Boolean paused, Boolean overdue) {
        return new Selection(selection.procedure(), selection.period(), selection.from(), selection.to(), selection.version(), selection.outcome(), selection.role(), selection.source(),
                paused, overdue);
    }

    private Component narrowing(String key, List<String> items, ItemLabelGenerator<String> words, String value, Narrowed then) {
        Select<String> select = select(key, items, words, true, value != null && items.contains(value) ? value : null);
        select.addValueChangeListener(change -> go(then.apply(change.getValue())));
        return select;
    }

    private Component yesOrNo(String key, Boolean value, java.util.function.Function<Boolean, Selection> then) {
        Select<Boolean> select = select(key, List.of(true, false), each -> text(key + "." + each), true, value);
        select.addValueChangeListener(change -> go(then.apply(change.getValue())));
        return select;
    }

    /** The selection that follows from a choice. */
    private interface Narrowed {
        Selection apply(String value);
    }

    private <T> Select<T> select(String key, List<T> items, ItemLabelGenerator<T> words, boolean empty, T value) {
        Select<T> select = new Select<>();
        select.setLabel(text(key));
        select.setEmptySelectionAllowed(empty);
        select.setEmptySelectionCaption(text("all"));
        select.setItemLabelGenerator(item -> item == null ? text("all") : words.apply(item));
        select.setItems(items);
        select.setValue(value);
        return select;
    }

    private DateField day(String key, LocalDate value) {
        DateField field = new DateField(text(key));
        field.setValue(value);
        field.setRequired(true);
        return field;
    }

    private void go(Selection wanted) {
        getUI().ifPresent(ui -> ui.navigate(AnalysisView.class, QueryParameters.simple(query(wanted))));
    }

    private Map<String, String> query(Selection of) {
        Map<String, String> query = of.query();
        if (show != Show.AANTAL) {
            query.put(SHOW, show.name().toLowerCase(Locale.ROOT));
        }
        return query;
    }

    /** Three large figures: how many, how long, by whose waiting. */
    private Component large() {
        Div figures = new Div(large("dossiers", number(Figure.all(Measure.DOSSIERS), analysis.dossiers(), null)),
                large("median", number(Figure.all(Measure.MEDIAAN), analysis.medianDays(), text("days-of", numbers().of(analysis.medianDays())))), shares());
        figures.addClassName("dw-mining-large");
        return figures;
    }

    private Component large(String key, Component value) {
        Div figure = new Div(new Div(value), new Span(text("large." + key)));
        figure.addClassName("dw-mining-figure");
        return figure;
    }

    private Component shares() {
        Div bar = new Div();
        bar.addClassName("dw-mining-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        UnorderedList list = new UnorderedList();
        for (Party party : Party.values()) {
            long days = analysis.days().get(party);
            if (days > 0) {
                Div part = new Div();
                part.addClassNames("dw-mining-part", "dw-weight-" + LOOKS.get(party));
                part.getStyle().set("flex-grow", String.valueOf(days));
                bar.add(part);
            }
            Span sign = new Span();
            sign.addClassNames("dw-mining-sign", "dw-weight-" + LOOKS.get(party));
            sign.getElement().setAttribute("aria-hidden", "true");
            list.add(new ListItem(sign, new Span(text("party." + party)), number(Figure.all(Measure.valueOf(party.name())), days, text("days-of", numbers().of(days))),
                    new Span(text("share", numbers().share(days, analysis.total())))));
        }
        Div shares = new Div(new Span(text("large.days", numbers().of(analysis.total()))), bar, list);
        shares.addClassNames("dw-mining-figure", "dw-mining-shares");
        return shares;
    }

    private Component diagram() {
        RadioButtonGroup<Show> choice = new RadioButtonGroup<>();
        choice.setLabel(text("show"));
        choice.setItems(Show.values());
        choice.setItemLabelGenerator(each -> text("show." + each));
        choice.setValue(show);
        Div legend = new Div();
        legend.addClassName("dw-diagram-legend");
        WeighedDiagram diagram = new WeighedDiagram(drawings, legend, this::pick);
        explain(legend);
        diagram.show(weights());
        choice.addValueChangeListener(change -> {
            show = change.getValue();
            AddressBar.replace(this, new Location("procesanalyse", QueryParameters.simple(query(selection))));
            explain(legend);
            diagram.show(weights());
        });
        Div part = new Div(new H2(text("walked")), choice, diagram);
        part.addClassName("dw-mining-drawing");
        return part;
    }

    private void explain(Div legend) {
        legend.removeAll();
        if (show != Show.WIE) {
            legend.add(new Span(text("legend." + show)));
            return;
        }
        LOOKS.forEach((party, look) -> {
            Span sign = new Span();
            sign.addClassNames("dw-mining-sign", "dw-weight-" + look);
            sign.getElement().setAttribute("aria-hidden", "true");
            legend.add(new Span(sign, new Span(text("legend.party", text("letter." + party), text("party." + party)))));
        });
        legend.add(new Span(text("legend.WIE")));
    }

    private Map<String, Map<String, Weight>> weights() {
        long most = analysis.elements().stream().filter(element -> !element.kind().equals("callActivity")).mapToLong(this::weight).max().orElse(0);
        Map<String, Map<String, Weight>> weights = new LinkedHashMap<>();
        for (Element element : analysis.elements()) {
            long weight = weight(element);
            if (weight > 0) {
                int level = most == 0 ? 0 : (int) Math.min(LEVELS, 1 + (LEVELS - 1) * weight / most);
                weights.computeIfAbsent(element.process(), process -> new LinkedHashMap<>()).put(element.element(), show == Show.AANTAL
                        ? new Weight(numbers().of(weight), "plain", level) : show == Show.DAGEN ? new Weight(text("badge.days", numbers().of(weight)), "plain", level) : longest(element, level));
            }
        }
        return weights;
    }

    private long weight(Element element) {
        return show == Show.AANTAL ? element.times() : element.total();
    }

    private Weight longest(Element element, int level) {
        Party party = element.days().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        return new Weight(text("badge.party", text("letter." + party), numbers().of(element.days().get(party))), LOOKS.get(party), level);
    }

    /** The row of an element that was clicked in the drawing comes into sight. */
    private void pick(String key) {
        getElement().executeJs("const row = this.querySelector('[data-element=\"' + CSS.escape($0) + '\"]'); if (row) { const around = row.closest('vaadin-details'); "
                + "if (around) { around.opened = true; } row.scrollIntoView({block: 'center'}); row.querySelector('a')?.focus(); }", key);
    }

    private void elements() {
        Comparator<Element> order = Comparator.<Element>comparingLong(element -> -element.total()).thenComparing(element -> -element.times()).thenComparing(Element::key);
        List<Element> people = analysis.elements().stream().filter(AnalysisView::isWaitedAt).sorted(order).toList();
        List<Element> other = analysis.elements().stream().filter(element -> !isWaitedAt(element)).sorted(order).toList();
        body.add(new H2(text("elements")), new Paragraph(text("elements-words")), table(text("elements"), people));
        if (!other.isEmpty()) {
            Details details = new Details(text("elements-other", other.size()), table(text("elements-other", other.size()), other));
            details.addClassName("dw-mining-other");
            body.add(details);
        }
        Anchor csv = new Anchor(ElementsPage.PATH + "?" + QueryParameters.simple(selection.query()).getQueryString(), text("csv"));
        csv.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
        body.add(new Paragraph(csv));
    }

    private static boolean isWaitedAt(Element element) {
        return PEOPLE.contains(element.kind()) || element.kind().startsWith("boundary") || element.kind().startsWith("intermediate") && !element.kind().contains("Throw");
    }

    private Component table(String label, List<Element> elements) {
        CardTable table = new CardTable(label, List.of(text("step"), text("column.times"), text("column.dossiers"), text("column.duration"), text("column.days"), text("column.who")));
        table.addClassName("dw-mining-table");
        for (Element element : elements) {
            Div who = new Div();
            element.days().forEach((party, days) -> {
                if (days > 0) {
                    who.add(new Div(new Span(text("party." + party)), number(element.figure(Measure.valueOf(party.name())), days, null)));
                }
            });
            table.row(name(element.key(), element.name()), number(element.figure(Measure.KEER), element.times(), null), number(element.figure(Measure.DOSSIERS), element.dossiers(), null),
                    new Div(new Div(number(element.figure(Measure.MEDIAAN), element.median(), text("days-of", numbers().of(element.median())))),
                            new Div(new Span(text("ninety")), number(element.figure(Measure.P90), element.ninety(), text("days-of", numbers().of(element.ninety()))))),
                    number(element.figure(Measure.DAGEN), element.total(), null), who).getElement().setAttribute("data-element", element.key());
        }
        return table;
    }

    /** With the building block that it stands in, and whether the drawn version still has it. */
    private Component name(String key, String name) {
        Div cell = new Div(new Span(name));
        String process = key.substring(0, key.indexOf('#'));
        drawings.stream().filter(drawing -> drawing.process().equals(process)).findFirst().ifPresent(drawing -> {
            if (!process.equals(selection.procedure())) {
                cell.add(note(drawing.name()));
            }
        });
        if (drawings.stream().noneMatch(drawing -> drawing.process().equals(process) && drawing.elements().contains(key.substring(key.indexOf('#') + 1)))) {
            cell.add(note(text("gone")));
        }
        return cell;
    }

    private void ways() {
        body.add(new H2(text("ways")), new Paragraph(text("ways-words", numbers().of(analysis.ways().size()))));
        CardTable table = new CardTable(text("ways"), List.of(text("way"), text("column.dossiers"), text("column.share"), text("column.median")));
        table.addClassName("dw-mining-table");
        body.add(table);
        Button more = new Button(text("ways-more"));
        int[] shown = new int[2];
        Runnable add = () -> {
            int to = Math.min(analysis.ways().size(), shown[0] == 0 ? WAYS : shown[0] + MORE_WAYS);
            for (Analysis.Way way : analysis.ways().subList(shown[0], to)) {
                shown[1] += way.dossiers();
                table.row(steps(way.steps()), number(way.figure(Measure.DOSSIERS), way.dossiers(), null),
                        CardTable.text(text("share-together", numbers().share(way.dossiers(), analysis.dossiers()), numbers().share(shown[1], analysis.dossiers()))),
                        number(way.figure(Measure.MEDIAAN), way.median(), text("days-of", numbers().of(way.median()))));
            }
            shown[0] = to;
            more.setVisible(to < analysis.ways().size());
        };
        more.addClickListener(click -> add.run());
        add.run();
        body.add(more);
    }

    private Component steps(List<String> keys) {
        if (keys.isEmpty()) {
            return new Span(text("no-steps"));
        }
        OrderedList list = new OrderedList();
        list.addClassName("dw-mining-way");
        keys.forEach(key -> list.add(new ListItem(analysis.names().getOrDefault(key, key))));
        return list;
    }

    private void again() {
        body.add(new H2(text("again")));
        if (analysis.loops().isEmpty()) {
            body.add(new Paragraph(text("again-none")));
            return;
        }
        body.add(new Paragraph(text("again-words")));
        CardTable loops = new CardTable(text("again"), List.of(text("step"), text("column.dossiers"), text("column.again"), text("column.days-again")));
        loops.addClassName("dw-mining-table");
        analysis.loops().forEach(loop -> loops.row(name(loop.step(), analysis.names().get(loop.step())), number(loop.figure(Measure.DOSSIERS), loop.dossiers(), null),
                number(loop.figure(Measure.KEER), loop.times(), null), number(loop.figure(Measure.DAGEN), loop.days(), null)));
        body.add(loops);
        if (analysis.back().isEmpty()) {
            return;
        }
        body.add(new H2(text("back")), new Paragraph(text("back-words")));
        CardTable back = new CardTable(text("back"), List.of(text("back-from"), text("back-to"), text("column.dossiers"), text("column.again"), text("column.days-again")));
        back.addClassName("dw-mining-table");
        analysis.back().stream().limit(BACK).forEach(way -> back.row(name(way.from(), analysis.names().get(way.from())), name(way.to(), analysis.names().get(way.to())),
                number(way.figure(Measure.DOSSIERS), way.dossiers(), null), number(way.figure(Measure.KEER), way.times(), null), number(way.figure(Measure.DAGEN), way.days(), null)));
        body.add(back);
        if (analysis.back().size() > BACK) {
            body.add(new Paragraph(text("back-first", BACK, analysis.back().size())));
        }
    }

    private Component definitions() {
        DescriptionList list = new DescriptionList();
        for (String key : List.of("dossier", "times", "duration", "days", "who", "nobody", "way", "again", "version")) {
            list.add(new DescriptionList.Term(text("means." + key)), new DescriptionList.Description(text("means." + key + ".words")));
        }
        return new Details(text("means"), list);
    }

    /** A link to the dossiers behind a number; {@code words}: null for the number alone. */
    private Component number(Figure figure, double value, String words) {
        String said = words == null ? numbers().of(value) : words;
        if (value == 0 && figure.measure() != Measure.MEDIAAN && figure.measure() != Measure.P90) {
            return new Span(said);
        }
        Map<String, String> query = query(selection);
        query.put(BehindView.FIGURE, figure.toString());
        Anchor link = new PageLink(BehindView.ROUTE + "?" + QueryParameters.simple(query).getQueryString(), said);
        link.getElement().setAttribute("data-value", String.valueOf(value));
        link.addClassName("dw-mining-number");
        return link;
    }

    private static Component note(String text) {
        Div note = new Div(text);
        note.addClassName("dw-mining-note");
        return note;
    }

    private Numbers numbers() {
        return Numbers.in(getLocale());
    }

    private String text(String key, Object... args) {
        return getTranslation("mining." + key, args);
    }
}
