package be.dossierwerk.modeling;

import be.dossierwerk.engine.DiagramFinding.Severity;
import be.dossierwerk.modeling.DiagramSteps.Kind;
import be.dossierwerk.modeling.DiagramSteps.Step;
import be.dossierwerk.modeling.DiagramSteps.Way;
import be.dossierwerk.shared.ui.CardTable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A diagram as a list that says the same: step, who, form, term and what comes next (quality.md U5). Works by keyboard alone. */
@StyleSheet("context://modeling.css")
public class DiagramList extends Div {

    /** How deep building blocks open in each other. */
    private static final int DEEPEST = 4;

    private final transient DiagramChoices choices;
    private final transient BlockDrawings blocks;
    private final CardTable table;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private transient DiagramSteps steps;
    private transient Consumer<String> onSelect = element -> { };
    private transient Map<String, Severity> marks = Map.of();
    private transient Map<String, Integer> comments = Map.of();
    private String selected = "";

    /** @param blocks the drawing of a building block by its process; null when there is none */
    public DiagramList(DiagramChoices choices, BlockDrawings blocks) {
        this.choices = choices;
        this.blocks = blocks;
        addClassName("dw-steps");
        table = new CardTable(getTranslation("modeling.list"), List.of(getTranslation("modeling.list.step"), getTranslation("modeling.list.who"),
                getTranslation("modeling.list.form"), getTranslation("modeling.list.term"), getTranslation("modeling.list.next")));
        add(table);
    }

    /** Gives the diagram of a building block by the id of its process, or null. */
    @FunctionalInterface
    public interface BlockDrawings {
        String of(String process);
    }

    public void show(String xml) {
        show(DiagramSteps.of(xml));
    }

    void show(DiagramSteps now) {
        steps = now;
        rows.keySet().removeIf(id -> {
            boolean gone = now.step(id).isEmpty();
            if (gone) {
                rows.get(id).row.removeFromParent();
            }
            return gone;
        });
        // Rows stay where they can: whoever stands on one with the keyboard keeps standing there.
        int at = 0;
        for (Step step : now.steps()) {
            Row row = rows.computeIfAbsent(step.id(), id -> new Row());
            var body = table.getBody().getElement();
            if (at >= body.getChildCount() || !body.getChild(at).equals(row.row.getElement())) {
                row.row.removeFromParent();
                body.insertChild(at, row.row.getElement());
            }
            row.say(step);
            at++;
        }
        select(selected);
    }

    /** The person chose a step in the list. */
    public void onSelect(Consumer<String> chosen) {
        onSelect = chosen;
    }

    /** Shows which step is chosen; says nothing to who listens. */
    public void select(String element) {
        selected = element;
        rows.forEach((id, row) -> row.chosen(id.equals(element)));
    }

    /** Puts the keyboard on the row of a step. */
    public void focus(String element) {
        if (rows.containsKey(element)) {
            rows.get(element).name.focus();
        }
    }

    /** The step that is told before this one; the first step for a flow or the first one itself. */
    String neighbour(String element) {
        List<String> told = steps.steps().stream().map(Step::id).toList();
        return told.get(Math.max(0, told.indexOf(element) - 1));
    }

    public void mark(Map<String, Severity> findings) {
        marks = Map.copyOf(findings);
        again();
    }

    /** How many comments each element has. */
    public void comments(Map<String, Integer> counts) {
        comments = Map.copyOf(counts);
        again();
    }

    private void again() {
        if (steps != null) {
            steps.steps().forEach(step -> rows.get(step.id()).say(step));
        }
    }

    private String name(String id) {
        return steps.step(id).map(this::name).orElse(id);
    }

    private String name(Step step) {
        return name(step, steps, choices);
    }

