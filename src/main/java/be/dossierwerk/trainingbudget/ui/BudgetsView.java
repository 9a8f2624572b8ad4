package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardGrid;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.trainingbudget.BudgetOverview;
import be.dossierwerk.trainingbudget.BudgetVersion;
import be.dossierwerk.trainingbudget.BudgetVersion.Share;
import be.dossierwerk.trainingbudget.Distribution.Basis;
import be.dossierwerk.trainingbudget.GrantNewcomers;
import be.dossierwerk.trainingbudget.RecomputeBudget;
import be.dossierwerk.trainingbudget.StartBudgetYear;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The training budget of a year: the total, what each undertaking gets and why. Year and filters stand in the address. */
@Route(BudgetsView.PATH)
@Menu(title = "menu.training-budgets", order = 46)
@RolesAllowed({Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://recognition.css")
@StyleSheet("context://inbox.css")
@StyleSheet("context://trainingbudget.css")
class BudgetsView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "opleidingsbudgetten";

    private static final int PAGE = 50;
    private static final int NARROW_PIXELS = 700;
    private static final int FAILED_SHOWN = 20;
    private static final int PENDING_SHOWN = 10;

    private final transient BudgetOverview overview;
    private final transient StartBudgetYear startBudgetYear;
    private final transient GrantNewcomers grantNewcomers;
    private final transient RecomputeBudget recomputeBudget;
    private final transient Actor actor;
    private final transient Clock clock;

    private final YearFilters<Basis> filters = new YearFilters<>(PATH, "grond", "trainingbudget.basis", Basis.class, this::draw);
    private final Anchor parameters = new Anchor();
    private final Div summary = new Div();
    private final CardGrid<Share> grid = new CardGrid<>(PAGE, NARROW_PIXELS);
    private final Div empty = new Div();
    private transient Optional<BudgetVersion> shown = Optional.empty();

    BudgetsView(BudgetOverview overview, StartBudgetYear startBudgetYear, GrantNewcomers grantNewcomers, RecomputeBudget recomputeBudget, CurrentActor currentActor,
                Clock clock) {
        this.overview = overview;
        this.startBudgetYear = startBudgetYear;
        this.grantNewcomers = grantNewcomers;
        this.recomputeBudget = recomputeBudget;
        this.actor = currentActor.get();
        this.clock = clock;
        addClassNames("dw-page", "dw-budgets");
        parameters.setText(text("parameters"));
        parameters.getElement().setAttribute("router-link", true);
        summary.addClassName("dw-budgets-summary");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), parameters, filters, summary, makeGrid());
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
        grid.getElement().setAttribute("aria-label", text("shares"));
        String name = "<a href=\"dossier/${item.dossier}\">${item.name}</a>";
        grid.addColumn(lit(name + "<span class=\"dw-note\">${item.enterprise}</span>")).setHeader(text("name")).setWidth("14rem").setFlexGrow(1);
        grid.addColumn(lit("<span class=\"dw-number\">${item.vouchers}</span>")).setHeader(text("vouchers")).setWidth("10rem").setFlexGrow(0);
        grid.addColumn(lit("<span class=\"dw-number\">${item.amount}</span>")).setHeader(text("amount")).setWidth("9rem").setFlexGrow(0);
        grid.addColumn(lit("<div>${item.sentence}</div><div class=\"dw-note\">${item.sums}</div>")).setHeader(text("why")).setWidth("20rem").setFlexGrow(3);
        grid.cards(lit("<div class=\"dw-card\"><div>" + name + "</div><div>${item.enterprise}</div><div>${item.vouchers} · <b>${item.amount}</b></div>"
                + "<div>${item.sentence}</div><div class=\"dw-note\">${item.sums}</div></div>"), text("name"));
        empty.addClassName("dw-empty");
        grid.setEmptyStateComponent(empty);
        grid.setItems(query -> shown.isEmpty() ? java.util.stream.Stream.<Share>empty().skip(query.getOffset() + query.getLimit())
                : overview.shares(shown.get().id(), filters.search(), filters.choice(), query.getOffset(), query.getLimit()).stream());
        return grid;
    }

    private LitRenderer<Share> lit(String template) {
        return LitRenderer.<Share>of(template)
                .withProperty("dossier", Share::recognition)
                .withProperty("name", Share::name)
                .withProperty("enterprise", share -> EnterpriseNumber.format(share.enterpriseNumber()))
                .withProperty("vouchers", share -> text("voucher-count", share.vouchers()))
                .withProperty("amount", share -> Euros.table(share.amount(), getLocale()))
                .withProperty("sentence", Share::sentence)
                .withProperty("sums", share -> share.amount().signum() > 0 ? share.sums() : "");
    }

    private void draw() {
        // What holds on the first of January counts for the whole year.
        parameters.setHref(DatedParameters.SCREEN + (filters.year() == null ? "" : "?dag=%d-01-01".formatted(filters.year())));
        shown = filters.year() == null ? Optional.empty() : overview.current(filters.year());
        summary.removeAll();
        starts().ifPresent(summary::add);
        if (filters.year() != null && shown.isEmpty()) {
            summary.add(new Paragraph(text("no-proposal", String.valueOf(filters.year()))), dossier(filters.year()));
        }
        shown.ifPresent(this::describe);
        empty.removeAll();
        empty.add(new Paragraph(text(shown.isEmpty() ? "empty" : "nothing-found")));
        grid.getDataProvider().refreshAll();
    }

    private void describe(BudgetVersion version) {
        summary.add(new H2(text(version.recorded() ? "recorded-title" : "proposal-title", String.valueOf(version.year()), version.version())));
        summary.add(new Paragraph(text("proposed", version.proposedByName(), day(version.proposedAt()), Dates.prose(version.reference(), getLocale()))));
        if (version.recorded()) {
            summary.add(new Paragraph(text("recorded", version.recordedBy(), day(version.recordedAt()), version.commitmentNumber())));
        }
        DescriptionList numbers = new DescriptionList();
        numbers.addClassName("dw-budgets-numbers");
        number(numbers, "total", Euros.table(version.rules().total(), getLocale()));
        number(numbers, "reserve", Euros.table(version.rules().reserve(), getLocale()));
        number(numbers, "granted", Euros.table(version.granted(), getLocale()));
        number(numbers, "left", Euros.table(version.left(), getLocale()));
        number(numbers, "all-vouchers", NumberFormat.getIntegerInstance(getLocale()).format(version.allVouchers()));
        if (version.recorded()) {
            BudgetOverview.Use use = overview.use(version.year());
            number(numbers, "committed", Euros.table(use.committed(), getLocale()));
            number(numbers, "paid", Euros.table(use.paid(), getLocale()));
        }
        summary.add(numbers);
        BudgetOverview.Leftover leftover = overview.leftover(version);
        summary.add(new Paragraph(text("left-why", Euros.table(leftover.ofReserve(), getLocale()), Euros.table(leftover.ofOthers(), getLocale()))));
        if (version.rejectedRows() > 0) {
            Paragraph warning = new Paragraph(text("rejected-rows", version.rejectedRows(), String.valueOf(version.year() - 1)));
            warning.addClassName("dw-problem");
            summary.add(warning);
        }
        Paragraph print = new Paragraph(text("fingerprint", version.fingerprint()));
        print.addClassName("dw-note");
        summary.add(print, dossier(version.year()), new Div(act("recompute", () -> {
            int shares = recomputeBudget.recompute(version);
            Answers.good(text("recomputed", shares));
        })));
        if (version.recorded()) {
            letters(version.year());
            List<String> pending = grantNewcomers.pending(version.year());
            if (!pending.isEmpty()) {
                Paragraph waiting = new Paragraph(text("pending", pending.size(), String.join(", ", pending.subList(0, Math.min(PENDING_SHOWN, pending.size())))));
                waiting.addClassName("dw-problem");
                summary.add(waiting);
            }
            if (actor.has(Roles.FINANCE)) {
                summary.add(act("grant", () -> {
                    GrantNewcomers.Outcome outcome = grantNewcomers.grant(version.year());
                    Answers.good(outcome.waiting().isEmpty() ? text("granted-now", outcome.granted().size())
                            : text("granted-some", outcome.granted().size(), String.join(", ", outcome.waiting())));
                }));
            }
        }
    }

    private void letters(int ofYear) {
        BudgetOverview.Letters letters = overview.letters(ofYear);
        summary.add(new Paragraph(text("letters", letters.sent(), letters.waiting(), letters.failed(), letters.byHand())));
        if (letters.failed() > 0) {
            UnorderedList failed = new UnorderedList();
            overview.failedLetters(ofYear, FAILED_SHOWN).forEach(letter -> {
                Anchor link = new Anchor("dossier/" + letter.recognition(), letter.name());
                failed.add(new ListItem(link, new Paragraph(getTranslation(letter.message(), letter.args().toArray()))));
            });
            summary.add(failed);
        }
    }

    /** For a year that nobody started: this one, or the one before. */
    private Optional<Component> starts() {
        int now = LocalDate.now(clock).getYear();
        boolean may = actor.has(Roles.FUND_SECRETARIAT) || actor.has(Roles.TEAM_LEAD) || actor.has(Roles.FINANCE);
        if (!may || overview.dossier(now).isPresent()) {
            return Optional.empty();
        }
        Button start = new Button(text("start", String.valueOf(now)));
        start.setDisableOnClick(true);
        start.addClickListener(click -> {
            try {
                String dossier = startBudgetYear.start(now);
                getUI().ifPresent(ui -> ui.navigate("dossier/" + dossier));
            } catch (Refused refused) {
                Answers.refused(this, refused);
                start.setEnabled(true);
            }
        });
        return Optional.of(start);
    }

    private Button act(String key, Runnable act) {
        Button button = new Button(text(key));
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                act.run();
                draw();
            } catch (Refused refused) {
                Answers.refused(this, refused);
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private Component dossier(int ofYear) {
        String number = overview.dossier(ofYear).orElseThrow();
        return new PageLink("dossier/" + number, text("dossier", number));
    }

    private void number(DescriptionList list, String key, String value) {
        list.add(new Div(new DescriptionList.Term(text(key)), new DescriptionList.Description(value)));
    }

    private String day(Instant at) {
        return Dates.prose(at.atZone(MovableClock.BRUSSELS).toLocalDate(), getLocale());
    }

    private String text(String key, Object... args) {
        return getTranslation("trainingbudget.screen." + key, args);
    }
}
