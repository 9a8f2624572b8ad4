package be.dossierwerk.board.ui;

import be.dossierwerk.board.Definitions;
import be.dossierwerk.board.Limit;
import be.dossierwerk.board.Norm;
import be.dossierwerk.board.ShowBoard;
import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Standing;
import be.dossierwerk.board.ShowNorm;
import be.dossierwerk.board.ShowNorm.Sheet;
import be.dossierwerk.board.ShowSplit;
import be.dossierwerk.board.ShowSplit.NormPart;
import be.dossierwerk.board.ShowTrend;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** One norm in one period beside another: its course, its split, and each dossier with why it was met or missed. */
@Route(NormView.PATH + "/:code")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class NormView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/norm";

    private final transient ShowBoard showBoard;
    private final transient ShowNorm showNorm;
    private final transient ShowSplit showSplit;
    private final transient ShowTrend showTrend;
    private final transient Definitions definitions;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final transient BoardWords words;
    private final Div head = new Div();
    private final PeriodPicker picker = new PeriodPicker(chosen -> UI.getCurrent().navigate(this.question.with(chosen).address()));
    private final Div figures = new Div();
    private final NormDossiers dossiers;
    private final Div definition = new Div();
    private transient NormQuestion question;
    private String title = "";

    NormView(ShowBoard showBoard, ShowNorm showNorm, ShowSplit showSplit, ShowTrend showTrend, Definitions definitions, CurrentActor currentActor, Clock clock) {
        this.showBoard = showBoard;
        this.showNorm = showNorm;
        this.showSplit = showSplit;
        this.showTrend = showTrend;
        this.definitions = definitions;
        this.currentActor = currentActor;
        this.clock = clock;
        words = new BoardWords(this, getLocale());
        dossiers = new NormDossiers(showNorm);
        addClassNames("dw-page", "dw-board");
        add(head, picker, figures, dossiers, definition);
    }

    static String address(String code, AskedPeriods asked) {
        return PATH + "/" + code + "?" + asked.query();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        head.removeAll();
        figures.removeAll();
        definition.removeAll();
        try {
            question = NormQuestion.of(event.getRouteParameters().get("code").orElse(""), event.getLocation().getQueryParameters(), Period.year(LocalDate.now(clock).getYear()));
            show(showNorm.of(question.code(), question.asked().period()));
            known(true);
        } catch (Refused refused) {
            known(false);
            title = text("title");
            head.add(new H1(title), new WrongAddress(refused));
        }
    }

    private void known(boolean known) {
        picker.setVisible(known);
        dossiers.setVisible(known);
    }

    private void show(Sheet sheet) {
        AskedPeriods asked = question.asked();
        NormLine line = sheet.beside(showNorm.of(question.code(), asked.other()).result());
        List<NormPart> parts = showSplit.ofNorm(sheet.code(), sheet.version(), asked.period(), asked.other());
        title = sheet.name();
        PageLink back = new PageLink(BoardView.address(asked), text("to-board"));
        back.addClassName("dw-board-screen");
        head.add(back, new H1(title), new Paragraph(sheet.measureName()));
        picker.show(asked, showBoard.years());
        result(line);
        trend(line);
        if (!parts.isEmpty()) {
            figures.add(new H2(getTranslation("board.split.title")), SplitTable.ofNorm(asked, line, parts));
        }
        dossiers.show(question, sheet, parts.stream().map(NormPart::kind).distinct().sorted().toList(), parts.stream().map(NormPart::channel).distinct().sorted().toList());
        define(sheet);
    }

    private void result(NormLine line) {
        AskedPeriods asked = question.asked();
        Div now = new Div(new Paragraph(text("in", words.period(asked.period()), words.result(line.now(), line.decimals()))));
        now.addClassName("dw-board-result");
        if (line.standing() != Standing.UNKNOWN) {
            now.add(new Paragraph(text("of-target", words.percent(line.target().stripTrailingZeros()), words.percent(line.ofTarget(0)))), new StandingSign(line.standing()));
        }
        figures.add(now, new Paragraph(text("in", words.period(asked.other()), words.result(line.before(), line.decimals()))
                + (line.change(0) == null ? "" : " " + text("change", words.points(line.change(line.decimals()))))));
        if (line.change(0) != null) {
            PageLink why = new PageLink(WhyChangedView.address(question), text("why"));
            why.addClassNames("dw-board-button", "dw-board-screen");
            figures.add(why);
        }
    }

    private void trend(NormLine line) {
        List<ShowTrend.Point> points = showTrend.of(line.code(), line.version(), question.asked().period().to(), question.step());
        if (!points.isEmpty()) {
            Div steps = new Div();
            steps.addClassNames("dw-board-choices", "dw-board-screen");
            for (ShowTrend.Step step : ShowTrend.Step.values()) {
                PageLink link = new PageLink(question.by(step).address(), getTranslation("board.trend." + step));
                if (step == question.step()) {
                    link.getElement().setAttribute("aria-current", "true");
                }
                steps.add(link);
            }
            figures.add(new H2(getTranslation("board.trend.heading")), steps, new NormTrend(line, question.asked().period(), points));
        }
    }

    /** How it is counted, in words. */
    private void define(Sheet sheet) {
        definition.add(new H2(text("definition")));
        for (Norm row : sheet.rows()) {
            definition.add(new Paragraph(rule(row)));
        }
        definition.add(new Paragraph(text("defined", sheet.target().stripTrailingZeros().toPlainString(), text("bound." + sheet.bound()), sheet.version(), sheet.source())));
        definition.add(new DefinitionSection(definitions, currentActor.get(), sheet.code()));
    }

    private String rule(Norm row) {
        Limit limit = row.limit();
        return text("rule", words.event(row.start()), words.event(row.stop()), text("limit." + limit.unit(), words.limit(limit.value())), text(row.withoutPauses() ? "without-pauses" : "total"),
                words.event(row.countedIn()));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.norm." + key, args);
    }
}
