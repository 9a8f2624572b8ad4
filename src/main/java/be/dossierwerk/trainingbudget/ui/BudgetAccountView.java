package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.payment.PayableBalances.Balance;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.trainingbudget.FundOverview;
import be.dossierwerk.trainingbudget.FundOverview.Claim;
import be.dossierwerk.trainingbudget.FundOverview.Row;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The training budget of one undertaking in one year: why it is that much, and every claim behind what is committed and paid. */
@Route(FundOverviewView.PATH + "/:jaar([0-9]{4})/:onderneming([0-9]{10})")
@RolesAllowed({Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://trainingbudget.css")
class BudgetAccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FundOverview overview;
    private final transient Budgets budgets;
    private final transient Actor actor;
    private final H1 title = new H1();
    private final Div body = new Div();

    BudgetAccountView(FundOverview overview, Budgets budgets, CurrentActor currentActor) {
        this.overview = overview;
        this.budgets = budgets;
        this.actor = currentActor.get();
        addClassName("dw-page");
        add(title, body);
    }

    static String address(int year, String enterpriseNumber) {
        return "%s/%d/%s".formatted(FundOverviewView.PATH, year, enterpriseNumber);
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int year = event.getRouteParameters().get("jaar").map(Integer::valueOf).orElseThrow();
        String enterprise = event.getRouteParameters().get("onderneming").orElseThrow();
        body.removeAll();
        Anchor back = new PageLink(FundOverviewView.PATH + "?jaar=" + year, text("back", String.valueOf(year)));
        body.add(back);
        Optional<Row> row = overview.row(year, enterprise);
        if (row.isEmpty()) {
            title.setText(getTranslation("trainingbudget.no-budget", EnterpriseNumber.format(enterprise), String.valueOf(year)));
            return;
        }
        title.setText(text("title", row.get().name(), String.valueOf(year)));
        draw(row.get(), budgets.of(enterprise, year).orElseThrow(), overview.claims(year, enterprise));
    }

    private void draw(Row row, BudgetStanding standing, List<Claim> claims) {
        DescriptionList numbers = new DescriptionList();
        numbers.addClassName("dw-budgets-numbers");
        number(numbers, "granted", row.granted());
        number(numbers, "committed", row.committed());
        number(numbers, "paid", row.paid());
        number(numbers, "left", row.left());
        Anchor recognition = new PageLink("dossier/" + row.recognition(), text("recognition", row.recognition()));
        body.add(new Paragraph(getTranslation("trainingbudget.section.of", EnterpriseNumber.format(row.enterpriseNumber()))), numbers,
                new H2(text("why")), new Paragraph(standing.sentence()));
        if (row.granted().signum() > 0) {
            body.add(new Paragraph(standing.sums()));
        }
        body.add(recognition, new H2(text("claims")));
        if (claims.isEmpty()) {
            body.add(new Paragraph(text("no-claims")));
            return;
        }
        CardTable table = new CardTable(text("claims"), Stream.of("dossier", "committed", "paid", "payment").map(key -> getTranslation("trainingbudget.overview." + key)).toList());
        claims.forEach(claim -> table.row(FundOverviewView.dossier(claim.dossier()), CardTable.text(euros(claim.committed())), CardTable.text(euros(claim.paid())),
                payment(claim)));
        body.add(table);
    }

    private Component payment(Claim claim) {
        Balance payment = claim.payment();
        if (payment == null) {
            return CardTable.text(text(claim.committed().signum() > 0 ? "not-handed-over" : "released"));
        }
        Span cell = new Span(payment.paidOn() == null ? getTranslation("payment.standing." + payment.state()) : text("paid-on", Dates.table(payment.paidOn())));
        if (payment.run() != null) {
            cell.add(new Span(" "), run(payment.run()));
        }
        return cell;
    }

    /** As in the list of runs: who may not open one reads its number. */
    private Component run(String number) {
        if (Stream.of(Roles.FINANCE, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.AUDITOR).noneMatch(actor::has)) {
            return new Span(number);
        }
        return new PageLink("betaalrondes/" + number, number);
    }

    private void number(DescriptionList list, String key, BigDecimal amount) {
        list.add(new Div(new DescriptionList.Term(getTranslation("trainingbudget.overview." + key)), new DescriptionList.Description(euros(amount))));
    }

    private String euros(BigDecimal amount) {
        return Euros.table(amount, getLocale());
    }

    private String text(String key, Object... args) {
        return getTranslation("trainingbudget.account." + key, args);
    }
}
