package be.dossierwerk.modeling;

import com.vaadin.flow.component.html.Div;

/** A form as a list of its fields. */
class FormTwin extends Div {

    void show(String form) {
        setText(form.isEmpty() ? "" : "");
    }
}
