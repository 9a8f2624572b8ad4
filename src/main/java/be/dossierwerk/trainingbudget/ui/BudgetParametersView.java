package be.dossierwerk.trainingbudget.ui;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.trainingbudget.BudgetParameter;
import be.dossierwerk.trainingbudget.BudgetParameters;
import be.dossierwerk.trainingbudget.RecordBudgetParameter;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Amounts and thresholds of the training budget, of this year and the next; what nobody recorded yet is said. The bookkeeper or lawyer records one. */
@Route(BudgetParametersView.PATH)
@RolesAllowed({Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
@StyleSheet("context://trainingbudget.css")
class BudgetParametersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = BudgetsView.PATH + "/bedragen";

    private final transient BudgetParameters parameters;
    private final transient RecordBudgetParameter recordBudgetParameter;
    private final transient Actor actor;
    private final transient Clock clock;
    private final Div body = new Div();

    BudgetParametersView(BudgetParameters parameters, RecordBudgetParameter recordBudgetParameter, CurrentActor currentActor, Clock clock) {
        this.parameters = parameters;
        this.recordBudgetParameter = recordBudgetParameter;
        this.actor = currentActor.get();
        this.clock = clock;
        addClassName("dw-budgets");
        Anchor back = new Anchor(BudgetsView.PATH, text("back"));
        back.getElement().setAttribute("router-link", true);
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), back);
        if (actor.has(Roles.FINANCE) || actor.has(Roles.LAWYER)) {
            add(new Div(new Button(text("record"), click -> open())));
        }
        add(body);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw();
    }

    private void draw() {
        body.removeAll();
        int now = LocalDate.now(clock).getYear();
        for (int year : List.of(now, now + 1)) {
            String heading = text("of-year", String.valueOf(year));
            CardTable table = new CardTable(heading, Stream.of("what", "amount", "from", "to", "source").map(this::text).toList());
            Map<BudgetParameter, BudgetParameter.Value> known = parameters.on(LocalDate.of(year, 1, 1));
            for (BudgetParameter parameter : BudgetParameter.values()) {
                BudgetParameter.Value value = known.get(parameter);
                table.row(words(parameter), value == null ? text("missing") : amount(value), value == null ? "" : Dates.table(value.validFrom()),
                        value == null ? "" : Dates.table(value.validTo()), value == null ? "" : value.source());
            }
            body.add(new H2(heading), table);
        }
    }

    private void open() {
        ActDialog dialog = new ActDialog("trainingbudget.parameters.record", "trainingbudget.parameters.what-happens", "trainingbudget.parameters.done");
        ComboBox<BudgetParameter> parameter = dialog.field("parameter", new ComboBox<>(text("what"), BudgetParameter.values()));
        parameter.setItemLabelGenerator(this::words);
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(text("amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        DateField from = dialog.field("validFrom", new DateField(text("from")));
        DateField to = dialog.field("validTo", new DateField(text("to")));
        to.setRequiredIndicatorVisible(false);
        to.setHelperText(text("to-help"));
        TextArea source = dialog.field("source", new TextArea(text("source")));
        dialog.offer("trainingbudget.parameters.record", () -> recordBudgetParameter.record(new BudgetParameter.Value(parameter.getValue(), amount.getValue(),
                from.getValue(), to.getValue(), source.getValue())), this::draw);
    }

    private String amount(BudgetParameter.Value value) {
        return value.parameter().counts() ? NumberFormat.getIntegerInstance(getLocale()).format(value.amount()) : Euros.table(value.amount(), getLocale());
    }

    private String words(BudgetParameter parameter) {
        return getTranslation("trainingbudget.parameter." + parameter);
    }

    private String text(String key, Object... args) {
        return getTranslation("trainingbudget.parameters." + key, args);
    }
}
