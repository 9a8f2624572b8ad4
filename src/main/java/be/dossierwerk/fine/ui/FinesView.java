package be.dossierwerk.fine.ui;

import be.dossierwerk.fine.Fines;
import be.dossierwerk.fine.Fines.Line;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardGrid;
import be.dossierwerk.shared.ui.DaysLeft;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
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
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All fines, the one with the earliest last day first. What is searched stands in the address. */
@Route(FinesView.PATH)
@Menu(title = "menu.fines", order = 44.5)
@RolesAllowed({Roles.FINES, Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.FINANCE, Roles.INSPECTOR, Roles.AUDITOR})
@StyleSheet("context://inbox.css")
@StyleSheet("context://recognition.css")
@StyleSheet("context://fine.css")
class FinesView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "geldboetes";
    /** Whoever may know of offences: not the committees. */
    static final Set<String> READERS = Set.of(Roles.FINES, Roles.HANDLER, Roles.LAWYER, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.FINANCE, Roles.INSPECTOR, Roles.AUDITOR);
    private static final int PAGE = 50;
    private static final int NARROW_PIXELS = 900;
    private static final int SEARCH_DELAY_MILLIS = 400;

    private final transient Fines fines;
    private final transient Clock clock;
    private final TextField search = new TextField(text("search"));
    private final Checkbox ended = new Checkbox(text("ended"));
    private final CardGrid<Line> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private boolean applying;

    FinesView(Fines fines, CurrentActor currentActor, Clock clock) {
        this.fines = fines;
        this.clock = clock;
        addClassNames("dw-register", "dw-fines");
        setSizeFull();
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), filters(currentActor), makeGrid());
        setFlexGrow(1, grid);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        applying = true;
        search.setValue(query.getSingleParameter("q").orElse(""));
        ended.setValue(query.getSingleParameter("alles").isPresent());
        applying = false;
        refresh();
    }

    private Component filters(CurrentActor currentActor) {
        search.addClassName("dw-register-search");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_DELAY_MILLIS);
        search.addValueChangeListener(change -> changed());
        ended.addValueChangeListener(change -> changed());
        Div filters = new Div(search, ended);
        filters.addClassName("dw-register-filters");
        filters.getElement().setAttribute("role", "search");
        var actor = currentActor.get();
        if (actor.has(Roles.FINES) || actor.has(Roles.HANDLER)) {
            Button add = new Button(text("register"), click -> getUI().ifPresent(ui -> ui.navigate(NewFineView.PATH)));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            filters.add(add);
        }
        return filters;
    }

    private Component makeGrid() {
        grid.addClassName("dw-register-grid");
        grid.getElement().setAttribute("aria-label", getPageTitle());
        String name = "<a href=\"dossier/${item.dossier}\">${item.subject}</a>";
        String days = "<span class=\"dw-days dw-days-${item.tone}\">${item.days}</span>";
        grid.addColumn(lit(name + "<span class=\"dw-note\">${item.dossier}</span>")).setHeader(text("subject")).setFlexGrow(3);
        grid.addColumn(lit("<strong>${item.last}</strong>")).setHeader(text("last-day")).setWidth("9rem").setFlexGrow(0);
        grid.addColumn(lit(days)).setHeader(text("days")).setWidth("14rem").setFlexGrow(0);
        grid.addColumn(Line::reportNumber).setHeader(text("report")).setWidth("11rem").setFlexGrow(0);
        grid.addColumn(this::state).setHeader(text("state")).setWidth("11rem").setFlexGrow(0);
        grid.addColumn(this::due).setHeader(text("due")).setWidth("7rem").setFlexGrow(0).setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        grid.cards(lit("<div class=\"dw-card\"><div>" + name + "</div><div>${item.dossier}</div><div><strong>${item.last}</strong> " + days
                + "</div><div>${item.report}</div><div>${item.state} ${item.due}</div></div>"), text("subject"));
        Div empty = new Div(new Paragraph(text("none")));
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        return grid;
    }

    private LitRenderer<Line> lit(String template) {
        return LitRenderer.<Line>of(template).withProperty("dossier", Line::dossier).withProperty("subject", Line::subject).withProperty("report", Line::reportNumber)
                .withProperty("last", line -> line.lastDay() == null ? line.outcome() == null ? text("no-last-day") : "" : Dates.table(line.lastDay()))
                .withProperty("days", line -> left(line) == null ? "" : DaysLeft.text(this, left(line), null))
                .withProperty("tone", line -> DaysLeft.tone(left(line), null)).withProperty("state", this::state).withProperty("due", this::due);
    }

    /** Null once the fine was imposed or the dossier ended: then nothing can be late any more. */
    private Integer left(Line line) {
        return line.running() && line.lastDay() != null ? (int) ChronoUnit.DAYS.between(LocalDate.now(clock), line.lastDay()) : null;
    }

    private String state(Line line) {
        return line.outcome() == null ? getTranslation("dossier.state." + line.state()) : getTranslation("dossier.outcome." + line.outcome());
    }

    private String due(Line line) {
        return line.due().signum() == 0 ? "" : Euros.table(line.due(), getLocale());
    }

    private void changed() {
        if (!applying) {
            Map<String, String> query = new HashMap<>();
            if (!search.isEmpty()) {
                query.put("q", search.getValue());
            }
            if (ended.getValue()) {
                query.put("alles", "ja");
            }
            AddressBar.replace(this, new Location(PATH, QueryParameters.simple(query)));
            refresh();
        }
    }

    private void refresh() {
        grid.setItems(fines.register(!ended.getValue(), search.getValue()));
    }

    private String text(String key, Object... args) {
        return getTranslation("fine.register." + key, args);
    }
}
