package be.dossierwerk.modeling;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Two versions of a diagram side by side, moving and growing together; what is different has a colour, a line and a letter (ideas.md 38). */
@StyleSheet("context://modeling.css")
public class DiagramComparison extends Div {

    public enum Mark { ADDED, REMOVED, CHANGED, MOVED }

    private final String name;
    private final String before;
    private final String after;
    private final transient Map<String, Mark> marksBefore;
    private final transient Map<String, Mark> marksAfter;
    private final transient Consumer<String> picked;
    private final Div canvasBefore = new Div();
    private final Div canvasAfter = new Div();

    /** {@code name}: of the diagram; a version that does not exist is empty; {@code picked}: hears of an element that was clicked. */
    public DiagramComparison(String name, String before, String after, Map<String, Mark> marksBefore, Map<String, Mark> marksAfter, Consumer<String> picked) {
        this.name = name;
        this.before = before;
        this.after = after;
        this.marksBefore = Map.copyOf(marksBefore);
        this.marksAfter = Map.copyOf(marksAfter);
        this.picked = picked;
        addClassNames("dw-diagram", "dw-comparison");
        Div top = new Div(legend(), DiagramZoom.of(this::getTranslation));
        top.addClassName("dw-diagram-top");
        Div sides = new Div(side(canvasBefore, "modeling.compare.before", before), side(canvasAfter, "modeling.compare.after", after));
        sides.addClassName("dw-comparison-sides");
        add(top, sides);
    }

    /** The sign that stands in the drawing, for the list beside it. */
    public static Component sign(Mark mark, String words) {
        Span letter = DiagramZoom.sign(letter(mark));
        letter.addClassNames("dw-difference", "dw-difference-" + code(mark));
        Span said = new Span(words);
        said.addClassName("dw-said-only");
        return new Span(letter, said);
    }

    /** Brings an element to the middle of every drawing that has it. */
    public void select(String element) {
        getElement().executeJs("""
                this.scrollIntoView({block: 'nearest'});
                if (window.dossierwerkDiagram) { window.dossierwerkDiagram.select(this, $0); }""", element);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript("context://modeling.js");
        JsonObject texts = Json.createObject();
        texts.put("failed", getTranslation("modeling.compare.failed"));
        for (Mark mark : Mark.values()) {
            texts.put(code(mark), letter(mark));
        }
        // The script may still be on its way: what is wanted waits at the element until it is there.
        getElement().executeJs("""
                this.wanted = {before: {canvas: $0, xml: $1, marks: $2}, after: {canvas: $3, xml: $4, marks: $5}, texts: $6};
                if (window.dossierwerkDiagram) { window.dossierwerkDiagram.compare(this); }""",
                canvasBefore.getElement(), before, marks(marksBefore), canvasAfter.getElement(), after, marks(marksAfter), texts);
    }

    /** The person clicked an element in one of the drawings. */
    @ClientCallable
    void picked(String element) {
        picked.accept(element);
    }

    private Component side(Div canvas, String key, String drawing) {
        canvas.addClassName("dw-diagram-canvas");
        canvas.getElement().setAttribute("role", "group");
        canvas.getElement().setAttribute("aria-label", getTranslation("modeling.compare.drawing", name, getTranslation(key)));
        Div side = new Div(new H4(getTranslation(key)), drawing.isEmpty() ? new Span(getTranslation("modeling.compare.none")) : canvas);
        side.addClassName("dw-comparison-side");
        return side;
    }

    private Component legend() {
        Div legend = new Div();
        legend.addClassName("dw-diagram-legend");
        Map<Mark, String> words = new EnumMap<>(Map.of(Mark.ADDED, "modeling.compare.added", Mark.REMOVED, "modeling.compare.removed", Mark.CHANGED,
                "modeling.compare.changed", Mark.MOVED, "modeling.compare.moved"));
        words.forEach((mark, key) -> legend.add(new Span(sign(mark, ""), new Span(getTranslation(key)))));
        return legend;
    }

    private static String letter(Mark mark) {
        return switch (mark) {
            case ADDED -> "N";
            case REMOVED -> "V";
            case CHANGED -> "G";
            case MOVED -> "P";
        };
    }

    private static String code(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject marks(Map<String, Mark> marks) {
        JsonObject all = Json.createObject();
        marks.forEach((element, mark) -> all.put(element, code(mark)));
        return all;
    }
}
