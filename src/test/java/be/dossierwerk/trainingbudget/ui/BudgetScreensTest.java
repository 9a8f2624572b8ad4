package be.dossierwerk.trainingbudget.ui;

import static be.dossierwerk.shared.ui.DutchScreen.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import be.dossierwerk.payment.PayableBalances.Balance;
import be.dossierwerk.payment.PayableState;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.DutchScreen;
import be.dossierwerk.trainingbudget.BudgetMovement;
import be.dossierwerk.trainingbudget.BudgetMovement.Kind;
import be.dossierwerk.trainingbudget.BudgetOverview;
import be.dossierwerk.trainingbudget.BudgetStanding;
import be.dossierwerk.trainingbudget.BudgetVersion;
import be.dossierwerk.trainingbudget.Budgets;
import be.dossierwerk.trainingbudget.CounterBudgetMovement;
import be.dossierwerk.trainingbudget.Distribution;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import be.dossierwerk.trainingbudget.FundOverview;
import be.dossierwerk.trainingbudget.GrantNewcomers;
import be.dossierwerk.trainingbudget.RecomputeBudget;
import be.dossierwerk.trainingbudget.StartBudgetYear;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screens as they are drawn, without a browser: numbers, explanations, and buttons for those who may. */
class BudgetScreensTest {

    private static final String AGAIN = "Reken deze verdeling na";
    private static final Instant AT = Instant.parse("2027-01-06T13:00:00Z");

    @RegisterExtension final DutchScreen screen = new DutchScreen("trainingbudget", "payment", "shared");

    private final BudgetOverview overview = mock(BudgetOverview.class);
    private final Budgets budgets = mock(Budgets.class);
    private final GrantNewcomers grantNewcomers = mock(GrantNewcomers.class);
    private final RecomputeBudget recomputeBudget = mock(RecomputeBudget.class);
    private final FundOverview fund = mock(FundOverview.class);
    private final CurrentActor currentActor = mock(CurrentActor.class);
    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void a_person_looks() {
        clock.moveTo(ZonedDateTime.of(LocalDate.of(2027, 1, 8).atTime(10, 0), MovableClock.BRUSSELS));
        actor(Roles.FINANCE);
        when(overview.years()).thenReturn(List.of(2027, 2026));
        when(overview.dossier(2027)).thenReturn(Optional.of("DC-OFB-2027-00001"));
        when(overview.current(2027)).thenReturn(Optional.of(version(true)));
        when(overview.letters(2027)).thenReturn(new BudgetOverview.Letters(3, 2_998, 1, 0));
        when(overview.failedLetters(eq(2027), anyInt())).thenReturn(List.of(new BudgetOverview.FailedLetter("Strijk vzw", "DC-ERK-2019-00002", "trainingbudget.letter-failed", List.of())));
        when(overview.leftover(any())).thenReturn(new BudgetOverview.Leftover(euros("9000.00"), euros("26712.76")));
        when(overview.use(2027)).thenReturn(new BudgetOverview.Use(euros("64287.24"), euros("100.00"), euros("50.00")));
    }

    @Test
    void a_recorded_year_shows_its_numbers_its_letters_and_what_was_not_read() {
        List<String> texts = texts(view("opleidingsbudgetten"));

        assertThat(texts).contains("Budget van 2027, vastgelegd volgens versie 2", "€ 100.000,00", "€ 10.000,00", "€ 64.287,24", "€ 35.712,76", "41.999",
                "Brieven: 2.998 verstuurd, 3 wachten, 1 mislukt, 0 zelf verstuurd.", "De brief kon niet gemaakt worden.",
                "Niet gelezen: 7 rijen van de cijfers van 2026. Kijk na of alle cijfers er zijn.");
        assertThat(texts).anyMatch(text -> text.contains("Nele Hermans legde dit vast op woensdag 6 januari 2027, met vastleggingsnummer VAK-1"));
        assertThat(texts).contains("Niet verdeeld: € 9.000,00 van de reserve voor nieuwe ondernemingen, en € 26.712,76 dat hoort bij de cheques van ondernemingen zonder aandeel. "
                + "Dat laatste gaat niet naar de anderen.");
        assertThat(buttons(view("opleidingsbudgetten"))).containsExactly(AGAIN, "Geef nieuwe ondernemingen hun budget");
    }

