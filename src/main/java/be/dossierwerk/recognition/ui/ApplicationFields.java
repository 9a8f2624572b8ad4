package be.dossierwerk.recognition.ui;

import be.dossierwerk.recognition.Application;
import be.dossierwerk.recognition.PaperForm;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.Typing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.ValueContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of the paper application by their JSON path; draws and gives back what was typed, decides nothing. */
class ApplicationFields extends Div {

    private static final int WHOLE = 16;
    private static final int HALF = 8;
    private static final int QUARTER = 4;
    private static final Locale BELGIAN = Locale.forLanguageTag("nl-BE");
    private static final List<String> TYPES = List.of("COMMERCIEEL", "VZW", "OCMW_LOKAAL_BESTUUR", "NATUURLIJKE_PERSOON", "ANDER");

    /** A field on the screen with its raw text. */
    private record Bound(Component component, Supplier<String> raw, String label) { }

    /** A repeated part, such as one person; its paths follow from where it stands now. */
    private static final class Row extends Div {
        private final transient Map<String, Bound> fields = new LinkedHashMap<>();
        private final H3 heading = new H3();
    }

    private final transient Map<String, Bound> bound = new LinkedHashMap<>();
    private final transient Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final transient Map<String, Button> adders = new LinkedHashMap<>();
    private final transient PaperForm form;
    private final transient Runnable typed;
    private final LocalDate today;
    private Component department;

    /** {@code typed}: called after every change, 400 ms after the last letter. */
    ApplicationFields(PaperForm form, LocalDate today, Runnable typed) {
        this.form = form;
        this.today = today;
        this.typed = typed;
        addClassNames("dw-form", "dw-application");
        receipt();
        undertaking();
        repeated("establishments", false);
        repeated("persons", true);
        activities();
        statements();
        plan();
    }

    /** What stands in the fields now, by path; empty ones too. */
    PaperForm form() {
        Map<String, String> raw = new TreeMap<>();
        all().forEach((path, field) -> raw.put(path, field.raw().get()));
        return new PaperForm(raw);
    }

    /** Fields with a text that is no date or no amount: without this, what was typed there would silently count as nothing. */
    List<Refused.Field> unreadable() {
        List<Refused.Field> wrong = new ArrayList<>();
        bound.forEach((path, field) -> {
            if (field.component() instanceof DateField date && date.isEmpty()
                    && date.getDefaultValidator().apply(null, new ValueContext(date)).isError()) {
                wrong.add(new Refused.Field(path, "recognition.screen.date-unreadable"));
            }
            if (field.component() instanceof BigDecimalField amount && amount.isEmpty()
                    && amount.getDefaultValidator().apply(null, new ValueContext(amount)).isError()) {
                wrong.add(new Refused.Field(path, "recognition.screen.amount-unreadable"));
            }
        });
        return wrong;
    }

    /** Marks exactly these fields as wrong. */
    void showErrors(List<Refused.Field> wrong) {
        Map<String, Refused.Field> byPath = wrong.stream().collect(Collectors.toMap(Refused.Field::name, f -> f, (a, b) -> a));
        all().forEach((path, field) -> {
            if (field.component() instanceof HasValidationProperties validated) {
                Refused.Field error = byPath.get(path);
                validated.setErrorMessage(error == null ? null : getTranslation(error.key(), error.args()));
                validated.setInvalid(error != null);
            }
        });
    }

    /** To the field; for a whole list to its first field, or to the button that adds one. */
    void focus(String path) {
        Bound field = rows.getOrDefault(path, List.of()).isEmpty() ? all().get(path) : rows.get(path).get(0).fields.values().iterator().next();
        Component target = field != null ? field.component() : adders.get(path);
        if (target != null) {
            target.getElement().callJsFunction("focus");
        }
    }

    /** The field in words, for the list of errors. */
    String label(String path) {
        Bound field = all().get(path);
        return field != null ? field.label() : getTranslation("recognition.screen.group." + path.replaceAll("[^A-Za-z].*", ""));
    }

