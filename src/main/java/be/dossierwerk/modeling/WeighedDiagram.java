package be.dossierwerk.modeling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One diagram at a time with a number at each element and a line and colour by its weight; whoever uses it says the same in a table (ideas.md 12). */
@StyleSheet("context://modeling.css")
public class WeighedDiagram extends Div {

    /** {@code elements}: the ids in it. */
    public record Drawing(String process, String name, String xml, Set<String> elements) { }

    /** {@code look}: a class of the element; {@code level}: 0 to 4, the thickness of its line. */
    public record Weight(String text, String look, int level) { }

    private final List<Drawing> drawings;
    private final transient Consumer<String> picked;
    private final Select<Drawing> choice = new Select<>();
    private final Div canvas = new Div();
    private transient Map<String, Map<String, Weight>> weights = Map.of();

    /** {@code drawings}: at least one, in reading order; {@code picked}: hears of an element that was clicked, as process#element. */
    public WeighedDiagram(List<Drawing> drawings, Component legend, Consumer<String> picked) {
        this.drawings = drawings;
        this.picked = picked;
        addClassNames("dw-diagram", "dw-weighed");
        canvas.addClassName("dw-diagram-canvas");
        canvas.getElement().setAttribute("role", "group");
        choice.setLabel(getTranslation("modeling.diagram"));
        choice.setItems(drawings);
        choice.setItemLabelGenerator(Drawing::name);
        choice.setValue(drawings.get(0));
        choice.setVisible(drawings.size() > 1);
        choice.addValueChangeListener(change -> draw());
        Div top = new Div(choice, legend, DiagramZoom.of(key -> getTranslation(key)));
        top.addClassName("dw-diagram-top");
        add(top, canvas);
    }

    /** By process, then by element. */
    public void show(Map<String, Map<String, Weight>> weights) {
        this.weights = weights;
        if (isAttached()) {
            draw();
        }
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
        Drawing now = choice.getValue();
        String block = DiagramOutline.of(now.process(), now.xml()).calls().get(element);
        drawings.stream().filter(drawing -> drawing.process().equals(block)).findFirst().ifPresent(choice::setValue);
    }

    /** The person clicked an element in the drawing. */
    @ClientCallable
    void picked(String element) {
        picked.accept(choice.getValue().process() + "#" + element);
    }

    private void draw() {
        Drawing now = choice.getValue();
        canvas.getElement().setAttribute("aria-label", getTranslation("modeling.drawing", now.name()));
        JsonObject texts = Json.createObject();
        texts.put("failed", getTranslation("modeling.failed"));
        JsonObject all = Json.createObject();
        weights.getOrDefault(now.process(), Map.of()).forEach((element, weight) -> {
            JsonObject one = Json.createObject();
            one.put("text", weight.text());
            one.put("look", "dw-weight-" + weight.look() + " dw-weight-" + weight.level());
            all.put(element, one);
        });
        // The script may still be on its way: what is wanted waits at the element until it is there.
        getElement().executeJs("""
                this.wanted = {canvas: $0, xml: $1, here: [], passed: [], weights: $2, texts: $3};
                if (window.dossierwerkDiagram) { window.dossierwerkDiagram.draw(this); }""", canvas.getElement(), now.xml(), all, texts);
    }
}
