package be.dossierwerk.recognition.ui;

import be.dossierwerk.recognition.RecognisedUndertakings;
import be.dossierwerk.recognition.RecognisedUndertakings.Entry;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardGrid;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The register of recognised undertakings. What is searched stands in the address. */
@Route("register")
@Menu(title = "menu.register", order = 40)
@PermitAll
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
class RegisterView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int NARROW_PIXELS = 700;
    private static final int SEARCH_DELAY_MILLIS = 400;

    private final transient RecognisedUndertakings undertakings;

    private final TextField search = new TextField();
    private final TextField place = new TextField();
    private final Select<String> status = new Select<>();
    private final CardGrid<Entry> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private final Div empty = new Div();
    private boolean applying;

    RegisterView(RecognisedUndertakings undertakings) {
        this.undertakings = undertakings;
        addClassName("dw-register");
        setSizeFull();
        add(new H1(getPageTitle()), makeFilters(), makeGrid());
        setFlexGrow(1, grid);
    }

    @Override
    public String getPageTitle() {
        return text("register.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        applying = true;
        search.setValue(query.getSingleParameter("q").orElse(""));
        place.setValue(query.getSingleParameter("gemeente").orElse(""));
        status.setValue(query.getSingleParameter("status").filter(undertakings.statuses()::contains).orElse(null));
        applying = false;
        refresh();
    }

    private Component makeFilters() {
        search.setLabel(text("register.search"));
        search.addClassName("dw-register-search");
        place.setLabel(text("register.place"));
        for (TextField field : List.of(search, place)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(SEARCH_DELAY_MILLIS);
            // Replaced, not pushed: otherwise Back would walk through every letter.
            field.addValueChangeListener(change -> changed());
        }
        status.setLabel(text("register.status"));
        status.setItems(undertakings.statuses());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(text("register.all"));
        status.setItemLabelGenerator(code -> code == null ? text("register.all") : text("status." + code));
        status.addValueChangeListener(change -> changed());
        Div filters = new Div(search, place, status);
        filters.addClassName("dw-register-filters");
        filters.getElement().setAttribute("role", "search");
        return filters;
    }

    private Component makeGrid() {
        grid.addClassName("dw-register-grid");
        grid.getElement().setAttribute("aria-label", getPageTitle());
        String name = "<a href=\"dossier/${item.dossier}\">${item.name}</a>";
        grid.addColumn(lit(name + "<span class=\"dw-note\">${item.enterprise}</span>")).setHeader(text("register.name")).setFlexGrow(3);
        grid.addColumn(lit("<a class=\"dw-number\" href=\"register/${item.number}\">${item.number}</a>")).setHeader(text("register.number")).setWidth("10rem").setFlexGrow(0);
        grid.addColumn(Entry::municipality).setHeader(text("register.place")).setWidth("9rem").setFlexGrow(0);
        grid.addColumn(this::status).setHeader(text("register.status")).setWidth("10rem").setFlexGrow(0);
        grid.addColumn(entry -> Dates.table(entry.recognisedOn())).setHeader(text("register.recognised")).setWidth("7.5rem").setFlexGrow(0);
        grid.addColumn(lit("<span title=\"${item.activities}\">${item.count}</span>")).setHeader(text("register.activities")).setWidth("8rem").setFlexGrow(0);
        grid.cards(lit("<div class=\"dw-card\"><div>" + name + "</div><div><a href=\"register/${item.number}\">${item.number}</a> · ${item.place}</div><div>${item.enterprise}</div>"
                + "<div>${item.status} ${item.on}</div><div class=\"dw-note\">${item.activities}</div></div>"), text("register.name"));
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        grid.setItems(query -> undertakings.search(search.getValue(), place.getValue(), status.getValue(), query.getOffset(), query.getLimit()).stream());
        return grid;
    }

    private LitRenderer<Entry> lit(String template) {
        return LitRenderer.<Entry>of(template)
                .withProperty("dossier", Entry::dossier)
                .withProperty("name", Entry::name)
                .withProperty("number", Entry::recognitionNumber)
                .withProperty("enterprise", entry -> EnterpriseNumber.format(entry.enterpriseNumber()))
                .withProperty("place", Entry::municipality)
                .withProperty("status", this::status)
                .withProperty("on", entry -> Dates.table(entry.recognisedOn()))
                .withProperty("activities", entry -> entry.activities().stream().map(code -> getTranslation("recognition.activity." + code))
                        .collect(Collectors.joining(", ")))
                .withProperty("count", entry -> text("register.activity-count", entry.activities().size()));
    }

    private String status(Entry entry) {
        String status = text("status." + entry.status());
        if (entry.endedOn() == null && entry.suspendedOn() != null) {
            return text("register.suspended", status, Dates.table(entry.suspendedOn()));
        }
        return entry.endedOn() == null ? status : text("register.ended", status, Dates.table(entry.endedOn()));
    }

    private void changed() {
        if (!applying) {
            AddressBar.replace(this, new Location("register", query()));
            refresh();
        }
    }

    private QueryParameters query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "q", search.getValue());
        put(query, "gemeente", place.getValue());
        put(query, "status", status.getValue());
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null && !value.isBlank()) {
            query.put(name, value);
        }
    }

    private void refresh() {
        empty.removeAll();
        boolean searched = !query().getParameters().isEmpty();
        empty.add(new Paragraph(text(searched ? "register.nothing-found" : "register.empty")));
        if (searched) {
            empty.add(new Button(text("register.clear"), click -> {
                applying = true;
                search.clear();
                place.clear();
                status.clear();
                applying = false;
                changed();
                search.focus();
            }));
        }
        grid.getDataProvider().refreshAll();
    }

    private String text(String key, Object... args) {
        return getTranslation("recognition.screen." + key, args);
    }
}
