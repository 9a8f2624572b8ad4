package be.dossierwerk.forecast.ui;

import be.dossierwerk.forecast.ChancesOfDossiers.Chance;
import be.dossierwerk.forecast.Reason;
import be.dossierwerk.forecast.RenewForecast;
import be.dossierwerk.forecast.ShowForecast;
import be.dossierwerk.forecast.ShowForecast.Bin;
import be.dossierwerk.forecast.ShowForecast.Choice;
import be.dossierwerk.forecast.ShowForecast.Expected;
import be.dossierwerk.forecast.ShowForecast.Line;
import be.dossierwerk.forecast.ShowForecast.Page;
import be.dossierwerk.forecast.ShowForecast.Stand;
import be.dossierwerk.forecast.ShowForecast.Tested;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.Answers;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.temporal.IsoFields;
import java.util.List;

/** What comes: the open dossiers that may miss their norm, the norms at the end of the quarter, and whether earlier chances held. The list stands in the address. */
@Route(ForecastView.PATH)
@Menu(title = "menu.forecast", order = 36)
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
@StyleSheet("context://forecast.css")
class ForecastView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "wat-komt";

    private static final int PAGE = 20;

    private final transient ShowForecast showForecast;
    private final transient RenewForecast renewForecast;
    private transient Choice choice;

    ForecastView(ShowForecast showForecast, RenewForecast renewForecast) {
        this.showForecast = showForecast;
        this.renewForecast = renewForecast;
        addClassNames("dw-page", "dw-board", "dw-forecast");
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        choice = new Choice(query.getSingleParameter("lijst").filter("te-laat"::equals).isPresent(), query.getSingleParameter("norm").filter(code -> code.matches("[A-Z]+-[0-9]+")).orElse(null),
                query.getSingleParameter("vanaf").filter(typed -> typed.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(0), PAGE);
        draw();
    }

    private void draw() {
        removeAll();
        Stand stand = showForecast.stand();
        add(new H1(getPageTitle()), new Paragraph(text("explanation")));
        stand(stand);
        List<Tested> tested = showForecast.tested();
        if (stand.silence() == null) {
            dossiers(tested);
            quarter();
        }
        if (!tested.isEmpty()) {
            calibration(tested);
        }
    }

    private void stand(Stand stand) {
        String said = stand.silence() == null ? text("stand", Dates.prose(stand.day(), getLocale()))
                : text("silent." + stand.silence(), stand.day() == null ? "" : Dates.prose(stand.day(), getLocale()));
        Div line = new Div(new Span(said));
        line.addClassName("dw-board-choices");
        if (stand.busy()) {
            line.add(new Span(text("busy")), new Button(text("look"), click -> draw()));
        } else if (stand.mayRenew()) {
            line.add(new Button(text("renew"), click -> renew()));
        }
        line.getElement().setAttribute("role", "status");
        add(line);
    }

    private void renew() {
        try {
            renewForecast.renew();
        } catch (Refused refused) {
            Answers.refused(this, refused);
        }
        draw();
    }

    private void dossiers(List<Tested> tested) {
        Page page = showForecast.dossiers(choice);
        add(new H2(text("dossiers")));
        Div choices = new Div(link(address(false, choice.norm(), 0), text("open"), !choice.late()), link(address(true, choice.norm(), 0), text("late"), choice.late()));
        if (choice.norm() != null) {
            choices.add(link(address(choice.late(), null, 0), text("all-norms"), false));
        }
        choices.addClassName("dw-board-choices");
        add(choices);
        tested.stream().filter(norm -> norm.code().equals(choice.norm())).forEach(norm -> add(new Paragraph(text("only", norm.name()))));
        if (page.lines().isEmpty()) {
            add(new Paragraph(text(choice.late() ? "none-late" : tested.stream().noneMatch(Tested::open) ? "none-open" : "none")));
            return;
        }
        add(table(page));
        pages(page);
    }

    private Component table(Page page) {
        CardTable table = new CardTable(text("dossiers"), List.of(text("dossier"), text("chance"), text("left"), text("norm"), text("reasons")));
        for (Line line : page.lines()) {
            table.row(line.ours() ? link("dossier/" + line.dossier(), line.dossier(), false) : CardTable.text(line.dossier()), CardTable.text(chance(line)), CardTable.text(left(line)),
                    link("boordtabel/norm/" + line.code(), line.norm(), false), reasons(line.reasons()));
        }
        return table;
    }

    private String chance(Line line) {
        if (line.certain()) {
            return text("certain");
        }
        String word = line.chance() >= 0.5 ? "large" : line.chance() >= 0.25 ? "real" : "small";
        return text("chance." + word, Chance.percent(line.chance()));
    }

    private String left(Line line) {
        return line.certain() ? text("since", Dates.prose(line.last(), getLocale())) : text(line.hours() ? "hours-left" : "days-left", line.left());
    }

    private Component reasons(List<Reason> reasons) {
        UnorderedList list = new UnorderedList();
        reasons.forEach(reason -> list.add(new ListItem(getTranslation(reason.key(), reason.args().toArray()))));
        return list;
    }

    private void pages(Page page) {
        if (page.of() <= PAGE) {
            return;
        }
        Div pages = new Div(new Span(text("page", choice.offset() + 1, Math.min(choice.offset() + PAGE, page.of()), page.of())));
        if (choice.offset() > 0) {
            pages.add(link(address(choice.late(), choice.norm(), Math.max(0, choice.offset() - PAGE)), text("earlier"), false));
        }
        if (choice.offset() + PAGE < page.of()) {
            pages.add(link(address(choice.late(), choice.norm(), choice.offset() + PAGE), text("later"), false));
        }
        pages.addClassName("dw-board-choices");
        add(pages);
    }

    private void quarter() {
        List<Expected> norms = showForecast.quarter();
        if (norms.isEmpty()) {
            add(new H2(text("quarter")), new Paragraph(text("no-quarter")));
            return;
        }
        var from = norms.get(0).from();
        add(new H2(text("quarter")), new Paragraph(text("quarter-explained", from.get(IsoFields.QUARTER_OF_YEAR), String.valueOf(from.getYear()))));
        CardTable table = new CardTable(text("quarter"), List.of(text("norm"), text("target"), text("so-far"), text("expected"), text("range"), text("held")));
        for (Expected norm : norms) {
            table.row(link("boordtabel/norm/" + norm.code(), norm.name(), false), CardTable.text(text("percent", norm.target())),
                    CardTable.text(norm.counted() == 0 ? text("nothing-yet") : text("share", 100.0 * norm.met() / norm.counted(), norm.met(), norm.counted())),
                    CardTable.text(text("percent", norm.expected())), CardTable.text(text("between", norm.low(), norm.high())), CardTable.text(text("held-in", norm.held(), norm.tested())));
        }
        add(table);
    }

    private void calibration(List<Tested> tested) {
        add(new H2(text("calibration")));
        Tested one = tested.stream().filter(norm -> norm.code().equals(choice.norm())).findFirst().orElse(null);
        List<Bin> bins = showForecast.bins(one == null ? null : one.code());
        add(new Paragraph(one == null ? text("calibration-all", tested.stream().filter(Tested::open).count(), tested.size()) : verdict(one)));
        if (!bins.isEmpty()) {
            add(new CalibrationChart(bins, text("chart", one == null ? text("all-shown") : one.name()), text("axis-said"), text("axis-came")));
            CardTable table = new CardTable(text("chart", one == null ? text("all-shown") : one.name()), List.of(text("said"), text("count"), text("mean"), text("came")));
            bins.forEach(bin -> table.row(text("from-to", bin.from(), bin.from() + 10), text("number", bin.count()), text("percent", 100 * bin.chance()), text("percent", 100 * bin.missed())));
            add(table);
        }
        CardTable all = new CardTable(text("each-norm"), List.of(text("norm"), text("shown"), text("tested"), text("error"), text("skill")));
        for (Tested norm : tested) {
            all.row(link(address(false, norm.code(), 0), norm.name(), false), CardTable.text(text("gate." + norm.gate())), CardTable.text(text("tested-on", norm.dossiers(), norm.missed())),
                    CardTable.text(text("points", 100 * norm.error())), CardTable.text(norm.dossiers() == 0 ? "" : text("percent", 100 * norm.skill())));
        }
        Details behind = new Details(text("each-norm"), new Paragraph(text("method")), all);
        behind.setWidthFull();
        add(behind);
    }

    private String verdict(Tested norm) {
        return text("verdict." + norm.gate(), norm.name(), norm.dossiers(), 100 * norm.error(), norm.z(), 100 * norm.skill(), 100 * norm.skillAtLeast());
    }

    private static String address(boolean late, String norm, int from) {
        return PATH + "?lijst=" + (late ? "te-laat" : "open") + (norm == null ? "" : "&norm=" + norm) + (from == 0 ? "" : "&vanaf=" + from);
    }

    private static Anchor link(String to, String label, boolean current) {
        Anchor link = new PageLink(to, label);
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private String text(String key, Object... args) {
        return getTranslation("forecast.screen." + key, args);
    }
}
