package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowSplit;
import be.dossierwerk.board.ShowSplit.VolumePart;
import be.dossierwerk.board.ShowVolume;
import be.dossierwerk.board.ShowVolume.Definition;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** One volume of the board: how it is counted, its split, and every event behind it. */
@Route(VolumeView.PATH + "/:measure/:indicator")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class VolumeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/aantal";

    private final transient ShowVolume showVolume;
    private final transient ShowSplit showSplit;
    private final transient ShowBoard showBoard;
    private final transient Clock clock;
    private final transient BoardWords words;
    private final Div head = new Div();
    private final PeriodPicker picker = new PeriodPicker(chosen -> UI.getCurrent().navigate(this.question.with(chosen).address()));
    private final Div figures = new Div();
    private final VolumeEvents events;
    private transient VolumeQuestion question;
    private String title = "";

    VolumeView(ShowVolume showVolume, ShowSplit showSplit, ShowBoard showBoard, Clock clock) {
        this.showVolume = showVolume;
        this.showSplit = showSplit;
        this.showBoard = showBoard;
        this.clock = clock;
        words = new BoardWords(this, getLocale());
        events = new VolumeEvents(showVolume);
        addClassNames("dw-page", "dw-board");
        add(head, picker, figures, events);
    }

    static String address(String measure, String indicator, AskedPeriods asked) {
        return PATH + "/" + measure + "/" + indicator + "?" + asked.query();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        head.removeAll();
        figures.removeAll();
        try {
            question = VolumeQuestion.of(event.getRouteParameters().get("measure").orElse(""), event.getRouteParameters().get("indicator").orElse(""),
                    event.getLocation().getQueryParameters(), Period.year(LocalDate.now(clock).getYear()));
            show(showVolume.define(question.measure(), question.indicator()));
            known(true);
        } catch (Refused refused) {
            known(false);
            title = text("title");
            head.add(new H1(title), new WrongAddress(refused));
        }
    }

    private void known(boolean known) {
        picker.setVisible(known);
        events.setVisible(known);
    }

    private void show(Definition volume) {
        AskedPeriods asked = question.asked();
        title = volume.name() == null ? getTranslation("board.happened." + volume.event()) : volume.name();
        PageLink back = new PageLink(MeasureView.address(volume.measure(), asked), text("to-measure"));
        back.addClassName("dw-board-screen");
        head.add(back, new H1(title), new Paragraph(volume.measureName()));
        picker.show(asked, showBoard.years());
        BigDecimal number = showVolume.number(volume, asked.period());
        Paragraph now = new Paragraph(getTranslation("board.norm.in", words.period(asked.period()), words.figure(number, volume.euro())));
        Div result = new Div(now);
        result.addClassName("dw-board-result");
        figures.add(result, new Paragraph(definition(volume)));
        List<VolumePart> parts = showSplit.ofVolume(volume.measure(), volume.indicator(), asked.period(), asked.other());
        if (!parts.isEmpty()) {
            figures.add(new H2(getTranslation("board.split.title")), SplitTable.ofVolume(asked, volume.euro(), parts));
        }
        events.show(question, volume, parts.stream().map(VolumePart::kind).distinct().sorted().toList(), parts.stream().map(VolumePart::channel).distinct().sorted().toList());
    }

    /** How it is counted, in words. */
    private String definition(Definition volume) {
        String kinds = volume.kinds() == null ? text("every-kind") : volume.kinds().stream().map(words::kind).collect(Collectors.joining(", "));
        String counted = text(volume.euro() ? "sums" : "counts", words.event(volume.event()), kinds);
        return volume.source() == null ? counted : counted + " " + text("source", volume.publication(), PublishedTable.lines(volume.source()));
    }

    private String text(String key, Object... args) {
        return getTranslation("board.volume." + key, args);
    }
}
