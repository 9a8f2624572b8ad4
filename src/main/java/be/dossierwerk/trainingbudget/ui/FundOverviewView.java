package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.CardGrid;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.trainingbudget.BudgetOverview;
import be.dossierwerk.trainingbudget.BudgetVersion;
import be.dossierwerk.trainingbudget.FundOverview;
import be.dossierwerk.trainingbudget.FundOverview.Filter;
import be.dossierwerk.trainingbudget.FundOverview.Row;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What finance sees of a year: budget, committed, paid and left, of all undertakings together and of each, held against what the bank paid. Year and
 * filters stand in the address.
 */
@Route(FundOverviewView.PATH)
@Menu(title = "menu.fund-overview", order = 46.5)
@RolesAllowed({Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://recognition.css")
@StyleSheet("context://inbox.css")
@StyleSheet("context://trainingbudget.css")
class FundOverviewView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BudgetsView.PATH + "/overzicht";

    private static final int PAGE = 50;
    private static final int NARROW_PIXELS = 800;
    private static final int DIFFERENCES_SHOWN = 50;

    private final transient FundOverview overview;
    private final transient BudgetOverview budgets;

    private final YearFilters<Filter> filters = new YearFilters<>(PATH, "toon", "trainingbudget.filter", Filter.class, this::draw);
    private final Div summary = new Div();
    private final CardGrid<Row> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private final Div empty = new Div();

    FundOverviewView(FundOverview overview, BudgetOverview budgets) {
        this.overview = overview;
        this.budgets = budgets;
        addClassNames("dw-page", "dw-budgets");
        summary.addClassName("dw-budgets-summary");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), filters, summary, makeGrid());
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters(), overview.years());
        draw();
    }

    private Component makeGrid() {
        grid.addClassName("dw-register-grid");
        grid.setHeight("34rem");
        grid.getElement().setAttribute("aria-label", text("undertakings"));
        String name = "<a href=\"${item.page}\">${item.name}</a>";
        grid.addColumn(lit(name + "<span class=\"dw-note\">${item.enterprise}</span>")).setHeader(text("name")).setWidth("14rem").setFlexGrow(2);
        for (String amount : List.of("granted", "committed", "paid", "left")) {
            grid.addColumn(lit("<span class=\"dw-number\">${item." + amount + "}</span>")).setHeader(text(amount)).setWidth("9rem").setFlexGrow(1);
        }
        grid.addColumn(lit("<span class=\"dw-number\">${item.claims}</span>")).setHeader(text("claims")).setWidth("8rem").setFlexGrow(1);
        grid.cards(lit("<div class=\"dw-card\"><div>" + name + "</div><div>${item.enterprise}</div><dl class=\"dw-budgets-card\">"
                + Stream.of("granted", "committed", "paid", "left").map(amount -> "<dt>" + text(amount) + "</dt><dd>${item." + amount + "}</dd>")
                .reduce("", String::concat) + "</dl><div>${item.claims}</div></div>"), text("name"));
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        grid.setItems(query -> filters.year() == null ? Stream.<Row>empty().skip(query.getOffset() + query.getLimit())
                : overview.rows(filters.year(), filters.search(), filters.choice(), query.getOffset(), query.getLimit()).stream());
        return grid;
    }

    private LitRenderer<Row> lit(String template) {
        return LitRenderer.<Row>of(template)
                .withProperty("page", row -> BudgetAccountView.address(filters.year(), row.enterpriseNumber()))
                .withProperty("name", Row::name)
                .withProperty("enterprise", row -> EnterpriseNumber.format(row.enterpriseNumber()))
                .withProperty("granted", row -> euros(row.granted()))
                .withProperty("committed", row -> euros(row.committed()))
                .withProperty("paid", row -> euros(row.paid()))
                .withProperty("left", row -> euros(row.left()))
                .withProperty("claims", row -> text("claim-count", row.claims()));
    }

    private void draw() {
        summary.removeAll();
        if (filters.year() != null) {
            describe(filters.year(), budgets.current(filters.year()).orElseThrow());
        }
        empty.removeAll();
        empty.add(new Paragraph(text(filters.year() == null ? "empty" : "nothing-found")));
        grid.getDataProvider().refreshAll();
    }

    private void describe(int ofYear, BudgetVersion version) {
        FundOverview.Totals totals = overview.totals(ofYear);
        DescriptionList numbers = new DescriptionList();
        numbers.addClassName("dw-budgets-numbers");
        number(numbers, "total", version.rules().total());
        number(numbers, "not-granted", version.rules().total().subtract(totals.granted()));
        number(numbers, "granted", totals.granted());
        number(numbers, "committed", totals.committed());
        number(numbers, "paid", totals.paid());
        number(numbers, "left", totals.left());
        summary.add(new H2(text("of-year", String.valueOf(ofYear), version.commitmentNumber())), numbers,
                new Paragraph(text("counted", totals.undertakings(), totals.claims())));
        reconcile(ofYear);
        summary.add(saved("undertakings", ofYear, "ondernemingen.csv"), saved("claims", ofYear, "aanvragen.csv"));
    }

    private void reconcile(int ofYear) {
        FundOverview.Reconciliation reconciliation = overview.reconcile(ofYear);
        if (reconciliation.holds()) {
            summary.add(new Paragraph(text("reconciled", euros(reconciliation.bank()))));
            return;
        }
        Paragraph warning = new Paragraph(text("differs", euros(reconciliation.bank()), euros(reconciliation.budget()), reconciliation.differences().size()));
        warning.addClassName("dw-problem");
        CardTable table = new CardTable(text("differences"), Stream.of("dossier", "name", "by-budget", "by-bank").map(this::text).toList());
        reconciliation.differences().stream().limit(DIFFERENCES_SHOWN).forEach(claim -> table.row(dossier(claim.dossier()), CardTable.text(claim.name()),
                CardTable.text(euros(claim.paid())), CardTable.text(euros(claim.byBank()))));
        summary.add(warning, new Paragraph(text("differs-why")), table);
    }

    private Component saved(String what, int ofYear, String file) {
        Anchor link = new Anchor("%s/%d/%s".formatted(PATH, ofYear, file), text("save-" + what));
        // The router must leave it to the server.
        link.getElement().setAttribute("router-ignore", true);
        link.addClassName("dw-budgets-save");
        return link;
    }

    static Component dossier(String number) {
        return new PageLink("dossier/" + number, number);
    }

    private void number(DescriptionList list, String key, BigDecimal amount) {
        list.add(new Div(new DescriptionList.Term(text(key)), new DescriptionList.Description(euros(amount))));
    }

    private String euros(BigDecimal amount) {
        return Euros.table(amount, getLocale());
    }

    private String text(String key, Object... args) {
        return getTranslation("trainingbudget.overview." + key, args);
    }
}
