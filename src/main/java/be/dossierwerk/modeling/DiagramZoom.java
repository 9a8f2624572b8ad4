package be.dossierwerk.modeling;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;

/** The buttons that make a drawing larger and smaller; the script beside the drawing listens to them. */
final class DiagramZoom {

    private DiagramZoom() { }

    static Component of(Function<String, String> texts) {
        Div zoom = new Div(button("\u2212", texts.apply("modeling.zoom.out"), "out"), button("+", texts.apply("modeling.zoom.in"), "in"),
                button(texts.apply("modeling.zoom.fit"), texts.apply("modeling.zoom.fit"), "fit"));
        zoom.addClassName("dw-diagram-zoom");
        return zoom;
    }

    /** A sign that says nothing to who does not see it. */
    static Span sign(String text) {
        Span sign = new Span(text);
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }

    private static Button button(String text, String label, String direction) {
        Button button = new Button(text);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.getElement().setAttribute("data-zoom", direction);
        return button;
    }
}
