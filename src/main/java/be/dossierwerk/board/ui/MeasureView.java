package be.dossierwerk.board.ui;

import be.dossierwerk.board.RecordBudgetLine;
import be.dossierwerk.board.RecordPublishedFigure;
import be.dossierwerk.board.ShowBoard;
import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowDepartment;
import be.dossierwerk.board.ShowMeasure;
import be.dossierwerk.board.ShowMeasure.Measure;
import be.dossierwerk.board.ShowMeasure.Sheet;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The indicator sheet of one measure in its five domains, of a period beside another. */
@Route(MeasureView.PATH + "/:code")
@RolesAllowed({Roles.HEAD, Roles.MANAGER, Roles.TEAM_LEAD, Roles.AUDITOR})
@StyleSheet("context://board.css")
class MeasureView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BoardView.PATH + "/maatregel";

    private final transient ShowMeasure showMeasure;
    private final transient ShowBoard showBoard;
    private final transient ShowDepartment showDepartment;
    private final transient RecordPublishedFigure recordFigure;
    private final transient RecordBudgetLine recordLine;
    private final transient Clock clock;
    private final boolean records;
    private final Div head = new Div();
    private final ComboBox<Measure> measure = new ComboBox<>(text("other-measure"));
    private final PeriodPicker picker = new PeriodPicker(chosen -> UI.getCurrent().navigate(address(this.code, chosen)));
    private final Div body = new Div();
    private transient AskedPeriods asked;
    private String code = "";
    private String title = "";

    MeasureView(ShowMeasure showMeasure, ShowBoard showBoard, ShowDepartment showDepartment, RecordPublishedFigure recordFigure, RecordBudgetLine recordLine, CurrentActor currentActor,
            Clock clock) {
        this.showMeasure = showMeasure;
        this.showBoard = showBoard;
        this.showDepartment = showDepartment;
        this.recordFigure = recordFigure;
        this.recordLine = recordLine;
        this.clock = clock;
        records = currentActor.get().has(Roles.MANAGER);
        addClassNames("dw-page", "dw-board", "dw-measure");
        measure.setItemLabelGenerator(Measure::name);
        measure.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrent().navigate(address(change.getValue().code(), asked));
            }
        });
        Div choose = new Div(measure);
        choose.addClassNames("dw-board-part", "dw-board-screen");
        add(head, choose, picker, body);
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
        code = event.getRouteParameters().get("code").orElse("");
        try {
            asked = AskedPeriods.of(event.getLocation().getQueryParameters(), Period.year(LocalDate.now(clock).getYear()));
            show();
            known(true);
        } catch (Refused refused) {
            known(false);
            title = text("title");
            head.removeAll();
            head.add(new H1(title), new WrongAddress(refused));
        }
    }

    private void known(boolean known) {
        measure.setVisible(known);
        picker.setVisible(known);
        body.setVisible(known);
    }

    private void show() {
        Sheet sheet = showMeasure.of(code, asked.period(), asked.other());
        List<Measure> all = showMeasure.all();
        title = sheet.measure().name();
        head.removeAll();
        PageLink back = new PageLink(BoardView.address(asked), getTranslation("board.norm.to-board"));
        back.addClassName("dw-board-screen");
        head.add(back, new H1(title), new Paragraph(text("explanation")));
        measure.setItems(all);
        measure.setValue(sheet.measure());
        picker.show(asked, showBoard.years());
        body.removeAll();
        if (code.equals(ShowMeasure.DEPARTMENT)) {
            DepartmentSummary summary = new DepartmentSummary(asked, () -> showDepartment.of(showBoard.of(asked.period(), asked.other())));
            summary.setOpened(true);
            body.add(summary);
        }
        body.add(new MeasureNumbers(sheet, asked), new MeasureStaff(sheet, asked), new MeasureInspections(sheet, asked), new MeasureBudget(sheet, asked), new MeasureComplaints(sheet, asked));
        if (records) {
            body.add(acts(sheet));
        }
    }

    private Div acts(Sheet sheet) {
        Div acts = new Div(new Button(getTranslation("board.record.figure"), click -> new FigureDialog(sheet, recordFigure, this::show)));
        if (!sheet.budget().isEmpty()) {
            acts.add(new Button(getTranslation("board.record.budget"), click -> new BudgetDialog(sheet, recordLine, this::show)));
        }
        acts.addClassNames("dw-board-choices", "dw-board-screen");
        return acts;
    }

    private String text(String key) {
        return getTranslation("board.measure." + key);
    }
}