    @Test
    void only_the_bookkeeper_gives_newcomers_their_budget() {
        actor(Roles.HANDLER);
        assertThat(buttons(view("opleidingsbudgetten"))).containsExactly(AGAIN);
        actor(Roles.FINANCE);
        when(grantNewcomers.grant(2027)).thenReturn(new GrantNewcomers.Outcome(List.of(), List.of()));
        press("Geef nieuwe ondernemingen hun budget");
        verify(grantNewcomers).grant(2027);
    }

    @Test
    void newcomers_that_wait_are_named() {
        assertThat(texts(view("opleidingsbudgetten"))).noneMatch(text -> text.contains("op een budget"));
        when(grantNewcomers.pending(2027)).thenReturn(List.of("Eerst bv", "Dan bv"));
        assertThat(texts(view("opleidingsbudgetten"))).contains("2 nieuwe ondernemingen wachten op een budget: Eerst bv, Dan bv.");
    }

    @Test
    void whoever_looks_can_have_a_version_computed_again() {
        actor(Roles.AUDITOR);
        press(AGAIN);
        verify(recomputeBudget).recompute(version(true));
    }

    @Test
    void the_overview_shows_the_sums_of_a_year_and_which_claims_differ_from_the_bank() {
        when(fund.years()).thenReturn(List.of(2027));
        when(fund.totals(2027)).thenReturn(new FundOverview.Totals(3_002, euros("64287.24"), euros("100.00"), euros("50.00"), 2));
        when(fund.reconcile(2027)).thenReturn(new FundOverview.Reconciliation(euros("50.00"), euros("50.00"), List.of()));
        assertThat(texts(overview("opleidingsbudgetten/overzicht?jaar=2027&q=poets"))).contains("Budget van 2027, vastleggingsnummer VAK-1", "€ 100.000,00", "€ 35.712,76",
                "€ 64.287,24", "€ 100,00", "€ 50,00", "€ 64.137,24", "Dit zijn 3.002 ondernemingen met samen 2 aanvragen.",
                "Volgens de betaalrondes betaalde de bank € 50,00. Dat klopt met wat hier betaald is.");

        when(fund.reconcile(2027)).thenReturn(new FundOverview.Reconciliation(euros("50.00"), euros("0.00"),
                List.of(new FundOverview.Claim("DC-OFT-2027-00001", "0403170701", "Poets bv", euros("0.00"), euros("50.00"), null))));
        assertThat(texts(overview("opleidingsbudgetten/overzicht"))).contains("Volgens de betaalrondes betaalde de bank € 0,00, maar hier is € 50,00 betaald. "
                + "Er is een aanvraag met een verschil.", "DC-OFT-2027-00001");
    }

    @Test
    void the_overview_asks_its_rows_page_by_page_with_what_stands_in_the_address() {
        when(fund.years()).thenReturn(List.of(2027));
        when(fund.totals(2027)).thenReturn(new FundOverview.Totals(0, euros("0.00"), euros("0.00"), euros("0.00"), 0));
        when(fund.reconcile(2027)).thenReturn(new FundOverview.Reconciliation(euros("0.00"), euros("0.00"), List.of()));
        Component view = overview("opleidingsbudgetten/overzicht?jaar=2027&q=poets&toon=OPGEBRUIKT");
        Grid<?> grid = all(view).filter(Grid.class::isInstance).map(Grid.class::cast).findFirst().orElseThrow();
        grid.getDataProvider().fetch(new Query<>(50, 50, List.of(), null, null)).toList();

        verify(fund).rows(2027, "poets", FundOverview.Filter.OPGEBRUIKT, 50, 50);
    }

    @Test
    void a_year_without_a_recorded_budget_has_nothing_to_overlook() {
        when(fund.years()).thenReturn(List.of());
        assertThat(texts(overview("opleidingsbudgetten/overzicht?jaar=2027"))).contains("Er is nog geen budget vastgelegd.");
    }

