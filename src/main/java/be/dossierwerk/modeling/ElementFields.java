package be.dossierwerk.modeling;

import be.dossierwerk.engine.TaskRole;
import be.dossierwerk.modeling.DiagramChoices.Choice;
import be.dossierwerk.modeling.DiagramChoices.Fact;
import be.dossierwerk.modeling.DiagramSteps.Kind;
import be.dossierwerk.modeling.DiagramSteps.Step;
import be.dossierwerk.modeling.DiagramSteps.Way;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The properties of the chosen element in plain Dutch. Fields stay when another element of the same kind is chosen, so that the keyboard stays where it is. */
class ElementFields extends Div {

    /** Puts properties of an element in the drawing. */
    @FunctionalInterface
    interface Setter {
        void set(String element, JsonObject values, String what);
    }

    private final transient DiagramChoices choices;
    private final transient Setter setter;
    private final transient Consumer<String> choose;
    private final H3 title = new H3();
    private final Span kind = new Span();
    private final Div body = new Div();
    private final Div onwards = new Div();
    private final TextField name = new TextField();
    private final MultiSelectComboBox<Choice> groups = new MultiSelectComboBox<>();
    private final ComboBox<Choice> form = new ComboBox<>();
    private final ComboBox<Choice> taskRole = new ComboBox<>();
    private final ComboBox<Choice> term = new ComboBox<>();
    private final IntegerField days = new IntegerField();
    private final ComboBox<String> message = new ComboBox<>();
    private final ComboBox<Choice> delegate = new ComboBox<>();
    private final Span letter = new Span();
    private final Paragraph letters = new Paragraph();
    private final ComboBox<Choice> block = new ComboBox<>();
    private final Checkbox otherwise = new Checkbox();
    private final ComboBox<Fact> fact = new ComboBox<>();
    private final ComboBox<Choice> comparison = new ComboBox<>();
    private final ComboBox<Choice> value = new ComboBox<>();
    private final TextArea documentation = new TextArea();
    private final transient List<Choice> comparisons;
    private final transient List<Choice> yesNo;
    private final transient List<Choice> taskRoles;
    private transient UnaryOperator<String> names = UnaryOperator.identity();
    private String element = "";
    private String shape = "";
    private transient List<Choice> offered = List.of();
    private String waysSaid = "";
    private boolean loading;
    private boolean focusNext;

