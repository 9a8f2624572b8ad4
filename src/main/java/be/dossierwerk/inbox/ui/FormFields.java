package be.dossierwerk.inbox.ui;

import be.dossierwerk.inbox.FormSchema;
import be.dossierwerk.inbox.FormSchema.Kind;
import be.dossierwerk.inbox.FormSchema.Option;
import be.dossierwerk.inbox.FormSchema.Part;
import be.dossierwerk.shared.Refused;
import be.dossierwerk.shared.ui.DateField;
import be.dossierwerk.shared.ui.Typing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Draws a form of {@code forms/} with accessible fields and gives back what was typed; it decides nothing. */
class FormFields extends Div {

    private static final int COLUMNS = 16;
    /** More choices than this are a list to open, not buttons. */
    private static final int FEW = 3;
    private static final Locale BELGIAN = Locale.forLanguageTag("nl-BE");

    /** A field on the screen: its component, its raw value, and how to make it read-only. */
    private record Bound(Part part, Component component, Supplier<Object> raw, Consumer<Boolean> readOnly) { }

    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final Map<Part, Component> shown = new LinkedHashMap<>();
    private final transient Map<String, Object> values;
    private final transient Runnable typed;

    /** {@code values}: raw values by key; {@code typed}: called after every change, 400 ms after the last letter. */
    FormFields(FormSchema form, Map<String, Object> values, Runnable typed) {
        this.values = values;
        this.typed = typed;
        addClassName("dw-form");
        addAll(this, form.parts());
        hideAndShow();
    }

    /** What stands in the fields now, also in those that are hidden. */
    Map<String, Object> raw() {
        Map<String, Object> raw = new HashMap<>();
        bound.forEach((key, field) -> raw.put(key, field.raw().get()));
        return raw;
    }

    void setReadOnly(boolean readOnly) {
        bound.values().forEach(field -> field.readOnly().accept(readOnly || field.part().readonly()));
    }

    /** Marks exactly these fields as wrong. */
    void showErrors(List<Refused.Field> wrong) {
        Map<String, Refused.Field> byKey = wrong.stream().collect(Collectors.toMap(Refused.Field::name, f -> f, (a, b) -> a));
        bound.forEach((key, field) -> {
            Refused.Field error = byKey.get(key);
            if (field.component() instanceof HasValidationProperties validated) {
                validated.setErrorMessage(error == null ? null : getTranslation(error.key(), error.args()));
                validated.setInvalid(error != null);
            }
        });
    }

    void focus(String key) {
        if (bound.containsKey(key)) {
            bound.get(key).component().getElement().callJsFunction("focus");
        }
    }

    private void addAll(Div into, List<Part> parts) {
        Map<String, Long> inRow = parts.stream().filter(p -> p.row() != null).collect(Collectors.groupingBy(Part::row, Collectors.counting()));
        for (Part part : parts) {
            Component component = part.kind() == Kind.GROUP ? group(part) : part.kind() == Kind.TEXT ? text(part.text()) : field(part);
            int share = part.row() == null ? COLUMNS : (int) (COLUMNS / inRow.get(part.row()));
            component.getElement().getStyle().set("--dw-span", String.valueOf(part.columns() != null ? part.columns() : share));
            shown.put(part, component);
            into.add(component);
        }
    }

    private Component group(Part part) {
        Div group = new Div();
        group.addClassNames("dw-form", "dw-form-group");
        if (part.label() != null) {
            H2 heading = new H2(part.label());
            heading.addClassName("dw-form-heading");
            group.add(heading);
            group.getElement().setAttribute("role", "group").setAttribute("aria-label", part.label());
        }
        addAll(group, part.parts());
        return group;
    }

