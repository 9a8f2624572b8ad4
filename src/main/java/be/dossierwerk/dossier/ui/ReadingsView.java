package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.Readings;
import be.dossierwerk.dossier.Readings.Filter;
import be.dossierwerk.dossier.Readings.Reading;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.DateField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who read sensitive dossiers. The filter stands in the address. */
@Route(ReadingsView.PATH)
@Menu(title = "menu.readings", order = 95)
@RolesAllowed({Roles.AUDITOR, Roles.HEAD})
@StyleSheet("context://dossier.css")
class ReadingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "raadplegingen";

    private final transient Readings readings;
    private final TextField person = new TextField();
    private final TextField dossier = new TextField();
    private final DateField from;
    private final DateField to;
    private final Checkbox withoutTask = new Checkbox();
    private final Div found = new Div();

    ReadingsView(Readings readings) {
        this.readings = readings;
        addClassName("dw-readings");
        person.setLabel(text("person"));
        dossier.setLabel(text("dossier"));
        from = new DateField(text("from"));
        to = new DateField(text("to"));
        withoutTask.setLabel(text("only-without"));
        person.setValueChangeMode(ValueChangeMode.LAZY);
        dossier.setValueChangeMode(ValueChangeMode.LAZY);
        for (HasValue<?, ?> field : List.of(person, dossier, from, to, withoutTask)) {
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    getUI().ifPresent(ui -> ui.navigate(PATH, address()));
                }
            });
        }
        Div fields = new Div(person, dossier, from, to, withoutTask);
        fields.addClassName("dw-readings-filter");
        found.getElement().setAttribute("role", "status");
        add(new H1(getPageTitle()), new Paragraph(text("explanation")), fields, found);
    }

    @Override
    public String getPageTitle() {
        return text("title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        person.setValue(query.getSingleParameter("persoon").orElse(""));
        dossier.setValue(query.getSingleParameter("dossier").orElse(""));
        from.setValue(query.getSingleParameter("van").map(ReadingsView::day).orElse(null));
        to.setValue(query.getSingleParameter("tot").map(ReadingsView::day).orElse(null));
        withoutTask.setValue(query.getSingleParameter("zonder-taak").isPresent());
        List<Reading> some = readings.of(new Filter(person.getValue(), dossier.getValue(), from.getValue(), to.getValue(), withoutTask.getValue()));
        found.removeAll();
        if (some.size() == Readings.SHOWN) {
            found.add(new Paragraph(text("first", Readings.SHOWN)));
        }
        found.add(new ReadingTable(some, false));
    }

    private QueryParameters address() {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "persoon", person.getValue());
        put(parts, "dossier", dossier.getValue());
        put(parts, "van", from.getValue() == null ? "" : from.getValue().toString());
        put(parts, "tot", to.getValue() == null ? "" : to.getValue().toString());
        put(parts, "zonder-taak", withoutTask.getValue() ? "ja" : "");
        return QueryParameters.simple(parts);
    }

    private static void put(Map<String, String> parts, String name, String value) {
        if (!value.isBlank()) {
            parts.put(name, value);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private String text(String key, Object... args) {
        return getTranslation("dossier.reading." + key, args);
    }
}
