package be.dossierwerk.mining.ui;

import be.dossierwerk.mining.AnalysisChoices;
import be.dossierwerk.mining.Figure;
import be.dossierwerk.mining.Figure.Measure;
import be.dossierwerk.mining.OpenFigure;
import be.dossierwerk.mining.Selection;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dossiers behind a number of the analysis, a page at a time, each with its part of it. */
@Route(BehindView.ROUTE)
@RolesAllowed({Roles.AUDITOR, Roles.MANAGER, Roles.HEAD, Roles.TEAM_LEAD})
@StyleSheet("context://mining.css")
class BehindView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "procesanalyse/dossiers";
    static final String FIGURE = "cijfer";

    private static final String PAGE = "blad";
    private static final int ROWS = 50;

    private final transient OpenFigure openFigure;
    private final transient AnalysisChoices choices;
    private final Div body = new Div();

    BehindView(OpenFigure openFigure, AnalysisChoices choices) {
        this.openFigure = openFigure;
        this.choices = choices;
        addClassName("dw-mining");
        add(new H1(getPageTitle()), body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, String> query = AnalysisView.single(event.getLocation().getQueryParameters());
        Selection selection = Selection.of(query, choices.usual());
        body.removeAll();
        Map<String, String> back = selection.query();
        if (query.containsKey(AnalysisView.SHOW)) {
            back.put(AnalysisView.SHOW, query.get(AnalysisView.SHOW));
        }
        body.add(new Paragraph(link("procesanalyse", back, text("back"))));
        Figure figure = Figure.parse(query.getOrDefault(FIGURE, "")).orElse(null);
        if (figure == null) {
            body.add(new Paragraph(text("unknown")));
            return;
        }
        int page = query.getOrDefault(PAGE, "").matches("[1-9][0-9]{0,5}") ? Integer.parseInt(query.get(PAGE)) : 1;
        draw(selection, figure, page, back);
    }

    private void draw(Selection selection, Figure figure, int page, Map<String, String> back) {
        OpenFigure.Behind behind = openFigure.open(selection, figure, (page - 1) * ROWS, ROWS);
        Numbers numbers = Numbers.in(getLocale());
        if (behind.count() == 0) {
            body.add(new Paragraph(text("none")));
            return;
        }
        Paragraph sum = new Paragraph(figure.measure() == Measure.DOSSIERS ? text("count", numbers.of(behind.dossiers()))
                : text("sum." + figure.measure(), numbers.of(behind.value()), numbers.of(behind.dossiers())));
        sum.addClassName("dw-mining-sum");
        sum.getElement().setAttribute("role", "status");
        body.add(sum);
        boolean parts = behind.lines().stream().anyMatch(line -> line.part() != null) && figure.of() != Figure.Of.VARIANT;
        boolean whole = figure.of() == Figure.Of.ALLE && (figure.measure() == Measure.MEDIAAN || figure.measure() == Measure.DAGEN);
        List<String> heads = new ArrayList<>(List.of(text("number"), text("subject"), text("received"), text("closed"), text("length")));
        if (parts && !whole) {
            heads.add(text("part." + figure.measure()));
        }
        CardTable table = new CardTable(text("title"), heads);
        table.addClassName("dw-mining-table");
        for (OpenFigure.Line line : behind.lines()) {
            List<Component> cells = new ArrayList<>(List.of(link("dossier/" + line.dossier(), Map.of(), line.dossier()), CardTable.text(line.subject()),
                    CardTable.text(Dates.table(line.receivedOn())), CardTable.text(line.closedOn() == null ? text("open") : Dates.table(line.closedOn())),
                    CardTable.text(getTranslation("mining.days-of", numbers.of(line.days())))));
            if (parts && !whole) {
                cells.add(CardTable.text(figure.measure() == Measure.KEER ? numbers.of(line.part()) : getTranslation("mining.days-of", numbers.of(line.part()))));
            }
            table.row(cells.toArray(Component[]::new));
        }
        body.add(table);
        int pages = (behind.count() + ROWS - 1) / ROWS;
        if (pages > 1) {
            Div turn = new Div();
            turn.addClassName("dw-mining-pages");
            if (page > 1) {
                turn.add(link(ROUTE, page(back, figure, page - 1), text("previous")));
            }
            turn.add(CardTable.text(text("page", page, pages)));
            if (page < pages) {
                turn.add(link(ROUTE, page(back, figure, page + 1), text("next")));
            }
            body.add(turn);
        }
    }

    private static Map<String, String> page(Map<String, String> of, Figure figure, int page) {
        Map<String, String> query = new java.util.LinkedHashMap<>(of);
        query.put(FIGURE, figure.toString());
        query.put(PAGE, String.valueOf(page));
        return query;
    }

    private static Anchor link(String path, Map<String, String> query, String words) {
        return new PageLink(query.isEmpty() ? path : path + "?" + QueryParameters.simple(query).getQueryString(), words);
    }

    private String text(String key, Object... args) {
        return getTranslation("mining.behind." + key, args);
    }
}