    ElementFields(DiagramChoices choices, Setter setter, Consumer<String> choose) {
        this.choices = choices;
        this.setter = setter;
        this.choose = choose;
        comparisons = List.of(new Choice("==", getTranslation("modeling.is")), new Choice("!=", getTranslation("modeling.is-not")));
        yesNo = List.of(new Choice("true", getTranslation("modeling.yes")), new Choice("false", getTranslation("modeling.no")));
        addClassName("dw-fields");
        letter.addClassName("dw-fields-letter");
        letters.addClassName("dw-fields-letters");
        kind.addClassName("dw-step-kind");
        onwards.addClassName("dw-fields-onwards");
        add(title, kind, body, onwards);
        name.setLabel(getTranslation("modeling.field.name"));
        groups.setLabel(getTranslation("modeling.field.groups"));
        groups.setItems(choices.roles());
        groups.setItemLabelGenerator(Choice::label);
        list(form, "form", choices.forms());
        taskRoles = TaskRole.codes().stream().map(code -> new Choice(code, getTranslation("modeling.task-role." + code))).toList();
        list(taskRole, "task-role", taskRoles);
        taskRole.setHelperText(getTranslation("modeling.field.task-role.help"));
        list(term, "term", choices.terms());
        days.setLabel(getTranslation("modeling.field.days-before"));
        days.setMin(0);
        days.setMax(999);
        days.setStepButtonsVisible(true);
        message.setLabel(getTranslation("modeling.field.message"));
        message.setItemLabelGenerator(DiagramChoices::words);
        list(delegate, "delegate", choices.delegates());
        list(block, "block", choices.blocks());
        otherwise.setLabel(getTranslation("modeling.field.otherwise"));
        fact.setLabel(getTranslation("modeling.field.fact"));
        fact.setItems(choices.facts());
        fact.setItemLabelGenerator(Fact::label);
        fact.setClearButtonVisible(true);
        list(comparison, "comparison", comparisons);
        list(value, "value", List.of());
        documentation.setLabel(getTranslation("modeling.field.documentation"));
        documentation.setHelperText(getTranslation("modeling.field.documentation.help"));
        documentation.setMinHeight("6rem");
        name.addValueChangeListener(change -> put(change, "name", change.getValue().strip(), "name"));
        groups.addValueChangeListener(change -> put(change, "groups",
                change.getValue().stream().map(Choice::value).sorted().collect(Collectors.joining(",")), "groups"));
        form.addValueChangeListener(change -> {
            letters();
            put(change, "form", code(change.getValue()), "form");
        });
        taskRole.addValueChangeListener(change -> put(change, "taskRole", code(change.getValue()), "task-role"));
        term.addValueChangeListener(this::putTimer);
        days.addValueChangeListener(this::putTimer);
        message.addValueChangeListener(change -> put(change, "message", change.getValue() == null ? "" : change.getValue(), "message"));
        delegate.addValueChangeListener(change -> {
            letters();
            put(change, "delegate", change.getValue() == null ? "" : "${" + change.getValue().value() + "}", "delegate");
        });
        block.addValueChangeListener(change -> put(change, "calls", code(change.getValue()), "block"));
        documentation.addValueChangeListener(change -> put(change, "documentation", change.getValue().strip(), "documentation"));
        otherwise.addValueChangeListener(change -> {
            condition();
            put(change, "otherwise", change.getValue() ? "true" : "", "condition");
        });
        fact.addValueChangeListener(change -> {
            condition();
            putCondition(change);
        });
        comparison.addValueChangeListener(this::putCondition);
        value.addValueChangeListener(this::putCondition);
        show(null, "", true, UnaryOperator.identity());
    }

    /** @param steps null when no diagram is shown yet */
    final void show(DiagramSteps steps, String chosen, boolean readOnly, UnaryOperator<String> naming) {
        names = naming;
        element = chosen;
        Step step = steps == null ? null : steps.step(chosen).orElse(null);
        Way way = steps == null ? null : steps.way(chosen).orElse(null);
        loading = true;
        try {
            if (step != null) {
                title.setText(naming.apply(chosen));
                kind.setText(getTranslation("modeling.kind." + step.kind().name().toLowerCase(java.util.Locale.ROOT)));
                boolean waits = step.kind() == Kind.MESSAGE || step.kind() == Kind.START && !step.message().isEmpty();
                shape(step.kind() + (waits ? " waits" : ""), waits ? List.of(name, message, documentation) : shapeOf(step));
                load(step);
                if (waits) {
                    message.setItems(steps.messages());
                    message.setValue(step.message().isEmpty() ? null : step.message());
                }
                onwards(step);
            } else if (way != null) {
                boolean answer = steps.step(way.from()).filter(from -> from.kind() == Kind.CHOICE && from.ways().size() > 1).isPresent();
                title.setText(naming.apply(chosen));
                kind.setText(getTranslation("modeling.kind.flow"));
                shape("flow" + answer, answer ? List.of(name, otherwise, fact, comparison, value) : List.of(name));
                load(way);
                onwards(null);
            } else {
                title.setText(getTranslation("modeling.editor.properties"));
                kind.setText("");
                shape("none", List.of(new Paragraph(getTranslation("modeling.editor.none-chosen"))));
                onwards(null);
            }
        } finally {
            loading = false;
        }
        List.<HasValue<?, ?>>of(name, groups, form, taskRole, term, days, message, delegate, block, otherwise, fact, comparison, value, documentation)
                .forEach(field -> field.setReadOnly(readOnly));
        if (focusNext && step != null) {
            focusNext = false;
            focusName();
        }
    }

