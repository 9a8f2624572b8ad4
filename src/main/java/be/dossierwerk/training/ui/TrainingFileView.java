package be.dossierwerk.training.ui;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DaysLeft;
import be.dossierwerk.shared.ui.PageLink;
import be.dossierwerk.training.RecordGroupAdvice;
import be.dossierwerk.training.ShowTrainingFile;
import be.dossierwerk.training.ShowTrainingFile.Line;
import be.dossierwerk.training.TrainingModel;
import be.dossierwerk.training.TrainingStatus;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
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
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A group file: where each of its trainings stands, why and until when; agenda and advice for all of them together. */
@Route(TrainingFileView.PATH + "/:nummer")
@RolesAllowed({Roles.HANDLER, Roles.INTAKE, Roles.LAWYER, Roles.SECRETARIAT, Roles.COMMITTEE, Roles.CHAIR, Roles.TEAM_LEAD, Roles.HEAD, Roles.SIGNATORY, Roles.INSPECTOR,
    Roles.FINES, Roles.FUND_SECRETARIAT, Roles.FUND_COMMITTEE, Roles.FINANCE, Roles.AUDITOR, Roles.MANAGER})
@StyleSheet("context://inbox.css")
@StyleSheet("context://dossier.css")
@StyleSheet("context://recognition.css")
@StyleSheet("context://training.css")
class TrainingFileView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "opleidingsgroep";

    private final transient ShowTrainingFile showTrainingFile;
    private final transient RecordGroupAdvice recordGroupAdvice;
    private final transient Actor actor;
    private final transient Clock clock;
    private final H1 title = new H1();
    private final Div facts = new Div();
    private final Div acts = new Div();
    private final ComboBox<TrainingStatus> status = new ComboBox<>();
    private final Div lines = new Div();
    private String number = "";
    private transient ShowTrainingFile.Sheet sheet;

    TrainingFileView(ShowTrainingFile showTrainingFile, RecordGroupAdvice recordGroupAdvice, CurrentActor currentActor, Clock clock) {
        this.showTrainingFile = showTrainingFile;
        this.recordGroupAdvice = recordGroupAdvice;
        this.actor = currentActor.get();
        this.clock = clock;
        addClassNames("dw-page", "dw-trainingfile");
        acts.addClassName("dw-training-acts");
        status.setLabel(text("filter"));
        status.setItems(TrainingStatus.values());
        status.setItemLabelGenerator(each -> getTranslation("training.screen.status." + each));
        status.setClearButtonVisible(true);
        status.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                AddressBar.replace(this, new Location(here()));
                drawLines();
            }
        });
        lines.getElement().setAttribute("aria-live", "polite");
        add(title, facts, acts, new H2(text("trainings")), status, lines);
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("nummer").orElse("");
        status.setValue(event.getLocation().getQueryParameters().getSingleParameter("toestand").flatMap(code -> Arrays.stream(TrainingStatus.values())
                .filter(each -> each.name().equals(code)).findFirst()).orElse(null));
        draw();
    }

    private void draw() {
        facts.removeAll();
        acts.removeAll();
        lines.removeAll();
        try {
            sheet = showTrainingFile.show(number);
        } catch (Refused refused) {
            title.setText(getTranslation(refused.key(), refused.args()));
            return;
        }
        title.setText(text("title", number));
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        fact(list, "applicant", sheet.file().name() + " (" + EnterpriseNumber.format(sheet.file().enterpriseNumber()) + ")");
        fact(list, "received", Dates.prose(sheet.receivedOn()));
        fact(list, "undertakings", sheet.undertakings().isEmpty() ? text("undertakings.none") : sheet.undertakings().stream().map(each -> each.name())
                .collect(Collectors.joining(", ")));
        fact(list, "counts", Arrays.stream(TrainingStatus.values()).filter(each -> sheet.count(each) > 0)
                .map(each -> getTranslation("training.screen.status." + each) + ": " + sheet.count(each)).collect(Collectors.joining(" · ")));
        facts.add(list, new Paragraph(new PageLink("dossier/" + number, text("to-dossier"))), new Paragraph(text("own-clock")));
        offer();
        drawLines();
    }

    private void offer() {
        if (!actor.has(Roles.FUND_SECRETARIAT) && !actor.has(Roles.SECRETARIAT)) {
            return;
        }
        List<Line> ready = sheet.lines().stream().filter(line -> TrainingModel.PLACE.equals(line.taskKey())).toList();
        if (!ready.isEmpty()) {
            Button place = new Button(text("place", ready.size()), click -> getUI().ifPresent(ui -> ui.navigate("taak/" + ready.get(0).taskId(),
                    QueryParameters.of("terug", PATH + "/" + number))));
            place.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(place);
        }
        for (LocalDate session : sheet.toAdvise()) {
            Button advise = new Button(text("advise", Dates.prose(session)), click -> new GroupAdviceDialog(number, session, waiting(session), LocalDate.now(clock),
                    recordGroupAdvice, this::draw).open());
            advise.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(advise);
        }
    }

    private List<Line> waiting(LocalDate session) {
        return sheet.lines().stream().filter(line -> TrainingModel.RECORD_ADVICE.equals(line.taskKey()) && session.equals(line.session())).toList();
    }

    private void drawLines() {
        lines.removeAll();
        List<Line> shown = sheet.lines().stream().filter(line -> status.getValue() == null || line.training().status() == status.getValue()).toList();
        if (shown.isEmpty()) {
            lines.add(new Paragraph(text("none")));
            return;
        }
        CardTable table = new CardTable(text("trainings"), Stream.of("number", "training", "takers", "status", "why", "clock").map(key -> text("column." + key)).toList());
        table.addClassName("dw-training-lines");
        for (Line line : shown) {
            table.row(new PageLink("dossier/" + line.training().dossier(), line.training().dossier()), CardTable.text(line.training().title()),
                    CardTable.text(String.join(", ", line.undertakings())), CardTable.text(getTranslation("training.screen.status." + line.training().status())),
                    why(line), days(line));
        }
        lines.add(table);
    }

    private Component why(Line line) {
        Div why = new Div(new Span(line.why()));
        if (line.taskId() != null && line.mayDo(actor)) {
            Anchor task = new PageLink("taak/" + line.taskId() + "?terug=" + URLEncoder.encode(here(), StandardCharsets.UTF_8), line.step());
            task.setAriaLabel(line.step() + ": " + line.training().title());
            why.add(new Span(" "), task);
        }
        return why;
    }

    private Component days(Line line) {
        if (line.training().status().ended()) {
            return CardTable.text(text("ended"));
        }
        if (line.clock() == null) {
            return CardTable.text(text("not-started"));
        }
        return DaysLeft.linked(DaysLeft.badge(this, line.clock().daysLeft(), line.clock().pausedSince()), line.training().dossier(), TrainingModel.DECISION_TERM);
    }

    /** This page with its filter. */
    private String here() {
        return new Location(PATH + "/" + number, status.getValue() == null ? QueryParameters.empty() : QueryParameters.simple(Map.of("toestand", status.getValue().name())))
                .getPathWithQueryParameters();
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(text(key)), new DescriptionList.Description(value));
    }

    private String text(String key, Object... args) {
        return getTranslation("training.file." + key, args);
    }
}
