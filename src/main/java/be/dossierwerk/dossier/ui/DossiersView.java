package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.DossierList.Filter;
import be.dossierwerk.dossier.DossierList.Order;
import be.dossierwerk.dossier.DossierList.Row;
import be.dossierwerk.dossier.TermWords;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.ui.CardGrid;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every dossier, newest first unless somebody sorts by another column. Search and filters stand in the address. */
@Route("dossiers")
@Menu(title = "menu.dossiers", order = 30)
@PermitAll
@StyleSheet("context://dossier.css")
class DossiersView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private record Place(Order order, int offset) { }

    private static final int PAGE = 25;
    private static final int NARROW_PIXELS = 700;
    private static final int SEARCH_DELAY_MILLIS = 400;
    private static final List<String> STATES = List.of("IN_BEHANDELING", "WACHT_OP_AANVRAGER", "GESLOTEN");

    private final transient DossierList list;
    private final TextField search = new TextField();
    private final Select<String> procedure = new Select<>();
    private final Select<String> state = new Select<>();
    private final Select<String> handler = new Select<>();
    private final Span found = new Span();
    private final CardGrid<Row> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private final Div empty = new Div();
    /** The last row before an offset: the next page starts from its key, not by counting rows. */
    private final transient Map<Place, Row> lastBefore = new HashMap<>();
    private transient Map<String, String> handlers = Map.of();
    private transient Filter filter = Filter.NONE;
    private boolean applying;

    DossiersView(DossierList list) {
        this.list = list;
        addClassName("dw-dossiers");
        setSizeFull();
        add(new H1(getTranslation("dossier.list.title")), makeFilters(), found, makeGrid());
        setFlexGrow(1, grid);
        found.getElement().setAttribute("role", "status");
        found.addClassName("dw-found");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dossier.list.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        handlers = list.handlers();
        List<String> procedures = list.procedures();
        filter = new Filter(query.getSingleParameter("q").orElse(null),
                query.getSingleParameter("procedure").filter(procedures::contains).orElse(null),
                query.getSingleParameter("toestand").filter(STATES::contains).orElse(null),
                query.getSingleParameter("behandelaar").filter(handlers::containsKey).orElse(null));
        applying = true;
        procedure.setItems(procedures);
        state.setItems(STATES);
        handler.setItems(handlers.keySet());
        search.setValue(filter.text() == null ? "" : filter.text());
        procedure.setValue(filter.procedure());
        state.setValue(filter.state());
        handler.setValue(filter.handler());
        applying = false;
        refresh();
    }

    private Component makeFilters() {
        search.setLabel(getTranslation("dossier.list.search"));
        search.setClearButtonVisible(true);
        search.addClassName("dw-dossiers-search");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY_MILLIS);
        search.addValueChangeListener(change -> {
            if (!applying) {
                filter = new Filter(change.getValue().isBlank() ? null : change.getValue(), filter.procedure(), filter.state(), filter.handler());
                // Replaced, not pushed: otherwise Back would walk through every letter.
                getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location("dossiers", query())));
                refresh();
            }
        });
        make(procedure, "dossier.column.procedure", code -> Words.of(this, "dossier.procedure.", code));
        make(state, "dossier.column.state", code -> Words.of(this, "dossier.state.", code));
        make(handler, "dossier.column.handler", id -> handlers.getOrDefault(id, id));
        procedure.addValueChangeListener(change -> changed(new Filter(filter.text(), change.getValue(), filter.state(), filter.handler())));
        state.addValueChangeListener(change -> changed(new Filter(filter.text(), filter.procedure(), change.getValue(), filter.handler())));
        handler.addValueChangeListener(change -> changed(new Filter(filter.text(), filter.procedure(), filter.state(), change.getValue())));
        Div filters = new Div(search, procedure, state, handler);
        filters.addClassName("dw-dossiers-filters");
        filters.getElement().setAttribute("role", "search");
        return filters;
    }

    private void make(Select<String> select, String label, com.vaadin.flow.component.ItemLabelGenerator<String> words) {
        select.setLabel(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("dossier.list.all"));
        select.setItemLabelGenerator(code -> code == null ? getTranslation("dossier.list.all") : words.apply(code));
    }

    private Component makeGrid() {
        grid.addClassName("dw-dossiers-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("dossier.list.title"));
        String badge = "<span class=\"dw-days dw-days-${item.tone}\" title=\"${item.why}\">${item.days}</span>";
        String days = "${item.account ? html`<a class=\"dw-days-link\" href=\"${item.account}\" aria-label=\"${item.accountOf}\">" + badge + "</a>` : html`"
                + badge + "`}";
        String number = "<a href=\"${item.href}\">${item.number}</a>";
        String state = "<span class=\"dw-state dw-state-${item.look}\">${item.state}</span>";
        String undertaking = "${item.subject}<span class=\"dw-note\">${item.enterprise}</span>";
        wide("number", lit(number + "<span class=\"dw-note\">${item.procedure}</span>"), "11.5rem", 0, DossierList.Column.NUMBER);
        wide("undertaking", lit(undertaking), null, 3, DossierList.Column.UNDERTAKING);
        wide("state", lit(state), "12.5rem", 0, DossierList.Column.STATE);
        wide("handler", lit("${item.handler}"), "9rem", 0, DossierList.Column.HANDLER);
        wide("received", lit("${item.received}"), "7.5rem", 0, DossierList.Column.RECEIVED);
        wide("left", lit(days), "10.5rem", 0, null);
        grid.cards(lit("<div class=\"dw-card\"><div class=\"dw-card-title\">" + number + " " + state + "</div><div>${item.subject}</div><div>"
                + days + "</div><div class=\"dw-note\">${item.handler}</div></div>"), getTranslation("dossier.list.title"));
        grid.setDataProvider(new CallbackDataProvider<Row, Void>(query -> page(order(query), query.getOffset(), query.getLimit()),
                query -> (int) list.count(filter), Row::number));
        grid.addItemDoubleClickListener(click -> getUI().ifPresent(ui -> ui.navigate("dossier/" + click.getItem().number())));
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        return grid;
    }

    private static Order order(Query<Row, Void> query) {
        return query.getSortOrders().stream().findFirst()
                .map(by -> new Order(DossierList.Column.valueOf(by.getSorted()), by.getDirection() == SortDirection.DESCENDING)).orElse(Order.NEWEST);
    }

    private Stream<Row> page(Order order, int offset, int limit) {
        Row after = lastBefore.get(new Place(order, offset));
        List<Row> rows = list.page(filter, order, after, after == null ? offset : 0, limit);
        if (!rows.isEmpty()) {
            lastBefore.put(new Place(order, offset + rows.size()), rows.get(rows.size() - 1));
        }
        return rows.stream();
    }

    private void wide(String key, LitRenderer<Row> renderer, String width, int grow, DossierList.Column by) {
        Grid.Column<Row> column = grid.addColumn(renderer).setHeader(getTranslation("dossier.column." + key)).setFlexGrow(grow);
        if (width != null) {
            column.setWidth(width);
        }
        if (by != null) {
            column.setSortProperty(by.name());
        }
    }

    private LitRenderer<Row> lit(String template) {
        return LitRenderer.<Row>of(template)
                .withProperty("number", Row::number)
                .withProperty("href", row -> "dossier/" + row.number())
                .withProperty("subject", Row::subject)
                .withProperty("enterprise", row -> EnterpriseNumber.isValid(row.enterpriseNumber()) ? EnterpriseNumber.format(row.enterpriseNumber()) : "")
                .withProperty("procedure", row -> Words.of(this, "dossier.procedure.", row.procedure()))
                .withProperty("state", row -> row.outcome() == null ? Words.of(this, "dossier.state.", row.state())
                        : Words.of(this, "dossier.outcome.", row.outcome()))
                .withProperty("look", row -> row.state().toLowerCase(java.util.Locale.ROOT))
                .withProperty("handler", row -> row.handlerName() == null ? getTranslation("dossier.handler.nobody") : row.handlerName())
                .withProperty("received", row -> Dates.table(row.receivedOn()))
                .withProperty("account", row -> row.term() == null ? null : DaysLeft.account(row.number(), row.term().rule()))
                .withProperty("accountOf", row -> DaysLeft.accountOf(this, TermWords.text(this, row.term())))
                .withProperty("tone", row -> TermWords.tone(row.term()))
                .withProperty("days", row -> row.term() == null ? "" : TermWords.text(this, row.term()))
                .withProperty("why", row -> row.term() == null ? "" : TermWords.explanation(this, row.term()));
    }

    private void changed(Filter wanted) {
        if (!applying) {
            filter = wanted;
            getUI().ifPresent(ui -> ui.navigate(DossiersView.class, query()));
        }
    }

    private QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "q", filter.text());
        put(query, "procedure", filter.procedure());
        put(query, "toestand", filter.state());
        put(query, "behandelaar", filter.handler());
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null && !value.isBlank()) {
            query.put(name, value);
        }
    }

    private void refresh() {
        lastBefore.clear();
        long count = list.count(filter);
        found.setText(count == 1 ? getTranslation("dossier.list.found-one") : getTranslation("dossier.list.found", String.valueOf(count)));
        empty.removeAll();
        boolean filtered = !filter.equals(Filter.NONE);
        empty.add(new Paragraph(getTranslation(filtered ? "dossier.list.empty-filtered" : "dossier.list.empty")));
        if (filtered) {
            empty.add(new Button(getTranslation("dossier.list.clear"), click -> changed(Filter.NONE)));
        }
        grid.getDataProvider().refreshAll();
    }
}
