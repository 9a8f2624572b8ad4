package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard;
import be.dossierwerk.board.ShowBoard.Board;
import be.dossierwerk.board.ShowBoard.NormLine;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowBoard.Standing;
import be.dossierwerk.board.ShowBoard.VolumeLine;
import be.dossierwerk.board.ShowDepartment;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The yearly table of the department: what was promised, what came of it, and the dossiers behind each number. The periods and the part stand in the address. */
@Route(BoardView.PATH)
@Menu(title = "menu.board", order = 35)
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "boordtabel";

    private final transient ShowBoard showBoard;
    private final transient ShowDepartment showDepartment;
    private final PeriodPicker picker = new PeriodPicker(this::open);
    private final ComboBox<String> measure = new ComboBox<>(text("measure"));
    private final Checkbox missedOnly = new Checkbox(text("missed-only"));
    private final TextField typed = new TextField(text("search"));
    private final Div part = new Div(measure, typed, missedOnly);
    private final Paragraph summary = new Paragraph();
    private final Div body = new Div();
    private final Map<String, String> names = new LinkedHashMap<>();
    private transient AskedPeriods asked;
    private transient Board board;

    BoardView(ShowBoard showBoard, ShowDepartment showDepartment) {
        this.showBoard = showBoard;
        this.showDepartment = showDepartment;
        addClassNames("dw-page", "dw-board");
        measure.setItemLabelGenerator(code -> code.isEmpty() ? text("all-measures") : code.equals(BoardPart.SERVICE_VOUCHERS) ? text("service-vouchers") : names.getOrDefault(code, code));
        measure.addValueChangeListener(change -> narrow(change.isFromClient()));
        missedOnly.addValueChangeListener(change -> narrow(change.isFromClient()));
        typed.setClearButtonVisible(true);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addValueChangeListener(change -> narrow(change.isFromClient()));
        part.addClassNames("dw-board-part", "dw-board-screen");
        Paragraph explanation = new Paragraph(text("explanation"));
        explanation.addClassName("dw-board-screen");
        summary.getElement().setAttribute("role", "status");
        add(new H1(getPageTitle()), explanation, picker, part, summary, body);
    }

    static String address(AskedPeriods asked) {
        return PATH + "?" + asked.query();
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Integer> years = showBoard.years();
        body.removeAll();
        showFigures(!years.isEmpty());
        if (years.isEmpty()) {
            body.add(new Paragraph(text("nothing")));
            return;
        }
        try {
            asked = AskedPeriods.of(event.getLocation().getQueryParameters(), Period.year(years.get(0)));
            show(years, BoardPart.of(event.getLocation().getQueryParameters()));
        } catch (Refused refused) {
            showFigures(false);
            body.add(new WrongAddress(refused));
        }
    }

    private void show(List<Integer> years, BoardPart wanted) {
        board = showBoard.of(asked.period(), asked.other());
        names.clear();
        board.norms().forEach(line -> names.putIfAbsent(line.measure(), line.measureName()));
        List<String> choices = new ArrayList<>(List.of("", BoardPart.SERVICE_VOUCHERS));
        choices.addAll(names.keySet());
        if (!choices.contains(wanted.measure())) {
            throw new Refused("board.address", List.of(new Refused.Field("maatregel", "board.address.measure", "maatregel", wanted.measure())));
        }
        picker.show(asked, years);
        measure.setItems(choices);
        measure.setValue(wanted.measure());
        missedOnly.setValue(wanted.missedOnly());
        typed.setValue(wanted.typed());
        draw(wanted);
    }

    private void showFigures(boolean figures) {
        picker.setVisible(figures);
        part.setVisible(figures);
        summary.setVisible(figures);
    }

    private void open(AskedPeriods chosen) {
        UI.getCurrent().navigate(address(chosen) + part().query());
    }

    private BoardPart part() {
        return new BoardPart(measure.getValue() == null ? "" : measure.getValue(), missedOnly.getValue(), typed.getValue());
    }

    /** The same figures, fewer of them: the address follows, and Back leads past it. */
    private void narrow(boolean byPerson) {
        if (byPerson) {
            AddressBar.replace(this, new Location(address(asked) + part().query()));
            draw(part());
        }
    }

    private void draw(BoardPart wanted) {
        body.removeAll();
        List<NormLine> norms = board.norms().stream().filter(wanted::shows).toList();
        List<VolumeLine> volumes = board.volumes().stream().filter(line -> wanted.shows(line, names.getOrDefault(line.measure(), ""))).toList();
        Set<String> known = new HashSet<>();
        norms.stream().filter(line -> line.now().counted() + line.before().counted() > 0).forEach(line -> known.add(line.measure()));
        volumes.stream().filter(line -> line.now().signum() != 0 || line.before().signum() != 0).forEach(line -> known.add(line.measure()));
        summarize(norms);
        body.add(new BoardDownloads(asked.period(), asked.other()), new DepartmentSummary(asked, () -> showDepartment.of(board)));
        List<NormLine> toldNorms = norms.stream().filter(line -> known.contains(line.measure())).toList();
        List<VolumeLine> toldVolumes = volumes.stream().filter(line -> known.contains(line.measure())).toList();
        if (!toldNorms.isEmpty()) {
            body.add(new H2(text("norms")), new NormTable(asked, toldNorms), note("standing"));
        }
        if (!toldVolumes.isEmpty()) {
            body.add(new H2(text("volumes")), new VolumeTable(asked, toldVolumes, names));
        }
        String silent = norms.stream().filter(line -> !known.contains(line.measure())).map(NormLine::measureName).distinct().sorted().collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            body.add(new H2(text("silent")), new Paragraph(text("silent-which", silent)));
        }
        if (norms.isEmpty() && volumes.isEmpty()) {
            body.add(new Paragraph(text("nothing-found")));
        }
    }

    private void summarize(List<NormLine> norms) {
        Map<Standing, Long> count = norms.stream().collect(Collectors.groupingBy(NormLine::standing, Collectors.counting()));
        BoardWords words = new BoardWords(this, getLocale());
        summary.setText(text("summary", words.period(asked.period()), words.period(asked.other()), count.getOrDefault(Standing.MET, 0L), count.getOrDefault(Standing.ALMOST, 0L),
                count.getOrDefault(Standing.MISSED, 0L), count.getOrDefault(Standing.UNKNOWN, 0L)));
    }

    private Paragraph note(String key) {
        Paragraph note = new Paragraph(text(key));
        note.addClassName("dw-note");
        return note;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.screen." + key, args);
    }
}
