package be.dossierwerk.modeling;

import be.dossierwerk.engine.Processes.Place;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One diagram at a time with its legend; a choice leads to the others, and so does a double click on a call in the drawing. */
@StyleSheet("context://modeling.css")
class DiagramViewer extends Div {

    private final List<String> order;
    private final Map<String, String> drawings;
    private final transient Map<String, DiagramOutline> outlines;
    private transient Map<String, List<Place>> visited;
    private final Select<String> choice = new Select<>();
    private final Div canvas = new Div();
    private final Div words = new Div();
    private final Details twin = new Details();
    private final DiagramList list;

    DiagramViewer(List<String> order, Map<String, String> drawings, Map<String, DiagramOutline> outlines, Map<String, List<Place>> visited) {
        this.order = order;
        this.drawings = drawings;
        this.outlines = outlines;
        this.visited = visited;
        addClassName("dw-diagram");
        canvas.addClassName("dw-diagram-canvas");
        canvas.getElement().setAttribute("role", "group");
        words.addClassName("dw-diagram-words");
        choice.setLabel(getTranslation("modeling.diagram"));
        choice.setItems(order);
        choice.setItemLabelGenerator(this::called);
        choice.setValue(order.get(0));
        choice.setVisible(order.size() > 1);
        choice.addValueChangeListener(change -> draw());
        Div top = new Div(choice, legend(), DiagramZoom.of(key -> getTranslation(key)));
        top.addClassName("dw-diagram-top");
        list = new DiagramList(DiagramChoices.none(), drawings::get);
        list.onSelect(element -> {
            list.select(element);
            getElement().executeJs("if (window.dossierwerkDiagram) { window.dossierwerkDiagram.select(this, $0); }", element);
        });
        twin.setSummaryText(getTranslation("modeling.list.open"));
        twin.add(list);
        twin.addOpenedChangeListener(opened -> tell());
        add(top, canvas, words, twin);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript("context://modeling.js");
        draw();
    }

    /** The person double-clicked a call in the drawing. */
    @ClientCallable
    void openCall(String element) {
        String block = outlines.get(choice.getValue()).calls().get(element);
        if (block != null && order.contains(block)) {
            choice.setValue(block);
        }
    }

    boolean shows(Map<String, String> other) {
        return drawings.equals(other);
    }

    /** Other places in the same drawings: the tokens move, what somebody looks at stays where it is. */
    void move(Map<String, List<Place>> places, String process) {
        visited = places;
        // Refreshing the data would empty the choice.
        choice.setItemLabelGenerator(this::called);
        if (process != null && !process.equals(choice.getValue())) {
            choice.setValue(process);
            return;
        }
        say(choice.getValue(), here(choice.getValue()), passed(choice.getValue()));
        getElement().executeJs("if (this.wanted) { Object.assign(this.wanted, {here: $0, passed: $1}); if (window.dossierwerkDiagram) { window.dossierwerkDiagram.move(this); } }",
                array(here(choice.getValue())), array(passed(choice.getValue())));
    }

    private String called(String process) {
        String name = outlines.get(process).name();
        return here(process).isEmpty() ? name : getTranslation("modeling.diagram.here", name);
    }

    private void draw() {
        String process = choice.getValue();
        Set<String> here = here(process);
        Set<String> passed = passed(process);
        canvas.getElement().setAttribute("aria-label", getTranslation("modeling.drawing", outlines.get(process).name()));
        say(process, here, passed);
        tell();
        JsonObject texts = Json.createObject();
        texts.put("here", getTranslation("modeling.badge"));
        texts.put("failed", getTranslation("modeling.failed"));
        // The script may still be on its way: what is wanted waits at the element until it is there.
        getElement().executeJs("""
                this.wanted = {canvas: $0, xml: $1, here: $2, passed: $3, texts: $4};
                if (window.dossierwerkDiagram) { window.dossierwerkDiagram.draw(this); }""",
                canvas.getElement(), drawings.get(process), array(here), array(passed), texts);
    }

    /** The list is read when somebody wants it. */
    private void tell() {
        if (twin.isOpened()) {
            list.show(drawings.get(choice.getValue()));
        }
    }

    private void say(String process, Set<String> here, Set<String> passed) {
        words.removeAll();
        words.add(sentence("modeling.here", process, here), sentence("modeling.passed", process, passed));
    }

    private Component sentence(String key, String process, Set<String> elements) {
        Map<String, String> names = outlines.get(process).names();
        List<String> named = elements.stream().map(names::get).filter(name -> name != null).distinct().toList();
        if (named.isEmpty()) {
            return new Paragraph(getTranslation(key + ".none"));
        }
        UnorderedList list = new UnorderedList();
        named.forEach(name -> list.add(new ListItem(name)));
        return new Div(new Paragraph(getTranslation(key)), list);
    }

    private Component legend() {
        Div legend = new Div(sign("dw-sign-here", "modeling.legend.here"), sign("dw-sign-passed", "modeling.legend.passed"));
        legend.addClassName("dw-diagram-legend");
        return legend;
    }

    private Component sign(String className, String key) {
        Span sign = new Span();
        sign.addClassNames("dw-sign", className);
        sign.getElement().setAttribute("aria-hidden", "true");
        return new Span(sign, new Span(getTranslation(key)));
    }

    private Set<String> here(String process) {
        return elements(process, Place::active);
    }

    private Set<String> passed(String process) {
        Set<String> passed = elements(process, place -> !place.active());
        passed.removeAll(here(process));
        return passed;
    }

    private Set<String> elements(String process, Predicate<Place> which) {
        return visited.get(process).stream().filter(which).map(Place::element).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static JsonArray array(Set<String> texts) {
        JsonArray array = Json.createArray();
        texts.forEach(text -> array.set(array.length(), text));
        return array;
    }
}