    void focusName() {
        if (name.isAttached()) {
            name.focus();
        }
    }

    /** The name of what is about to be drawn will be typed first. */
    void focusNameOfNext() {
        focusNext = true;
    }

    private List<Component> shapeOf(Step step) {
        return switch (step.kind()) {
            case USER_TASK -> List.of(name, groups, form, letters, taskRole, documentation);
            case SERVICE_TASK -> List.of(name, delegate, letters, documentation);
            case CALL -> List.of(name, block, documentation);
            case TIMER -> List.of(name, term, days, documentation);
            default -> List.of(name, documentation);
        };
    }

    private void shape(String wanted, List<Component> fields) {
        if (!wanted.equals(shape)) {
            shape = wanted;
            body.removeAll();
            body.add(fields);
        }
    }

    private void load(Step step) {
        load(name, step.name());
        load(documentation, step.documentation());
        Set<Choice> people = new LinkedHashSet<>();
        step.groups().forEach(group -> people.add(choice(choices.roles(), group)));
        load(groups, people);
        load(form, choice(choices.forms(), step.form()));
        load(taskRole, choice(taskRoles, step.taskRole()));
        load(term, step.timer().map(timer -> choice(choices.terms(), timer.term())).orElse(null));
        load(days, step.timer().map(TermTimer::daysBefore).orElse(0));
        load(delegate, choice(choices.delegates(), step.delegate()));
        load(block, choice(choices.blocks(), step.calls()));
        letters();
    }

    private void load(Way way) {
        load(name, way.name());
        load(otherwise, way.otherwise());
        FlowCondition holds = way.condition().orElse(null);
        load(fact, holds == null ? null : choices.fact(holds.fact()).orElseGet(() -> new Fact(holds.fact(), holds.fact(), List.of())));
        condition();
        boolean yesOrNo = holds != null && holds.value() == null;
        load(comparison, comparisons.get(holds == null || yesOrNo || holds.equal() ? 0 : 1));
        load(value, holds == null ? null : yesOrNo ? yesNo.get(holds.equal() ? 0 : 1) : choice(choices.fact(holds.fact()).map(Fact::values).orElse(List.of()), holds.value()));
    }

    /** What may be chosen follows from the fact; "anders" asks for nothing. */
    private void condition() {
        boolean before = loading;
        loading = true;
        Fact chosen = fact.getValue();
        Choice kept = value.getValue();
        List<Choice> values = chosen == null ? List.of() : chosen.yesOrNo() ? yesNo : chosen.values();
        // New items empty the list under the hands of who is choosing.
        if (!values.equals(offered)) {
            offered = values;
            value.setItems(values);
            load(value, kept != null && values.contains(kept) ? kept : null);
        }
        comparison.setVisible(chosen == null || !chosen.yesOrNo());
        loading = before;
        List.of(fact, comparison, value).forEach(field -> ((HasEnabled) field).setEnabled(!otherwise.getValue()));
    }

    /** Which letter leaves follows from what the step does: the product fixes it, and the fields say so. */
    private void letters() {
        boolean form = shape.startsWith(Kind.USER_TASK.name());
        String what = form ? code(this.form.getValue()) : code(delegate.getValue());
        String sent = String.join(" / ", choices.letters().getOrDefault(what, List.of()));
        letter.setText(sent.isEmpty() ? "" : getTranslation("modeling.letters", sent) + " ");
        letters.removeAll();
        letters.add(letter, new Span(getTranslation(form ? "modeling.letters.of-form" : "modeling.letters.of-step")));
        letters.setVisible(!sent.isEmpty());
    }

