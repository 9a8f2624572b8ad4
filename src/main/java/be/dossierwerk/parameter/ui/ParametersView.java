package be.dossierwerk.parameter.ui;

import be.dossierwerk.parameter.DatedParameter;
import be.dossierwerk.parameter.DatedParameters;
import be.dossierwerk.parameter.ParameterKind;
import be.dossierwerk.parameter.ParameterList;
import be.dossierwerk.parameter.RecordParameter;
import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Euros;
import be.dossierwerk.shared.ui.ActDialog;
import be.dossierwerk.shared.ui.AddressBar;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Every list of amounts and limits as they hold on a day, which stands in the address; what nobody recorded is said. */
@Route(DatedParameters.SCREEN)
@Menu(title = "menu.parameters", order = 47)
@RolesAllowed({Roles.FINANCE, Roles.FUND_SECRETARIAT, Roles.TEAM_LEAD, Roles.HANDLER, Roles.LAWYER, Roles.HEAD, Roles.MANAGER, Roles.AUDITOR})
class ParametersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String DAY = "dag";

    private final transient DatedParameters parameters;
    private final transient RecordParameter recordParameter;
    private final transient List<ParameterList> lists;
    private final transient Clock clock;
    private final DateField day;
    private final Div body = new Div();
    private boolean applying;

    ParametersView(DatedParameters parameters, RecordParameter recordParameter, List<ParameterList> lists, CurrentActor currentActor, Clock clock) {
        this.parameters = parameters;
        this.recordParameter = recordParameter;
        this.lists = lists;
        this.clock = clock;
        addClassName("dw-page");
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
        day.setValue(event.getLocation().getQueryParameters().getSingleParameter(DAY).map(ParametersView::date).orElse(LocalDate.now(clock)));
        applying = false;
        draw();
    }

    private void changed() {
        if (!applying && day.getValue() != null) {
            AddressBar.replace(this, new Location(DatedParameters.SCREEN, QueryParameters.of(DAY, day.getValue().toString())));
            draw();
        }
    }

    private void draw() {
        body.removeAll();
        lists.forEach(list -> body.add(new H2(getTranslation("parameter." + list.list())), new Paragraph(getTranslation("parameter." + list.list() + ".explanation")),
                table(getTranslation("parameter." + list.list()), list.kinds())));
    }

    private <K extends ParameterKind> CardTable table(String heading, Collection<K> kinds) {
        CardTable table = new CardTable(heading, Stream.of("what", "amount", "from", "to", "source").map(this::text).toList());
        Map<K, DatedParameter<K>> known = parameters.on(day.getValue(), kinds);
        for (K kind : kinds) {
            DatedParameter<K> value = known.get(kind);
            table.row(getTranslation(kind.textKey()), value == null ? text("missing") : amount(value), value == null ? "" : Dates.table(value.validFrom()),
                    value == null ? "" : Dates.table(value.validTo()), value == null ? "" : value.source());
        }
        return table;
    }

    private void open() {
        ActDialog dialog = new ActDialog("parameter.screen.record", "parameter.screen.what-happens", "parameter.screen.done");
        ComboBox<ParameterKind> kind = dialog.field("kind", new ComboBox<>(text("what"), lists.stream().flatMap(list -> list.kinds().stream()).map(ParameterKind.class::cast).toList()));
        kind.setItemLabelGenerator(one -> getTranslation(one.textKey()));
        BigDecimalField amount = dialog.field("amount", new BigDecimalField(text("amount")));
        amount.setLocale(Locale.forLanguageTag("nl-BE"));
        DateField from = dialog.field("validFrom", new DateField(text("from")));
        DateField to = dialog.field("validTo", new DateField(text("to")));
        to.setRequiredIndicatorVisible(false);
        to.setHelperText(text("to-help"));
        TextArea source = dialog.field("source", new TextArea(text("source")));
        dialog.offer("parameter.screen.record", () -> recordParameter.record(new DatedParameter<>(kind.getValue(), amount.getValue(), from.getValue(), to.getValue(),
                source.getValue())), this::draw);
    }

    private String amount(DatedParameter<?> value) {
        return value.kind().unit() == ParameterKind.Unit.EURO ? Euros.table(value.amount(), getLocale()) : getTranslation("parameter.unit." + value.kind().unit(), value.amount());
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String text(String key) {
        return getTranslation("parameter.screen." + key);
    }
}
