package be.dossierwerk.conformance.ui;

import be.dossierwerk.conformance.CheckInBackground;
import be.dossierwerk.conformance.ShowFindings;
import be.dossierwerk.conformance.ShowFindings.Covered;
import be.dossierwerk.conformance.ShowFindings.Filter;
import be.dossierwerk.conformance.ShowFindings.Row;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.CardGrid;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where a norm was not followed or a history cannot be, the newest first. What is asked for stands in the address. */
@Route(FindingsView.PATH)
@Menu(title = "menu.conformance", order = 90)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD, Roles.LAWYER, Roles.TEAM_LEAD})
@StyleSheet("context://dossier.css")
@StyleSheet("context://conformance.css")
class FindingsView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "bevindingen";
    private static final int PAGE = 50;
    private static final int NARROW_PIXELS = 900;
    private static final int POLL_MILLIS = 1_000;
    private static final int CALM = -1;
    private static final List<String> STATES = List.of("LOPEND", "ALLES", "OPEN", "IN_ONDERZOEK", "VERKLAARD", "HERSTELD", "AANVAARD", "VERDWENEN");

    private final transient ShowFindings findings;
    private final transient CheckInBackground checkInBackground;
    private final Select<String> procedure = new Select<>();
    private final Select<String> norm = new Select<>();
    private final Select<String> state = new Select<>();
    private final Paragraph last = new Paragraph();
    private final Paragraph found = new Paragraph();
    private final Button check;
    private final CardGrid<Row> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private final Div empty = new Div();
    private transient Filter filter = Filter.RUNNING;
    private transient Map<String, String> normNames = Map.of();
    private transient Registration polling;
    private boolean applying;

    FindingsView(ShowFindings findings, CheckInBackground checkInBackground) {
        this.findings = findings;
        this.checkInBackground = checkInBackground;
        addClassName("dw-conformance");
        setSizeFull();
        check = new Button(text("check-now"), click -> {
            checkInBackground.begin();
            last.setText(text("checking"));
            getUI().ifPresent(ui -> ui.setPollInterval(POLL_MILLIS));
        });
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.setDisableOnClick(true);
        Anchor coverage = new PageLink(CoverageView.PATH, text("coverage"));
        Div bar = new Div(check, coverage);
        bar.addClassName("dw-conformance-bar");
        found.getElement().setAttribute("role", "status");
        last.addClassName("dw-note");
        found.addClassName("dw-found");
        make(procedure, "procedure", code -> Filter.IMPOSSIBLE.equals(code) ? text("impossible") : Words.of(this, "dossier.procedure.", code));
        make(norm, "norm", code -> normNames.getOrDefault(code, code));
        make(state, "status", code -> text("status." + code));
        state.setEmptySelectionAllowed(false);
        procedure.addValueChangeListener(change -> changed(new Filter(change.getValue(), null, filter.status())));
        norm.addValueChangeListener(change -> changed(new Filter(filter.procedure(), change.getValue(), filter.status())));
        state.addValueChangeListener(change -> changed(new Filter(filter.procedure(), filter.norm(), "ALLES".equals(change.getValue()) ? null : change.getValue())));
        Div filters = new Div(procedure, norm, state);
        filters.addClassName("dw-dossiers-filters");
        filters.getElement().setAttribute("role", "search");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), bar, last, filters, found, makeGrid());
        setFlexGrow(1, grid);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        List<Covered> norms = findings.covered();
        normNames = norms.stream().collect(Collectors.toMap(Covered::code, Covered::name, (one, other) -> one, LinkedHashMap::new));
        TreeSet<String> known = norms.stream().flatMap(each -> each.procedures().stream()).collect(Collectors.toCollection(TreeSet::new));
        List<String> procedures = new ArrayList<>(known);
        procedures.add(Filter.IMPOSSIBLE);
        String status = query.getSingleParameter("status").filter(STATES::contains).orElse("LOPEND");
        filter = new Filter(query.getSingleParameter("procedure").filter(procedures::contains).orElse(null), query.getSingleParameter("norm").filter(normNames::containsKey).orElse(null),
                status.equals("ALLES") ? null : status);
        applying = true;
        procedure.setItems(procedures);
        norm.setItems(norms.stream().filter(each -> filter.procedure() == null || (each.impossible() ? Filter.IMPOSSIBLE.equals(filter.procedure()) : each.procedures().contains(filter.procedure())))
                .map(Covered::code).toList());
        state.setItems(STATES);
        procedure.setValue(filter.procedure());
        norm.setValue(filter.norm());
        state.setValue(status);
        applying = false;
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        polling = attach.getUI().addPollListener(poll -> {
            if (!checkInBackground.isBusy() && !check.isEnabled()) {
                attach.getUI().setPollInterval(CALM);
                check.setEnabled(true);
                refresh();
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        polling.remove();
        detach.getUI().setPollInterval(CALM);
        super.onDetach(detach);
    }

    private void make(Select<String> select, String label, com.vaadin.flow.component.ItemLabelGenerator<String> words) {
        select.setLabel(text(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(text("all"));
        select.setItemLabelGenerator(code -> code == null ? text("all") : words.apply(code));
    }

    private Grid<Row> makeGrid() {
        grid.getElement().setAttribute("aria-label", getPageTitle());
        String title = "<a href=\"${item.href}\">${item.norm}</a>";
        String state = "<span class=\"dw-finding-state dw-finding-${item.look}\">${item.state}</span>";
        String dossier = "${item.dossierHref ? html`<a href=\"${item.dossierHref}\">${item.dossier}</a>` : html``}<span class=\"dw-note\">${item.subject}</span>";
        wide("norm", lit(title + "<span class=\"dw-note\">${item.sentence}</span>"), null, 3);
        wide("dossier", lit(dossier), "15rem", 0);
        wide("status", lit(state), "10rem", 0);
        wide("found-on", lit("${item.found}"), "8rem", 0);
        grid.cards(lit("<div class=\"dw-card\"><div class=\"dw-card-title\">" + title + " " + state + "</div><div>${item.sentence}</div><div class=\"dw-note\">${item.subject} ${item.dossier}"
                + ", ${item.found}</div></div>"), getPageTitle());
        grid.setDataProvider(new CallbackDataProvider<Row, Void>(query -> findings.page(filter, query.getOffset(), query.getLimit()).stream(), query -> findings.count(filter), Row::id));
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        return grid;
    }

    private void wide(String key, LitRenderer<Row> renderer, String width, int grow) {
        Grid.Column<Row> column = grid.addColumn(renderer).setHeader(text(key)).setFlexGrow(grow);
        if (width != null) {
            column.setWidth(width);
        }
    }

    private LitRenderer<Row> lit(String template) {
        return LitRenderer.<Row>of(template)
                .withProperty("href", row -> FindingView.PATH + "/" + row.id())
                .withProperty("norm", Row::normName)
                .withProperty("sentence", Row::sentence)
                .withProperty("dossier", row -> row.subject() == null ? "" : row.dossier())
                .withProperty("dossierHref", row -> row.subject() == null ? null : "dossier/" + row.dossier())
                .withProperty("subject", row -> row.subject() == null ? text("no-dossier") : row.subject())
                .withProperty("state", row -> text("status." + row.status()))
                .withProperty("look", row -> row.status().toLowerCase(Locale.ROOT))
                .withProperty("found", row -> Dates.table(row.foundAt().atZone(MovableClock.BRUSSELS).toLocalDate()));
    }

    private void changed(Filter wanted) {
        if (!applying) {
            Map<String, String> query = new LinkedHashMap<>();
            if (wanted.procedure() != null) {
                query.put("procedure", wanted.procedure());
            }
            if (wanted.norm() != null) {
                query.put("norm", wanted.norm());
            }
            if (!"LOPEND".equals(wanted.status())) {
                query.put("status", wanted.status() == null ? "ALLES" : wanted.status());
            }
            getUI().ifPresent(ui -> ui.navigate(FindingsView.class, QueryParameters.simple(query)));
        }
    }

    private void refresh() {
        last.setText(findings.lastRun().map(run -> text("last", Moments.of(this, run.at()), run.by(), run.dossiers())).orElseGet(() -> text("never")));
        int count = findings.count(filter);
        found.setText(count == 1 ? text("found-one") : text("found", count));
        empty.removeAll();
        empty.add(new Paragraph(text(filter.equals(Filter.RUNNING) ? "empty" : "empty-filtered")));
        grid.getDataProvider().refreshAll();
    }

    private String text(String key, Object... args) {
        return getTranslation("conformance.screen." + key, args);
    }
}