    /** The name a person knows a step by; a timer without a name is called by its moment, a gateway by what it does. */
    String name(Step step, DiagramSteps within, DiagramChoices choice) {
        if (!step.name().isBlank()) {
            return step.name();
        }
        if (step.kind() == Kind.PARALLEL && step.ways().size() < 2) {
            return getTranslation("modeling.unnamed.parallel.join");
        }
        return step.timer().map(timer -> moment(timer, choice)).orElseGet(() -> getTranslation("modeling.unnamed." + step.kind().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private String moment(TermTimer timer, DiagramChoices choice) {
        String term = choice.terms().stream().filter(known -> known.value().equals(timer.term())).map(DiagramChoices.Choice::label).findFirst()
                .orElseGet(() -> getTranslation("modeling.moment.some-term"));
        return timer.daysBefore() == 0 ? getTranslation("modeling.moment.end", term) : getTranslation("modeling.moment.before", term, timer.daysBefore());
    }

    private final class Row {

        private final NativeButton name = new NativeButton();
        private final Span kind = new Span();
        private final Span letters = new Span();
        private final Div signs = new Div();
        private final Div inside = new Div();
        private final Span who = new Span();
        private final Span form = new Span();
        private final Span term = new Span();
        private final Div next = new Div();
        private final NativeTableRow row;
        private transient Step said;
        private transient DiagramSteps saidWithin;
        private String signsSaid = "";
        private String opens = "";

        Row() {
            name.addClassNames("dw-step-name");
            kind.addClassName("dw-step-kind");
            letters.addClassNames("dw-step-kind", "dw-step-letters");
            signs.addClassName("dw-step-signs");
            next.addClassName("dw-step-next");
            Div first = new Div(name, kind, letters, signs, inside);
            first.addClassName("dw-step-first");
            row = table.row(first, who, form, term, next);
            row.removeFromParent();
            name.addClickListener(click -> onSelect.accept(said.id()));
        }

        void chosen(boolean is) {
            row.setClassName("dw-step-chosen", is);
            if (is) {
                name.getElement().setAttribute("aria-current", "true");
            } else {
                name.getElement().removeAttribute("aria-current");
            }
        }

        void say(Step step) {
            signs(step);
            if (step.equals(said) && steps.equals(saidWithin)) {
                return;
            }
            said = step;
            saidWithin = steps;
            row.getElement().setAttribute("data-element", step.id());
            row.getStyle().set("--depth", String.valueOf(step.depth() + (step.host() == null ? 0 : 1)));
            name.setText(name(step));
            kind.setText(kindOf(step));
            letters.setText(letters(step));
            who.setText(who(step));
            form.setText(choices.formName(step.form()));
            term.setText(step.timer().map(timer -> moment(timer, choices)).orElse(""));
            next.removeAll();
            step.ways().forEach(way -> next.add(link(way)));
            if (!step.calls().equals(opens)) {
                opens = step.calls();
                inside.removeAll();
                block(step.calls(), DEEPEST).ifPresent(inside::add);
            }
        }

        private void signs(Step step) {
            Severity severity = marks.get(step.id());
            int count = comments.getOrDefault(step.id(), 0);
            String says = severity + " " + count;
            if (!says.equals(signsSaid)) {
                signsSaid = says;
                signs.removeAll();
                if (severity != null) {
                    Span sign = new Span(getTranslation(severity == Severity.BLOCKS ? "modeling.mark.blocks" : "modeling.mark.warns"));
                    sign.addClassNames("dw-mark", severity == Severity.BLOCKS ? "dw-mark-blocks" : "dw-mark-warns");
                    signs.add(sign);
                }
                if (count > 0) {
                    Span sign = new Span(getTranslation("modeling.comments", count));
                    sign.addClassNames("dw-mark", "dw-mark-comments");
                    signs.add(sign);
                }
            }
        }

        private Component link(Way way) {
            NativeButton link = new NativeButton(name(way.to()));
            link.addClassName("dw-step-link");
            link.addClickListener(click -> {
                onSelect.accept(way.to());
                DiagramList.this.focus(way.to());
            });
            return way.name().isBlank() ? new Div(link) : new Div(new Span(way.name() + ": "), link);
        }
    }

    private String kindOf(Step step) {
        String key = "modeling.kind." + step.kind().name().toLowerCase(java.util.Locale.ROOT);
        if (step.host() != null) {
            return getTranslation(step.interrupting() ? "modeling.kind.timer.stops" : "modeling.kind.timer.beside", name(step.host()));
        }
        return getTranslation(key);
    }

    private String letters(Step step) {
        String sent = choices.letters(step);
        return sent.isEmpty() ? "" : getTranslation("modeling.letters", sent);
    }

    private String who(Step step) {
        if (step.kind() == Kind.SERVICE_TASK) {
            return getTranslation("modeling.system");
        }
        return step.groups().stream().map(group -> DiagramChoices.label(choices.roles(), group)).collect(Collectors.joining(", "));
    }

    private Optional<Component> block(String process, int deepest) {
        String xml = process.isEmpty() || deepest == 0 ? null : blocks.of(process);
        if (xml == null) {
            return Optional.empty();
        }
        DiagramSteps within = DiagramSteps.of(xml);
        Details details = new Details(getTranslation("modeling.block", within.name()));
        details.addOpenedChangeListener(opened -> {
            if (opened.isOpened() && details.getContent().findAny().isEmpty()) {
                details.add(inside(within, deepest - 1));
            }
        });
        return Optional.of(details);
    }

    private Component inside(DiagramSteps within, int deepest) {
        OrderedList list = new OrderedList();
        within.steps().stream().filter(step -> step.kind() != Kind.PARALLEL).forEach(step -> {
            List<String> parts = new ArrayList<>(List.of(name(step, within, choices)));
            if (step.kind() == Kind.USER_TASK) {
                parts.add(who(step));
            }
            if (!letters(step).isEmpty()) {
                parts.add(letters(step));
            }
            ListItem item = new ListItem(String.join(", ", parts));
            block(step.calls(), deepest).ifPresent(item::add);
            list.add(item);
        });
        return list;
    }
}