    private Component field(Part part) {
        Object value = values.get(part.key());
        return switch (part.kind()) {
            case TEXTFIELD -> {
                TextField field = new TextField(part.label());
                field.setHelperText(part.description());
                field.setValue(string(value));
                yield typing(part, field, field::getValue);
            }
            case TEXTAREA -> {
                TextArea field = new TextArea(part.label());
                field.setHelperText(part.description());
                field.setMinRows(3);
                field.setMaxRows(16);
                field.setValue(string(value));
                yield typing(part, field, field::getValue);
            }
            case NUMBER -> {
                BigDecimalField field = new BigDecimalField(part.label());
                field.setLocale(BELGIAN);
                field.setHelperText(part.description());
                field.setValue(number(value));
                yield typing(part, field, () -> field.getValue() == null ? "" : field.getValue().toPlainString());
            }
            case DATE -> {
                DateField field = new DateField(part.label());
                field.setHelperText(part.description());
                field.setValue(date(value));
                yield bind(part, field, () -> field.getValue() == null ? "" : field.getValue().toString());
            }
            case CHECKBOX -> {
                Checkbox field = new Checkbox(part.label());
                field.setHelperText(part.description());
                field.setValue(value != null && Boolean.parseBoolean(value.toString()));
                yield bind(part, field, field::getValue);
            }
            case RADIO -> {
                RadioButtonGroup<String> field = new RadioButtonGroup<>(part.label());
                field.setHelperText(part.description());
                field.setItems(codes(part));
                field.setItemLabelGenerator(labels(part)::get);
                if (part.options().size() > FEW) {
                    field.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
                }
                field.setValue(known(part, value));
                yield bind(part, field, field::getValue);
            }
            case SELECT -> {
                // Not a Select: its button says aria-required, which a button may not.
                ComboBox<String> field = new ComboBox<>(part.label());
                field.setHelperText(part.description());
                field.setPlaceholder(getTranslation("inbox.form.choose"));
                field.setItems(codes(part));
                Map<String, String> labels = labels(part);
                field.setItemLabelGenerator(labels::get);
                field.setClearButtonVisible(!part.rules().required());
                field.setValue(known(part, value));
                yield bind(part, field, field::getValue);
            }
            case CHECKLIST -> {
                CheckboxGroup<String> field = new CheckboxGroup<>(part.label());
                field.setHelperText(part.rules().required() && part.description() == null ? getTranslation("inbox.form.at-least-one")
                        : part.description());
                field.setItems(codes(part));
                field.setItemLabelGenerator(labels(part)::get);
                field.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
                Set<String> ticked = new LinkedHashSet<>();
                if (value instanceof Collection<?> many) {
                    many.stream().map(Object::toString).filter(codes(part)::contains).forEach(ticked::add);
                }
                field.setValue(ticked);
                yield bind(part, field, () -> codes(part).stream().filter(field.getValue()::contains).toList());
            }
            case TEXT, GROUP -> throw new IllegalStateException("not a field: " + part.kind());
        };
    }

    private <C extends Component & HasValue<?, ?> & HasValueChangeMode> Component typing(Part part, C field, Supplier<Object> raw) {
        Typing.follow(field);
        return bind(part, field, raw);
    }

    private <C extends Component & HasValue<?, ?>> Component bind(Part part, C field, Supplier<Object> raw) {
        // A group of boxes would say aria-required, which a group may not.
        field.setRequiredIndicatorVisible(part.rules().required() && part.kind() != Kind.CHECKLIST);
        field.setReadOnly(part.readonly());
        if (field instanceof HasValidation validated) {
            // The server's rules are the only ones; the component's own would clear or double its messages.
            validated.setManualValidation(true);
        }
        field.getElement().setAttribute("data-field", part.key());
        bound.put(part.key(), new Bound(part, field, raw, field::setReadOnly));
        field.addValueChangeListener(change -> {
            if (field instanceof HasValidationProperties validated && validated.isInvalid()) {
                validated.setInvalid(false);
            }
            hideAndShow();
            if (change.isFromClient()) {
                typed.run();
            }
        });
        return field;
    }

    private void hideAndShow() {
        if (bound.isEmpty()) {
            return;
        }
        Map<String, Object> raw = raw();
        shown.forEach((part, component) -> component.setVisible(part.hide() == null || !part.hide().holds(raw)));
    }

    /** Headings, lists and bold text: the Markdown that the form editor's text block is used for. */
    private static Component text(String markdown) {
        Div text = new Div();
        text.addClassName("dw-form-text");
        UnorderedList list = null;
        for (String line : markdown == null ? new String[0] : markdown.split("\\R")) {
            String plain = line.strip();
            if (plain.startsWith("- ") || plain.startsWith("* ")) {
                if (list == null) {
                    list = new UnorderedList();
                    text.add(list);
                }
                list.add(new ListItem(bold(plain.substring(2))));
                continue;
            }
            list = null;
            if (plain.startsWith("#")) {
                String heading = plain.replaceFirst("^#+\\s*", "");
                text.add(plain.startsWith("###") ? new H3(heading) : new H2(heading));
            } else if (!plain.isEmpty()) {
                text.add(new Paragraph(bold(plain)));
            }
        }
        return text;
    }

    private static Component[] bold(String line) {
        List<Component> spans = new ArrayList<>();
        String[] pieces = line.split("\\*\\*", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (!pieces[i].isEmpty()) {
                Span span = new Span(pieces[i]);
                if (i % 2 == 1) {
                    span.addClassName("dw-strong");
                }
                spans.add(span);
            }
        }
        return spans.toArray(Component[]::new);
    }

    private static List<String> codes(Part part) {
        return part.options().stream().map(Option::value).toList();
    }

    private static Map<String, String> labels(Part part) {
        return part.options().stream().collect(Collectors.toMap(Option::value, Option::label, (a, b) -> a));
    }

    private static String known(Part part, Object value) {
        return value != null && codes(part).contains(value.toString()) ? value.toString() : null;
    }

    private static String string(Object value) {
        return value == null ? "" : value.toString();
    }

    private static BigDecimal number(Object value) {
        try {
            return value == null || value.toString().isBlank() ? null : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static LocalDate date(Object value) {
        try {
            return value == null || value.toString().isBlank() ? null : LocalDate.parse(value.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