    private void onwards(Step step) {
        List<String> said = new ArrayList<>();
        if (step != null) {
            step.ways().forEach(way -> said.add(way + names.apply(way.to())));
        }
        if (said.toString().equals(waysSaid)) {
            return;
        }
        waysSaid = said.toString();
        onwards.removeAll();
        if (said.isEmpty()) {
            return;
        }
        onwards.add(new H4(getTranslation(step.kind() == Kind.CHOICE && step.ways().size() > 1 ? "modeling.field.answers" : "modeling.list.next")));
        step.ways().forEach(way -> {
            NativeButton link = new NativeButton(way.name().isBlank() ? getTranslation("modeling.way", names.apply(way.to()))
                    : getTranslation("modeling.way.named", way.name(), names.apply(way.to())), click -> choose.accept(way.flow()));
            link.addClassName("dw-step-link");
            Div line = new Div(link);
            String holds = way.otherwise() ? getTranslation("modeling.otherwise") : way.condition().map(this::inWords).orElse("");
            if (!holds.isEmpty()) {
                Span says = new Span(holds);
                says.addClassName("dw-step-kind");
                line.add(says);
            }
            onwards.add(line);
        });
    }

    private String inWords(FlowCondition condition) {
        String what = choices.fact(condition.fact()).map(Fact::label).orElse(condition.fact());
        String is = getTranslation(condition.value() == null || condition.equal() ? "modeling.is" : "modeling.is-not");
        String which = condition.value() == null ? getTranslation(condition.equal() ? "modeling.yes" : "modeling.no")
                : choices.fact(condition.fact()).map(known -> DiagramChoices.label(known.values(), condition.value())).orElse(condition.value());
        return what + " " + is + " " + which;
    }

    private void putTimer(AbstractField.ComponentValueChangeEvent<?, ?> change) {
        if (term.getValue() != null && days.getValue() != null && days.getValue() >= 0 && days.getValue() <= 999) {
            put(change, "timer", new TermTimer(term.getValue().value(), days.getValue()).expression(), "term");
        }
    }

    private void putCondition(AbstractField.ComponentValueChangeEvent<?, ?> change) {
        if (fact.getValue() == null) {
            put(change, "condition", "", "condition");
        } else if (value.getValue() != null && comparison.getValue() != null) {
            boolean equal = comparison.getValue().value().equals("==");
            FlowCondition holds = fact.getValue().yesOrNo() ? new FlowCondition(fact.getValue().name(), value.getValue().value().equals("true"), null)
                    : new FlowCondition(fact.getValue().name(), equal, value.getValue().value());
            put(change, "condition", holds.expression(), "condition");
        }
    }

    private void put(AbstractField.ComponentValueChangeEvent<?, ?> change, String property, String now, String text) {
        if (loading || !change.isFromClient()) {
            return;
        }
        JsonObject values = Json.createObject();
        values.put(property, now);
        setter.set(element, values, getTranslation(FileEditor.DUTCH, "modeling.what.set." + text, names.apply(element), shown(change.getValue())));
    }

    private static String shown(Object value) {
        if (value instanceof Choice choice) {
            return choice.label();
        }
        if (value instanceof Set<?> several) {
            return several.stream().map(ElementFields::shown).sorted().collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    private static String code(Choice choice) {
        return choice == null ? "" : choice.value();
    }

    /** What the diagram says, also when it is not in the list; null when it says nothing. */
    private static Choice choice(List<Choice> among, String code) {
        return code == null || code.isEmpty() ? null : among.stream().filter(choice -> choice.value().equals(code)).findFirst().orElse(new Choice(code, code));
    }

    private static <V> void load(HasValue<?, V> field, V now) {
        if (!Objects.equals(field.getValue(), now)) {
            field.setValue(now);
        }
    }

    private void list(ComboBox<Choice> list, String key, List<Choice> items) {
        list.setLabel(getTranslation("modeling.field." + key));
        list.setItems(items);
        list.setItemLabelGenerator(Choice::label);
    }
}