    @Test
    void the_account_of_an_undertaking_names_its_claims_and_where_their_payment_stands() {
        FundOverview.Row row = new FundOverview.Row("0403170701", "Poets bv", "DC-ERK-2019-00001", Basis.AANDEEL, euros("500.00"), euros("120.00"), euros("80.00"), 3);
        when(fund.row(2027, "0403170701")).thenReturn(Optional.of(row));
        when(budgets.of("0403170701", 2027)).thenReturn(Optional.of(new BudgetStanding(5, "0403170701", 2027, "DC-ERK-2019-00001", Basis.AANDEEL, "Uitleg van het budget.",
                "De som.", List.of())));
        when(fund.claims(2027, "0403170701")).thenReturn(List.of(
                claim("DC-OFT-2027-00001", "0.00", "80.00", new Balance(euros("80.00"), PayableState.BETAALD, "BET-2027-001", LocalDate.of(2027, 3, 5))),
                claim("DC-OFT-2027-00002", "120.00", "0.00", null), claim("DC-OFT-2027-00003", "0.00", "0.00", null)));
        assertThat(texts(account("2027", "0403170701"))).contains("Poets bv: opleidingsbudget van 2027", "€ 500,00", "€ 120,00", "€ 80,00", "€ 300,00", "Uitleg van het budget.",
                "De som.", "Betaald op 05/03/2027 BET-2027-001", "Nog niet beslist of nog niet vrijgegeven voor betaling.", "Vrijgegeven: hiervoor is niets meer vastgelegd.");
        assertThat(links(account("2027", "0403170701"))).contains("dossier/DC-OFT-2027-00001", "dossier/DC-OFT-2027-00002", "dossier/DC-ERK-2019-00001",
                "betaalrondes/BET-2027-001", "opleidingsbudgetten/overzicht?jaar=2027");
        actor(Roles.FUND_SECRETARIAT);
        assertThat(links(account("2027", "0403170701"))).as("may not open runs").doesNotContain("betaalrondes/BET-2027-001");
        assertThat(texts(account("2027", "0417497106"))).contains("Onderneming 0417.497.106 heeft geen opleidingsbudget voor 2027.");
    }

    private static FundOverview.Claim claim(String dossier, String committed, String paid, Balance payment) {
        return new FundOverview.Claim(dossier, "0403170701", "Poets bv", euros(committed), euros(paid), payment);
    }