    private void receipt() {
        Div group = group("receipt");
        DateField received = date(group, "receivedOn", QUARTER, true);
        received.setHelperText(text("help.receivedOn"));
        RadioButtonGroup<String> kind = new RadioButtonGroup<>(text("field.kind"));
        kind.setItems(codes(Application.Kind.values()));
        kind.setItemLabelGenerator(code -> text("kind." + code));
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        String chosen = value("kind");
        kind.setValue(chosen.isEmpty() ? Application.Kind.EERSTE.name() : chosen);
        add(group, "kind", kind, WHOLE - QUARTER, true, () -> kind.getValue() == null ? "" : kind.getValue());
    }

    private void undertaking() {
        Div group = group("undertaking");
        number(group, bound, "undertaking.enterpriseNumber", "undertaking.enterpriseNumber", CheckedNumber.ENTERPRISE, HALF, true)
                .setHelperText(text("help.enterpriseNumber"));
        line(group, "undertaking.name", HALF, true);
        line(group, "undertaking.legalForm", QUARTER, false).setHelperText(text("help.legalForm"));
        choice(group, bound, "undertaking.type", "undertaking.type", TYPES, "type.", QUARTER, false);
        number(group, bound, "undertaking.iban", "undertaking.iban", CheckedNumber.ACCOUNT, HALF, false);
        line(group, "undertaking.street", HALF, true);
        line(group, "undertaking.postalCode", QUARTER, true);
        line(group, "undertaking.municipality", QUARTER, true);
        line(group, "undertaking.email", HALF, false);
        line(group, "undertaking.phone", HALF, false);
    }

    private void activities() {
        Div group = group("activities");
        CheckboxGroup<String> field = new CheckboxGroup<>(text("field.activities"));
        List<String> codes = codes(Application.Activity.values());
        field.setItems(codes);
        field.setItemLabelGenerator(code -> getTranslation("recognition.activity." + code));
        field.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        Set<String> ticked = new LinkedHashSet<>();
        Stream.of(value("activities").split(",")).filter(codes::contains).forEach(ticked::add);
        field.setValue(ticked);
        // Not marked as required: the group would say aria-required, which a group may not. The help says it in words.
        field.setHelperText(text("help.activities"));
        add(group, bound, "activities", field, text("group.activities"), WHOLE, false, () -> codes.stream().filter(field.getValue()::contains).collect(Collectors.joining(",")));
    }

    private void statements() {
        Div group = group("statements");
        date(group, "infoSession.followedOn", QUARTER, false);
        line(group, "infoSession.participants[0]", QUARTER, false);
        line(group, "infoSession.participants[1]", QUARTER, false);
        spacer(group);
        BigDecimalField amount = new BigDecimalField(text("field.deposit.amount"));
        amount.setLocale(BELGIAN);
        amount.setValue(decimal(value("deposit.amount")));
        amount.setHelperText(text("help.deposit"));
        Typing.follow(amount);
        add(group, "deposit.amount", amount, QUARTER, false, () -> amount.getValue() == null ? "" : amount.getValue().toPlainString());
        date(group, "deposit.paidOn", QUARTER, false);
        line(group, "deposit.reference", QUARTER, false);
        spacer(group);
        RadioButtonGroup<String> others = new RadioButtonGroup<>(text("field.otherActivities"));
        others.setItems("true", "false");
        others.setItemLabelGenerator(code -> text("yes-no." + code));
        others.setHelperText(text("help.otherActivities"));
        String chosen = value("otherActivities");
        others.setValue(chosen.isEmpty() ? null : chosen);
        TextArea description = area("separateDepartment");
        department = description;
        description.setHelperText(text("help.separateDepartment"));
        add(group, "otherActivities", others, WHOLE, false, () -> others.getValue() == null ? "" : others.getValue());
        add(group, "separateDepartment", description, WHOLE, false, description::getValue);
        description.setVisible("true".equals(others.getValue()) || !description.isEmpty());
        others.addValueChangeListener(change -> department.setVisible("true".equals(change.getValue()) || !description.isEmpty()));
        Checkbox commitments = new Checkbox(text("field.commitments"));
        commitments.setValue(Boolean.parseBoolean(value("commitments")));
        add(group, "commitments", commitments, WHOLE, false, () -> String.valueOf(commitments.getValue()));
    }

    private void plan() {
        Div group = group("plan");
        for (String chapter : List.of("generalInformation", "investments", "staff", "income", "fixedCosts", "variableCosts", "balanceSheet")) {
            TextArea area = area("businessPlan." + chapter);
            add(group, "businessPlan." + chapter, area, "generalInformation".equals(chapter) ? WHOLE : HALF, false, area::getValue);
        }
    }

