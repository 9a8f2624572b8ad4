package be.dossierwerk.reimbursement.ui;

import be.dossierwerk.reimbursement.RecordReimbursementParameter;
import be.dossierwerk.reimbursement.ReimbursementParameter;
import be.dossierwerk.reimbursement.ReimbursementParameters;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Amounts and rules of the reimbursement of training as they hold on a day, which stands in the address; what nobody recorded is said. */
@Route(ReimbursementParametersView.PATH)
@Menu(title = "menu.reimbursement-parameters", order = 47)
@RolesAllowed({Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
class ReimbursementParametersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "terugbetaling-bedragen";

    private static final String DAY = "dag";

    private final transient ReimbursementParameters parameters;
    private final transient RecordReimbursementParameter recordReimbursementParameter;
    private final transient Clock clock;
    private final DateField day;
    private final Div body = new Div();
    private boolean applying;

    ReimbursementParametersView(ReimbursementParameters parameters, RecordReimbursementParameter recordReimbursementParameter, CurrentActor currentActor, Clock clock) {
        this.parameters = parameters;
        this.recordReimbursementParameter = recordReimbursementParameter;
        this.clock = clock;
        getStyle().set("padding", "0 1rem 2rem");
        day = new DateField(text("day"));
        day.addValueChangeListener(change -> changed());
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), day);
        Actor actor = currentActor.get();
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
        applying = true;
        day.setValue(event.getLocation().getQueryParameters().getSingleParameter(DAY).map(ReimbursementParametersView::date).orElse(LocalDate.now(clock)));
        applying = false;
        draw();
    }

    private void changed() {
        if (!applying && day.getValue() != null) {
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, QueryParameters.of(DAY, day.getValue().toString()))));
            draw();
        }
    }

    private void draw() {
        body.removeAll();
        CardTable table = new CardTable(getPageTitle(), Stream.of("what", "amount", "from", "to", "source").map(this::text).toList());
        Map<ReimbursementParameter, ReimbursementParameter.Value> known = parameters.on(day.getValue());
        for (ReimbursementParameter parameter : ReimbursementParameter.values()) {
            ReimbursementParameter.Value value = known.get(parameter);
            table.row(words(parameter), value == null ? text("missing") : amount(value), value == null ? "" : Dates.table(value.validFrom()),
                    value == null ? "" : Dates.table(value.validTo()), value == null ? "" : value.source());
        }
        body.add(table);
    }

    private void open() {
        ActDialog dialog = new ActDialog("reimbursement.parameters.record", "reimbursement.parameters.what-happens", "reimbursement.parameters.done");
        ComboBox<ReimbursementParameter> parameter = dialog.field("parameter", new ComboBox<>(text("what"), ReimbursementParameter.values()));
        parameter.setItemLabelGenerator(this::words);
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(text("amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        DateField from = dialog.field("validFrom", new DateField(text("from")));
        DateField to = dialog.field("validTo", new DateField(text("to")));
        to.setRequiredIndicatorVisible(false);
        to.setHelperText(text("to-help"));
        TextArea source = dialog.field("source", new TextArea(text("source")));
        dialog.offer("reimbursement.parameters.record", () -> recordReimbursementParameter.record(new ReimbursementParameter.Value(parameter.getValue(), amount.getValue(),
                from.getValue(), to.getValue(), source.getValue())), this::draw);
    }

    private String amount(ReimbursementParameter.Value value) {
        return switch (value.parameter()) {
            case INDIENEN_DAGEN -> text("days", value.amount());
            case STEEKPROEF_PROCENT -> text("percent", value.amount());
            case FACTUUR_BTW_TELT_MEE -> text(value.amount().signum() > 0 ? "yes" : "no");
            default -> Euros.table(value.amount(), getLocale());
        };
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String words(ReimbursementParameter parameter) {
        return getTranslation("reimbursement.parameter." + parameter);
    }

    private String text(String key, Object... args) {
        return getTranslation("reimbursement.parameters." + key, args);
    }
}
