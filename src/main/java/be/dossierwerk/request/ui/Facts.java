package be.dossierwerk.request.ui;

import com.vaadin.flow.component.html.DescriptionList;

/** Facts in a list; what is not known is left out. */
class Facts extends DescriptionList {

    Facts() {
        addClassName("dw-facts");
    }

    /** {@code key}: of the text that names the fact. */
    Facts fact(String key, String value) {
        if (value != null && !value.isBlank()) {
            add(new Term(getTranslation("request.fact." + key)), new Description(value));
        }
        return this;
    }
}