    /** Rows of the same fields; {@code atLeastOne} shows the first without asking. */
    private void repeated(String list, boolean atLeastOne) {
        Div group = group(list);
        Div lines = new Div();
        lines.addClassName("dw-application-rows");
        rows.put(list, new ArrayList<>());
        Button add = new Button(text("add." + list), click -> {
            row(list, lines, null);
            List<Row> all = rows.get(list);
            all.get(all.size() - 1).fields.values().iterator().next().component().getElement().callJsFunction("focus");
            typed.run();
        });
        adders.put(list, add);
        for (int i = 0; i < Math.max(form.rows(list), atLeastOne ? 1 : 0); i++) {
            row(list, lines, i);
        }
        group.add(wide(lines, WHOLE), wide(new Div(add), WHOLE));
    }

    private void row(String list, Div lines, Integer from) {
        Row row = new Row();
        row.addClassNames("dw-form", "dw-application-row");
        row.getElement().setAttribute("role", "group");
        Button remove = new Button(text("remove"), click -> {
            rows.get(list).remove(row);
            lines.remove(row);
            nameRows(list);
            adders.get(list).focus();
            typed.run();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(row.heading, remove);
        head.addClassName("dw-application-row-head");
        row.add(wide(head, WHOLE));
        String at = from == null ? null : list + "[" + from + "].";
        if ("persons".equals(list)) {
            rowLine(row, list, at, "name", HALF, true);
            number(row, row.fields, "nationalNumber", "persons.nationalNumber", at, CheckedNumber.NATIONAL, QUARTER, true);
            choice(row, row.fields, "function", "persons.function", at, codes(Application.Function.values()), "function.", QUARTER, true);
        } else {
            number(row, row.fields, "number", "establishments.number", at, CheckedNumber.ESTABLISHMENT, QUARTER, true);
            rowLine(row, list, at, "street", HALF, false);
            rowLine(row, list, at, "postalCode", 2, false);
            rowLine(row, list, at, "municipality", 2, false);
        }
        rows.get(list).add(row);
        lines.add(row);
        nameRows(list);
    }

    private void nameRows(String list) {
        List<Row> all = rows.get(list);
        for (int i = 0; i < all.size(); i++) {
            String name = text("row." + list, String.valueOf(i + 1));
            all.get(i).heading.setText(name);
            all.get(i).getElement().setAttribute("aria-label", name);
        }
    }

    /** Every field by its path now: rows have moved when one before them went. */
    private Map<String, Bound> all() {
        Map<String, Bound> all = new LinkedHashMap<>(bound);
        rows.forEach((list, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                String at = list + "[" + i + "].";
                String which = lines.get(i).heading.getText();
                lines.get(i).fields.forEach((name, field) -> all.put(at + name, new Bound(field.component(), field.raw(), which + ", " + field.label())));
            }
        });
        return all;
    }

    private Div group(String name) {
        Div group = new Div();
        group.addClassNames("dw-form", "dw-form-group");
        H2 heading = new H2(getTranslation("recognition.screen.group." + name));
        heading.addClassName("dw-form-heading");
        group.add(heading);
        String help = "recognition.screen.group." + name + ".help";
        if (List.of("persons", "statements", "plan").contains(name)) {
            group.add(wide(new Paragraph(getTranslation(help)), WHOLE));
        }
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        add(wide(group, WHOLE));
        return group;
    }

    private TextField line(Div into, String path, int columns, boolean required) {
        return line(into, bound, path, path, value(path), columns, required);
    }

    private void rowLine(Row row, String list, String at, String name, int columns, boolean required) {
        line(row, row.fields, name, list + "." + name, at == null ? "" : value(at + name), columns, required);
    }

    private TextField line(Div into, Map<String, Bound> fields, String path, String labelKey, String value, int columns, boolean required) {
        TextField field = new TextField(text("field." + plain(labelKey)));
        field.setValue(value);
        Typing.follow(field);
        add(into, fields, path, field, field.getLabel(), columns, required, field::getValue);
        return field;
    }

    private TextArea area(String path) {
        TextArea area = new TextArea(text("field." + path));
        area.setMinRows(3);
        area.setMaxRows(14);
        area.setValue(value(path));
        Typing.follow(area);
        return area;
    }

    private TextField number(Div into, Map<String, Bound> fields, String path, String labelKey, CheckedNumber number, int columns, boolean required) {
        return number(into, fields, path, labelKey, "", number, columns, required);
    }

    /** Checks once there are enough characters, and writes a good number as people read it. */
    private TextField number(Div into, Map<String, Bound> fields, String path, String labelKey, String at, CheckedNumber number, int columns,
                             boolean required) {
        TextField field = line(into, fields, path, labelKey, at == null ? "" : number.format(value(at + path)), columns, required);
        field.addValueChangeListener(change -> {
            String value = change.getValue();
            if (number.isValid(value)) {
                field.setInvalid(false);
                if (change.isFromClient()) {
                    field.setValue(number.format(value));
                }
            } else {
                field.setErrorMessage(getTranslation(number.wrongKey()));
                field.setInvalid(number.isTyped(value));
            }
            if (number == CheckedNumber.ENTERPRISE) {
                field.setHelperText(text(number.isValid(value) ? "help.number-right" : "help.enterpriseNumber"));
            }
        });
        // Who leaves the field has typed all of it.
        field.addBlurListener(blur -> {
            if (!field.isEmpty() && !number.isValid(field.getValue())) {
                field.setErrorMessage(getTranslation(number.wrongKey()));
                field.setInvalid(true);
            }
        });
        return field;
    }

    private void choice(Div into, Map<String, Bound> fields, String path, String labelKey, List<String> codes, String words, int columns, boolean required) {
        choice(into, fields, path, labelKey, "", codes, words, columns, required);
    }

    private void choice(Div into, Map<String, Bound> fields, String path, String labelKey, String at, List<String> codes, String words,
                        int columns, boolean required) {
        // Not a Select: its button says aria-required, which a button may not.
        ComboBox<String> field = new ComboBox<>(text("field." + labelKey));
        field.setPlaceholder(text("choose"));
        field.setItems(codes);
        field.setItemLabelGenerator(code -> text(words + code));
        field.setClearButtonVisible(!required);
        String value = at == null ? "" : value(at + path);
        field.setValue(codes.contains(value) ? value : null);
        add(into, fields, path, field, field.getLabel(), columns, required, () -> field.getValue() == null ? "" : field.getValue());
    }

    private DateField date(Div into, String path, int columns, boolean required) {
        DateField field = new DateField(text("field." + path));
        field.setMax(today);
        field.setValue(day(value(path)));
        add(into, path, field, columns, required, () -> field.getValue() == null ? "" : field.getValue().toString());
        return field;
    }

    private <C extends Component & HasValue<?, ?>> void add(Div into, String path, C field, int columns, boolean required, Supplier<String> raw) {
        add(into, bound, path, field, text("field." + plain(path)), columns, required, raw);
    }

    private <C extends Component & HasValue<?, ?>> void add(Div into, Map<String, Bound> fields, String path, C field, String label, int columns,
                                                            boolean required, Supplier<String> raw) {
        field.setRequiredIndicatorVisible(required);
        if (field instanceof HasValidation validated) {
            // The server's check is the only one; the component's own would clear or double its messages.
            validated.setManualValidation(true);
        }
        fields.put(path, new Bound(field, raw, label));
        into.add(wide(field, columns));
        field.addValueChangeListener(change -> {
            if (field instanceof HasValidationProperties validated && validated.isInvalid()) {
                validated.setInvalid(false);
            }
            if (change.isFromClient()) {
                typed.run();
            }
        });
    }

    private static void spacer(Div into) {
        Div empty = new Div();
        empty.addClassName("dw-form-spacer");
        into.add(wide(empty, QUARTER));
    }

    private static <C extends Component> C wide(C component, int columns) {
        component.getElement().getStyle().set("--dw-span", String.valueOf(columns));
        return component;
    }

    private static List<String> codes(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static String plain(String path) {
        return path.replace("[", ".").replace("]", "");
    }

    private String value(String path) {
        return form.fields().getOrDefault(path, "");
    }

    private String text(String key, Object... args) {
        return getTranslation("recognition.screen." + key, args);
    }

    private static LocalDate day(String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static BigDecimal decimal(String value) {
        try {
            return value.isBlank() ? null : new BigDecimal(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