    private FundOverviewView overview(String address) {
        FundOverviewView view = new FundOverviewView(fund, overview);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(address));
        view.beforeEnter(event);
        return view;
    }

    private BudgetAccountView account(String year, String enterprise) {
        BudgetAccountView view = new BudgetAccountView(fund, budgets, currentActor);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters()).thenReturn(new RouteParameters(Map.of("jaar", year, "onderneming", enterprise)));
        view.beforeEnter(event);
        return view;
    }

    private static List<String> links(Component root) {
        return all(root).filter(Anchor.class::isInstance).map(each -> ((Anchor) each).getHref()).toList();
    }

    private void press(String button) {
        all(view("opleidingsbudgetten")).filter(Button.class::isInstance).map(Button.class::cast).filter(each -> each.getText().equals(button)).findFirst().orElseThrow().click();
    }

    @Test
    void year_search_and_basis_come_from_the_address_and_rows_are_asked_page_by_page() {
        when(overview.shares(anyLong(), anyString(), any(), anyInt(), anyInt())).thenReturn(List.of());
        Component view = view("opleidingsbudgetten?jaar=2027&q=poets&grond=AANDEEL");
        Grid<?> grid = all(view).filter(Grid.class::isInstance).map(Grid.class::cast).findFirst().orElseThrow();
        grid.getDataProvider().fetch(new Query<>(100, 50, List.of(), null, null)).toList();

        verify(overview).shares(8, "poets", Basis.AANDEEL, 100, 50);
    }

    @Test
    void a_year_that_nobody_started_can_be_started_by_who_may() {
        when(overview.years()).thenReturn(List.of());
        when(overview.dossier(2027)).thenReturn(Optional.empty());
        assertThat(buttons(view("opleidingsbudgetten?jaar=x"))).containsExactly("Start het opleidingsbudget van 2027");
        actor(Roles.AUDITOR);
        assertThat(buttons(view("opleidingsbudgetten"))).isEmpty();
    }

    @Test
    void the_dossier_of_an_undertaking_shows_its_budget_and_every_movement() {
        BudgetMovement granted = new BudgetMovement(1, Kind.TOEGEKEND, euros("500.00"), "DC-OFB-2027-00001", null, null, AT, "Nele Hermans");
        BudgetMovement committed = new BudgetMovement(2, Kind.VASTGELEGD, euros("200.00"), "DC-OFT-2027-00001", null, null, AT, "Dossierwerk");
        BudgetMovement undone = new BudgetMovement(3, Kind.TEGENGEBOEKT, euros("200.00"), "DC-OFT-2027-00001", 2L, "Fout dossier", AT, "Nele Hermans");
        BudgetStanding standing = new BudgetStanding(5, "0403170701", 2027, "DC-ERK-2019-00001", Basis.AANDEEL, "Uitleg van het budget.", "som", List.of(granted, committed, undone));
        when(budgets.concerns("DC-ERK-2019-00001")).thenReturn(true);
        when(budgets.concerning("DC-ERK-2019-00001")).thenReturn(List.of(standing));
        BudgetSection section = new BudgetSection(budgets, overview);

        assertThat(section.shows("DC-ERK-2019-00001")).isTrue();
        assertThat(section.shows("DC-ERK-2019-00009")).isFalse();
        assertThat(texts(section.of("DC-ERK-2019-00001"))).contains("Budget van 2027: nog € 500,00", "Uitleg van het budget.", "Vastgelegd (later tegengeboekt)",
                "Tegenboeking van \"Vastgelegd\"", "Fout dossier", "DC-OFT-2027-00001", "06/01/2027");
        CounterBudgetAction action = new CounterBudgetAction(budgets, mock(CounterBudgetMovement.class), currentActor);
        assertThat(action.offered("DC-ERK-2019-00001")).isTrue();
        actor(Roles.TEAM_LEAD);
        assertThat(action.offered("DC-ERK-2019-00001")).isFalse();
    }

    @Test
    void the_dossier_of_a_year_points_to_its_page() {
        when(overview.yearOf("DC-OFB-2027-00001")).thenReturn(Optional.of(2027));
        when(overview.current(2027)).thenReturn(Optional.of(version(false)));
        BudgetSection section = new BudgetSection(budgets, overview);

        assertThat(section.shows("DC-OFB-2027-00001")).isTrue();
        assertThat(texts(section.of("DC-OFB-2027-00001"))).contains("Versie 2 is een voorstel: € 64.287,24 van € 100.000,00 wordt toegekend.",
                "Bekijk de verdeling van 2027 per onderneming");
    }

    private BudgetsView view(String address) {
        BudgetsView view = new BudgetsView(overview, mock(StartBudgetYear.class), grantNewcomers, recomputeBudget, currentActor, clock);
        BeforeEnterEvent event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(address));
        view.beforeEnter(event);
        return view;
    }

    private static BudgetVersion version(boolean recorded) {
        Distribution.Rules rules = new Distribution.Rules(euros("100000.00"), euros("10000.00"), 2_000, List.of(euros("1000"), euros("750"), euros("500"), euros("250")));
        return new BudgetVersion(8, 2027, 2, "DC-OFB-2027-00001", LocalDate.of(2027, 1, 6), rules, 41_999, 7, euros("64287.24"), "abc", AT, "tom", "Tom Willems",
                recorded ? "VAK-1" : null, recorded ? AT : null, recorded ? "Nele Hermans" : null);
    }

    private void actor(String role) {
        when(currentActor.get()).thenReturn(new Actor("x", "Iemand", Set.of(role)));
    }

    private static List<String> buttons(Component root) {
        return all(root).filter(Button.class::isInstance).map(each -> ((Button) each).getText()).toList();
    }

    private static List<String> texts(Component root) {
        return all(root).map(each -> each.getElement().getTextRecursively()).filter(text -> !text.isBlank()).toList();
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}
